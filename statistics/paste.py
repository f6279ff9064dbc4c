"""Cells pasted from a spreadsheet, or CSV, read as a table; and a table as such text.

The first line holds the columns' labels. A last column labelled "Mark" may say
"forecast" or "total" of a row: a notation, the same in every language.
"""

import csv
import io
import re
from dataclasses import replace
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .data import ROW_FLAGS, Column, Row, TableData, cell_text, check_size, parse
from .descriptions import describe, read_descriptions
from .guess import UNKNOWN, ColumnOfCells
from .keys import column_key
from .marks import POINT, Unsettled, agree
from .problems import DataError, cell_problem, row_problem

MARK = "mark"
EMPTY = TableData()
QUOTED = re.compile(r'(?:^|(?<=[\t,;]))"(?:[^"]|"")*"', re.MULTILINE)


def to_text(table):
    """A table's cells as a spreadsheet copies them, and the lines on its columns."""
    labels = [column.label for column in table.columns]
    # A last column of that very name needs the marks after it, to be told from them.
    marked = any(row.forecast or row.total for row in table.rows) or (
        len(labels) > 1 and labels[-1].casefold() == MARK
    )
    # With one column there is no tab that shows that a comma belongs to a cell.
    quoting = csv.QUOTE_ALL if len(labels) + marked == 1 else csv.QUOTE_MINIMAL
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n", quoting=quoting)
    if labels:
        writer.writerow(labels + ["Mark"] * marked)
    for row in table.rows:
        cells = ["" if cell is None else cell_text(cell) for cell in row.cells]
        marks = " ".join(flag for flag in ROW_FLAGS if getattr(row, flag))
        writer.writerow(cells + [marks] * marked)
    return out.getvalue(), "\n".join(map(describe, table.columns))


def from_text(numbers, descriptions="", known=EMPTY, decimal_mark=""):
    """Read both texts into a `TableData`; raise `DataError` naming row and column.

    Columns keep the key they have in `known`, by label, or by place where only the
    label changed, and a cell that stands in `known` is read as it stands there. The
    others share one decimal mark: `decimal_mark`, or else what the cells show; where
    they do not tell, that is an `Unsettled` error.
    """
    lines = read_lines(numbers)
    if not lines:
        return TableData(diverging=known.diverging)
    header, *body = lines
    marked = len(header) > 1 and header[-1].casefold() == MARK
    labels = [" ".join(label.splitlines()) for label in header[: len(header) - marked]]
    # Before anything is worked out: the work grows with rows times columns.
    check_size(len(labels), len(body))
    described = read_descriptions(descriptions, labels)
    grid = [_fitted(line, len(labels), marked) for line in body]
    columns = _with_keys(
        [described.get(label) or Column("", label, UNKNOWN) for label in labels], known
    )
    stored = _stored_texts(known)
    sheet = [
        ColumnOfCells(
            column,
            tuple(cells[place] for cells, _marks in grid),
            stored.get(column.key, frozenset()),
        )
        for place, column in enumerate(columns)
    ]
    question = None
    try:
        mark = decimal_mark or agree(chain.from_iterable(c.places() for c in sheet))
    except Unsettled as unsettled:
        mark, question = POINT, unsettled
    columns = [cells.settled(mark) for cells in sheet]
    reader = _RowReader(sheet, columns, mark)
    rows = [reader.read(number, *line) for number, line in enumerate(grid, 1)]
    if question:
        raise question.along_with(reader.problems)
    if reader.problems:
        raise DataError(reader.problems)
    # The one check of what is stored also checks what came in by hand.
    table = TableData(tuple(columns), tuple(rows), known.diverging)
    return parse(table.to_json())


def read_lines(text):
    """The lines that hold something, each a list of cells without empty last ones."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    # What is in quotation marks separates nothing, and may hold line ends.
    first = QUOTED.sub("", text).lstrip("\n").partition("\n")[0]
    if "\t" in first:
        delimiter = "\t"
    else:
        delimiter = ";" if ";" in first and "," not in first else ","
    try:
        lines = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        sentence = _("A quotation mark is not closed or too many (%s).")
        raise DataError([sentence % error]) from None
    for line in lines:
        line[:] = [cell.strip() for cell in line]
        while line and not line[-1]:
            line.pop()
    return [line for line in lines if line]


def _fitted(line, width, marked):
    """The line's cells, filled up where trailing ones are empty, and its marks."""
    line = line + [""] * (width + marked - len(line))
    return (line[:width] + line[width + marked :], line[width] if marked else "")


class _RowReader:
    """Reads lines of cells, and keeps what is wrong with them."""

    def __init__(self, sheet, columns, mark):
        self.sheet, self.columns, self.mark = sheet, columns, mark
        self.problems = []

    def read(self, number, cells, marks):
        if len(cells) > len(self.columns):
            what = ngettext(
                "%(cells)d cell, but there are %(columns)d column names",
                "%(cells)d cells, but there are %(columns)d column names",
                len(cells),
            )
            counts = {"cells": len(cells), "columns": len(self.columns)}
            self.problems.append(row_problem(number, what % counts))
            return Row(())
        flags = marks.casefold().replace(",", " ").split()
        for flag in flags:
            if flag not in ROW_FLAGS:
                what = _("“%s” is neither forecast nor total") % flag
                self.problems.append(cell_problem(number, "Mark", what))
        values = []
        for source, column, cell in zip(self.sheet, self.columns, cells, strict=True):
            try:
                values.append(source.value(cell, column, self.mark))
            except ValueError as error:
                self.problems.append(cell_problem(number, column.label, error))
        return Row(tuple(values), *(flag in flags for flag in ROW_FLAGS))


def _stored_texts(known):
    """The texts of a known table's numbers, by the key of their column."""
    return {
        column.key: frozenset(
            cell_text(row.cells[place])
            for row in known.rows
            if row.cells[place] is not None
        )
        for place, column in enumerate(known.columns)
        if column.type != "text"
    }


def _with_keys(columns, known):
    by_label = {column.label: column.key for column in known.columns}
    same_width = len(columns) == len(known.columns)
    keys = []
    for place, column in enumerate(columns):
        key = by_label.get(column.label)
        if (
            key is None
            and same_width
            and known.columns[place].label not in {other.label for other in columns}
        ):
            key = known.columns[place].key
        keys.append(key or column_key(column.label, place, {*keys, *by_label.values()}))
    return [replace(c, key=key) for key, c in zip(keys, columns, strict=True)]
