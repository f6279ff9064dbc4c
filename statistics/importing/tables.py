"""Build a table of lines of cells: its columns' types, its values, its row marks."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statistics.importing.values.columns import UNKNOWN, ColumnOfCells
from statistics.importing.values.decimal_mark import Evidence, Unsettled, agree
from statistics.importing.values.digits import POINT
from statistics.importing.values.doubts import other_magnitude
from statistics.importing.values.infer import kind_of
from statistics.importing.values.remarks import remarks
from statistics.importing.values.texts import reason_for_text
from statistics.table.cell_notes import NOTE, with_note
from statistics.table.errors import DataError, cell_problem, row_problem
from statistics.table.schema import (
    ROW_FLAGS,
    Column,
    Row,
    TableData,
    cell_text,
    check_size,
    parse,
)

from .column_specs import describe, read_descriptions
from .keys import with_keys

FLAGS_LABEL = "mark"


@dataclass
class Reading:
    """A table, and what has to be said about how it was read.

    `inferred` is one entry for each column whose type was worked out, as the grid's
    script takes it.
    """

    table: TableData
    inferred: list = field(default_factory=list)
    sentences: list = field(default_factory=list)


def read_table(
    names, body, descriptions="", known=None, decimal_mark="", say_all=False
):
    """Return the `Reading` of lines of cells below their names.

    Raises `DataError` naming row and column, which also carries `inferred`, and `lines`
    in our own notation where the decimal mark is known; `Unsettled` where it is not.
    `say_all` remarks on columns that a line describes, too.
    """
    known = known or TableData()
    has_flags = len(names) > 1 and names[-1].strip().casefold() == FLAGS_LABEL
    marked = has_flags and _are_flags([line[len(names) - 1 :][:1] for line in body])
    labels = [" ".join(label.splitlines()) for label in names[: len(names) - marked]]
    # Before anything is worked out: the work grows with rows times columns.
    check_size(len(labels), len(body))
    described = read_descriptions(descriptions, labels)
    rows = [_fitted(line, len(labels), marked) for line in body]
    columns = with_keys(
        [described.get(label) or Column("", label, UNKNOWN) for label in labels], known
    )
    stored = _stored_texts(known)
    sheet = [
        ColumnOfCells(
            column,
            tuple(cells[place] for cells, _marks in rows),
            stored.get(column.key, frozenset()),
            place,
            _multiplier(names[place]),
        )
        for place, column in enumerate(columns)
    ]
    question = None
    try:
        decimals = decimal_marks(sheet, decimal_mark)
    except Unsettled as unsettled:
        decimals, question = [POINT] * len(sheet), unsettled
    kinds = [kind_of(cells, mark) for cells, mark in zip(sheet, decimals, strict=True)]
    columns = [kind.column for kind in kinds]
    reader = _RowReader(sheet, columns, decimals, kinds)
    table_rows = [reader.read(number, *row) for number, row in enumerate(rows)]
    inferred = [_entry(kind) for kind in kinds if kind.sentence]
    error = question and question.along_with(reader.problems)
    if not error and reader.problems:
        error = DataError(reader.problems)
        error.lines = _our_lines(names, sheet, columns, decimals, rows, marked)
        error.descriptions = "\n".join(
            describe(column)
            for cells, column in zip(sheet, columns, strict=True)
            if cells.multiplier and not cells.column.type
        )
    if error:
        # Of numbers that cannot be read yet there is nothing to say.
        text = {kind.column.label for kind in kinds if kind.column.type == "text"}
        error.inferred = [
            entry for entry in inferred if not question or entry["column"] in text
        ]
        raise error
    empty = [n for n, row in enumerate(table_rows, 1) if row.is_empty]
    table_rows = [row for row in table_rows if not row.is_empty]
    # The one check of what is stored also checks what came in by hand.
    table = TableData(tuple(columns), tuple(table_rows), known.diverging)
    sentences = [
        sentence
        for cells, column, mark in zip(sheet, columns, decimals, strict=True)
        if say_all or not cells.column.type
        for sentence in remarks(cells, column, "" if decimal_mark else mark)
    ]
    sentences += [
        *_on_empty_rows(empty),
        *_on_flags(names[-1:] if has_flags > marked else []),
    ]
    for cells, column, mark in zip(sheet, columns, decimals, strict=True):
        sentences += other_magnitude(cells, column, mark)
    return Reading(parse(table.to_json()), inferred, sentences)


def decimal_marks(sheet, chosen=""):
    """Return the decimal mark of each column: the chosen one, or what the cells tell.

    Coordinates with a point beside counts grouped by points keep their own mark.
    """
    evidence = [_evidence(cells) for cells in sheet]
    if chosen:
        return [column.only_mark or chosen for column in evidence]
    return agree(evidence)


def _multiplier(name):
    """(scale, what is written) of a power of ten below a name, or nothing."""
    return (name.scale, name.written) if getattr(name, "scale", "") else ()


def _are_flags(cells):
    """Whether a last column called Mark says what rows are, and is none of marks."""
    filled = [cell for [cell] in filter(None, cells) if cell.strip()]
    return not filled or any(set(_words(cell)) <= {*ROW_FLAGS} for cell in filled)


def _words(cell):
    return cell.casefold().replace(",", " ").split()


def _on_empty_rows(numbers):
    if numbers:
        sentence = ngettext(
            "Row %(rows)s holds nothing but signs for no value, and was left out.",
            "Rows %(rows)s hold nothing but signs for no value, and were left out.",
            len(numbers),
        )
        some = ", ".join(map(str, numbers[:8])) + ", …" * (len(numbers) > 8)
        yield sentence % {"rows": some}


def _on_flags(names):
    for name in names:
        sentence = _(
            "“%s” is a column like the others, as its cells say neither forecast nor "
            "total."
        )
        yield sentence % name


def _evidence(cells):
    """What a column tells of decimals: nothing, if it holds codes or numbering."""
    is_text = not cells.column.type and reason_for_text(cells) is not None
    return Evidence(()) if is_text else cells.evidence()


def _entry(kind):
    choices = kind.choices or (((kind.change, kind.other),) if kind.other else ())
    offers = [
        {"change": str(change), "type": column.type, "line": describe(column)}
        for change, column in choices
    ]
    first = offers[0] if offers else {"change": "", "type": "", "line": ""}
    entry = {
        "column": kind.column.label,
        "key": kind.column.key,
        "sentence": str(kind.sentence),
    }
    return entry | first | ({"choices": offers} if len(offers) > 1 else {})


def _fitted(line, width, marked):
    """The line's cells, filled up where trailing ones are empty, and its marks."""
    line = line + [""] * (width + marked - len(line))
    return (line[:width] + line[width + marked :], line[width] if marked else "")


