"""Read an uploaded .csv or .xlsx file as lines of cells with a table among them.

Everything in it is meant for us by a stranger: sizes are bounded before anything is
unpacked, macros and document types are refused, and whatever cannot be read is a
sentence.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from statistics.importing.layout.decoding import decoded
from statistics.importing.layout.find_table import Layout, find
from statistics.importing.layout.flags import with_flags
from statistics.importing.layout.lines import without_formula
from statistics.importing.layout.separators import split
from statistics.importing.layout.tidy import tidy
from statistics.importing.workbooks.cells import BadCell
from statistics.importing.workbooks.merged_cells import filled_down
from statistics.importing.workbooks.sheets import choose_sheet
from statistics.table.errors import DataError, Problem
from statistics.table.schema import MAX_ROWS

from .refusals import refuse_binary, refuse_text
from .source import Source

MAX_BYTES = 2_000_000


@dataclass
class Sheet:
    """The `layout` of a file's table, and sentences to tell in `notes`.

    `names` and `body` are the table's lines of cells; `place(row, label)` says where a
    row of the table stands, as the file's own program counts.
    """

    layout: Layout
    source: Source
    notes: tuple = ()
    names: list = field(default_factory=list)
    body: list = field(default_factory=list)

    def place(self, row, label):
        number = self.layout.body[row - 1].number
        column = self.names.index(label) if label in self.names else None
        return self.source.place(number, column)


def read_file(file, sheet="", header_row="", separator=""):
    """Return the `Sheet` of an uploaded file; `DataError` says why there is none.

    `sheet`, `header_row` and `separator` are somebody's choices; what is not chosen is
    proposed. `WhichSeparator` where it has to be chosen.
    """
    if file.size > MAX_BYTES:
        raise DataError([_("The file is larger than 2 MB.")])
    data = file.read(MAX_BYTES + 1)
    if not data.strip(b"\0 \r\n\t"):
        raise DataError([_("The file is empty.")])
    refuse_binary(data)
    if data.startswith(b"PK"):
        return _of_workbook(data, sheet, header_row)
    return _of_text(data, header_row, separator)


def _of_workbook(data, chosen, header_row):
    name, worksheet, sheets, notes = choose_sheet(data, chosen)
    worksheet = worksheet.without_margin()
    worksheet.lines[:] = with_flags(worksheet.lines)
    layout = find(worksheet.lines, header_row, worksheet.merges)
    last_name = layout.header_lines[-1].number if layout.header_lines else 0
    lines, sentences = filled_down(worksheet, last_name)
    if sentences:
        layout = find(lines, header_row, worksheet.merges)
        notes = (*notes, *sentences)
    _refuse_bad_cells(layout)
    first = layout.body[0].number if layout.body else 0
    if not (layout.header_row or header_row) and any(
        row < first for row in worksheet.hidden_rows
    ):
        sentence = _(
            "Row %d is hidden, and may hold the names of the columns: show it, and "
            "save the workbook anew."
        )
        raise DataError([sentence % worksheet.hidden_rows[0]])
    source = Source("workbook", sheets=sheets, sheet=name, columns=worksheet.columns)
    return _sheet(layout, source, notes)


def _of_text(data, header_row, separator):
    text, skipped, notes = decoded(data)
    refuse_text(text)
    # Lines are counted as the file has them.
    found = split("\n" * skipped + text, separator)
    for line in found.lines:
        line.cells[:] = map(without_formula, line.cells)
    layout = find(with_flags(found.lines), header_row)
    source = Source("text", separators=found.choices, separator=found.separator)
    return _sheet(layout, source, (*notes, *found.sentences))


def _sheet(layout, source, notes):
    if len(layout.body) > MAX_ROWS:
        raise DataError([_("More than %d rows.") % MAX_ROWS])
    names, body, sentences = tidy(layout, source)
    notes = (*notes, *layout.left_out(), *sentences)
    return Sheet(layout, source.of(layout), notes, names, body)


def _refuse_bad_cells(layout):
    problems = [
        Problem(cell.problem)
        for line in [*layout.header_lines, *layout.body]
        for cell in line.cells
        if isinstance(cell, BadCell)
    ]
    if problems:
        raise DataError(problems)
