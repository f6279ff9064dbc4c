"""Read a table from pasted cells or CSV, and write it as such text.

The first line holds the columns' labels. A last column labelled "Mark" may say
"forecast" or "total" of a row: a notation, the same in every language.
"""

import csv
import io

from django.utils.translation import gettext as _

from statistics.importing.layout.find_table import find
from statistics.importing.layout.flags import with_flags
from statistics.importing.layout.lines import most_common_width
from statistics.importing.layout.separators import split
from statistics.importing.layout.tidy import with_first_name, without_index
from statistics.importing.layout.totals import sentences_on, with_totals
from statistics.table.cell_notes import with_note
from statistics.table.schema import ROW_FLAGS, TableData, cell_text

from .column_specs import describe
from .refusals import refuse_markup
from .tables import FLAGS_LABEL, Reading, read_table

EMPTY = TableData()

__all__ = ["FLAGS_LABEL", "Reading", "describe", "from_text", "read_text", "to_text"]


def to_text(table):
    """A table's cells as a spreadsheet copies them, and the lines on its columns."""
    labels = [column.label for column in table.columns]
    # A last column of that very name needs the marks after it, to be told from them.
    marked = any(row.forecast or row.total for row in table.rows) or (
        len(labels) > 1 and labels[-1].casefold() == FLAGS_LABEL
    )
    rows = []
    for row in table.rows:
        flags = " ".join(flag for flag in ROW_FLAGS if getattr(row, flag))
        rows.append(row_texts(row, table.columns) + [flags] * marked)
    lines = [labels + ["Mark"] * marked, *rows] if labels else rows
    return lines_to_text(lines), "\n".join(map(describe, table.columns))


def row_texts(row, columns):
    """Return the texts of a row's cells, with their notes."""
    return [
        with_note(
            "" if cell is None else cell_text(cell), row.notes.get(column.key, "")
        )
        for cell, column in zip(row.cells, columns, strict=True)
    ]


def lines_to_text(lines):
    """Return lines of cells as text that `read_text` splits in the same way."""
    width = max(map(len, lines), default=0)
    # With one column there is no tab that shows that a comma belongs to a cell.
    quoting = csv.QUOTE_ALL if width == 1 else csv.QUOTE_MINIMAL
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n", quoting=quoting)
    writer.writerows(line + [""] * (width - len(line)) for line in lines)
    return out.getvalue()


def from_text(numbers, descriptions="", known=EMPTY, decimal_mark="", **choices):
    """Read both texts into a `TableData`; raise `DataError` naming row and column."""
    return read_text(numbers, descriptions, known, decimal_mark, **choices).table


def read_text(
    numbers, descriptions="", known=EMPTY, decimal_mark="", separator="", header_row=""
):
    """Return the `Reading` of both texts; `DataError` names row and column.

    Columns keep the key they have in `known`, by label, or by place where only the
    label changed, and a cell that stands in `known` is read as it stands there.
    `separator` and `header_row` are somebody's choices of what the lines do not tell.
    """
    is_new = not descriptions.strip() and not known.columns
    if is_new and "\t" not in numbers:  # with tabs it is a table, whatever is in it
        refuse_markup(numbers)
    found = split(numbers, separator)
    if not found.lines:
        return Reading(TableData(diverging=known.diverging))
    lines = with_flags(found.lines) if is_new else found.lines
    looked_for = header_row or _has_title(lines)
    layout = find(lines, header_row) if looked_for or is_new else None
    is_ours = "\t" in numbers and lines is found.lines
    if looked_for or (is_new and (not is_ours or _is_more_than_cells(layout))):
        names, body, unnamed = _named(*_filled_columns(layout))
        reading = read_table(names, body, descriptions, known, decimal_mark)
        table, totals = with_totals(reading.table) if is_new else (reading.table, [])
        sentences = [*found.sentences, *layout.left_out(), *unnamed, *reading.sentences]
        sentences += sentences_on(table, totals)
        if not layout.header_row:
            sentences.insert(
                0, _("No line holds names of columns, so they are numbered.")
            )
        return Reading(table, reading.inferred, sentences)
    # What our own form holds is a table from its first line to its last.
    names, *body = [line.cells for line in lines]
    sentences = [*found.sentences, *(layout.doubts() if layout else [])]
    if is_new:
        names, body, unnamed = _named(names, body)
        sentences += unnamed
    reading = read_table(names, body, descriptions, known, decimal_mark)
    reading.sentences[:0] = sentences
    return reading


def _named(names, body):
    """(names, body, sentences) with a name for each column that says something."""
    names, body, sentences = without_index(names, body)
    names, unnamed = with_first_name(names)
    return names, body, [*sentences, *unnamed]


def _has_title(lines):
    """Whether the first line is no line of names: too short for those below it."""
    width = most_common_width(lines)
    return len(lines) > 2 and len(lines[0].filled) < min(3, width)


def _filled_columns(layout):
    """(names, lines of cells) without the columns that hold nothing at all."""
    lines = [layout.names, *(line.cells for line in layout.body)]
    width = max(map(len, lines))
    used = [p for p in range(width) if any("".join(line[p : p + 1]) for line in lines)]
    names, *body = [[line[p] for p in used if p < len(line)] for line in lines]
    return names, body


def _is_more_than_cells(layout):
    """Whether not all lines below the first are rows, as in a grid of ours."""
    return (
        not layout.header_row
        or len(layout.header_lines) > 1
        or bool(layout.not_rows.lines)
        or _has_notes(layout)
    )


def _has_notes(layout):
    """Whether lines of one cell stand below a table, which no grid of ours writes."""
    return bool(layout.below) and all(
        line.own_cells == 1 < len(layout.names) for line in layout.below
    )