def _our_lines(names, sheet, columns, decimals, rows, marked):
    """The lines with all numbers that can be read in our own notation."""
    lines = [list(names)]
    for row, (cells, flags) in enumerate(rows):
        line = list(cells)
        for place, source in enumerate(sheet):
            amount = source.amounts[row]
            if amount and columns[place].type != "text":
                mark = source.reading(row, decimals[place])
                line[place] = amount.in_our_notation(mark, line[place])
        lines.append(line[: len(sheet)] + [flags] * marked + line[len(sheet) :])
    return lines


class _RowReader:
    """Reads lines of cells, and keeps what is wrong with them."""

    def __init__(self, sheet, columns, decimals, kinds):
        self.sheet, self.columns, self.decimals = sheet, columns, decimals
        self.problems = [problem for kind in kinds for problem in kind.problems]
        self.asked = {kind.column.label for kind in kinds if kind.problems}

    def read(self, index, cells, flag_text):
        number = index + 1
        if len(cells) > len(self.columns):
            # Two cells at least: one never is too many.
            what = ngettext(
                "%(cells)d cells, but there is %(columns)d column name",
                "%(cells)d cells, but there are %(columns)d column names",
                len(self.columns),
            )
            counts = {"cells": len(cells), "columns": len(self.columns)}
            self.problems.append(row_problem(number, what % counts))
            return Row(())
        flags = _words(flag_text)
        for flag in flags:
            if flag not in ROW_FLAGS:
                what = _(
                    "“%s” is neither forecast nor total, which a last column called "
                    "“Mark” says of rows: if it holds something else, call it otherwise"
                )
                what %= flag
                self.problems.append(cell_problem(number, "Mark", what))
        values, notes = [], {}
        for source, column, mark in zip(
            self.sheet, self.columns, self.decimals, strict=True
        ):
            try:
                value, note = source.value(index, column, mark)
                if note and NOTE.fullmatch(note):
                    notes[column.key] = note
                values.append(value)
            except ValueError as error:
                if column.label not in self.asked:
                    self.problems.append(cell_problem(number, column.label, error))
        return Row(tuple(values), *(flag in flags for flag in ROW_FLAGS), notes)


def _stored_texts(known):
    """The texts of a known table's numbers, by the key of their column."""
    return {
        column.key: frozenset(
            with_note(cell_text(row.cells[place]), row.notes.get(column.key, ""))
            for row in known.rows
            if row.cells[place] is not None
        )
        for place, column in enumerate(known.columns)
        if column.type != "text"
    }
