"""A statistics table as data: typed columns and exact values, checked in one place.

The stored form (`StatTable.data`) is JSON; numbers are quoted decimals, so that 8.430
stays 8.430, and a missing value is null::

    {"columns": [{"key": "year", "label": "Year", "type": "year"},
                 {"key": "size", "label": "Market size", "type": "money",
                  "currency": "USD", "scale": "billion"}],
     "rows": [{"cells": ["2020", "8.43"]},
              {"cells": ["2027", "96.7"], "forecast": true}],
     "diverging": false}
"""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from .problems import DataError, Problem, cell_problem, row_problem

MAX_ROWS = 2_000
MAX_COLUMNS = 30
MAX_TEXT = 500
MAX_DIGITS = 30
TYPES = ("text", "integer", "decimal", "percent", "money", "year", "rank")
SCALES = ("thousand", "million", "billion", "trillion")
COLUMN_KEYS = {"key", "label", "type", "unit", "currency", "scale", "decimals"}
ROW_FLAGS = ("forecast", "total")
KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
CURRENCY = re.compile(r"[A-Z]{3}")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Column:
    key: str
    label: str
    type: str
    unit: str = ""
    currency: str = ""
    scale: str = ""
    decimals: int | None = None

    @property
    def is_measure(self):
        """A number that says how much, not which: neither a year nor a rank."""
        return self.type in ("integer", "decimal", "percent", "money")

    @property
    def css_class(self):
        return "number" if self.is_measure else "which" if self.type == "rank" else ""

    def to_json(self):
        fields = {key: getattr(self, key) for key in ("key", "label", "type")}
        for name in ("unit", "currency", "scale"):
            if getattr(self, name):
                fields[name] = getattr(self, name)
        if self.decimals is not None:
            fields["decimals"] = self.decimals
        return fields


@dataclass(frozen=True)
class Row:
    cells: tuple  # str for text, Decimal for numbers, None for missing
    forecast: bool = False
    total: bool = False


@dataclass(frozen=True)
class TableData:
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    diverging: bool = False

    @property
    def label_index(self):
        """The column whose cells name the rows: the first text, else the first."""
        texts = (i for i, column in enumerate(self.columns) if column.type == "text")
        return next(texts, 0)

    @property
    def measure_index(self):
        """The first column that says how much, or None."""
        measures = (i for i, column in enumerate(self.columns) if column.is_measure)
        return next(measures, None)

    def label(self, row):
        value = row.cells[self.label_index]
        return "" if value is None else cell_text(value)

    def ordered(self):
        """Rows by value, largest first; missing and "Other" after, totals last."""
        index = self.measure_index
        if index is None:
            return self.rows

        def place(row):
            value = row.cells[index]
            return (
                row.total,
                self.label(row).strip().casefold() == "other",
                value is None,
                value.copy_negate() if value is not None else 0,
            )

        return tuple(sorted(self.rows, key=place))

    def find(self, row_label, column_key):
        """The column and row of one cell, or None if the table has no such cell."""
        column = next((c for c in self.columns if c.key == column_key), None)
        row = next((r for r in self.rows if self.label(r) == row_label), None)
        return (column, row) if column and row else None

    def to_json(self):
        data = {
            "columns": [column.to_json() for column in self.columns],
            "rows": [
                {"cells": [None if c is None else cell_text(c) for c in row.cells]}
                | {flag: True for flag in ROW_FLAGS if getattr(row, flag)}
                for row in self.rows
            ],
        }
        return data | ({"diverging": True} if self.diverging else {})


def cell_text(value):
    """A cell as it is stored: a number in plain digits, however small."""
    return value if isinstance(value, str) else f"{value:f}"


def parse(data):
    """Check the stored form and return a `TableData`; raise `DataError` if wrong."""
    if not isinstance(data, dict):
        raise DataError(["A table is a mapping of columns and rows."])
    columns, rows = data.get("columns", []), data.get("rows", [])
    if not isinstance(columns, list) or not isinstance(rows, list):
        raise DataError(["Columns and rows are lists."])
    if len(columns) > MAX_COLUMNS:
        raise DataError([f"{len(columns)} columns; a table takes {MAX_COLUMNS}."])
    if len(rows) > MAX_ROWS:
        raise DataError([f"{len(rows):,} rows; a table takes {MAX_ROWS:,}."])
    problems = []
    parsed_columns = tuple(
        _column(number, column, problems) for number, column in enumerate(columns, 1)
    )
    for name in ("key", "label"):
        problems += _repeated(name, parsed_columns)
    if problems:
        raise DataError(problems)
    parsed_rows = tuple(
        _row(number, row, parsed_columns, problems)
        for number, row in enumerate(rows, 1)
    )
    if problems:
        raise DataError(problems)
    return TableData(parsed_columns, parsed_rows, data.get("diverging") is True)


def parse_cell(text, column):
    """One cell: text as it is, a number as a Decimal; ValueError says what is wrong."""
    if column.type == "text":
        if len(text) > MAX_TEXT:
            raise ValueError(f"{len(text)} characters; a cell takes {MAX_TEXT}")
        if "\x00" in text:
            raise ValueError("holds a NUL character")
        return text
    if not NUMBER.fullmatch(text):
        raise ValueError(f"“{text[:40]}” is not a number")
    if sum(c.isdigit() for c in text) > MAX_DIGITS:
        raise ValueError(f"more than {MAX_DIGITS} digits")
    try:
        value = Decimal(text)
    except InvalidOperation:  # digits of other scripts, which \d matches
        raise ValueError(f"“{text[:40]}” is not a number") from None
    if (
        column.type in ("integer", "year", "rank")
        and value != value.to_integral_value()
    ):
        raise ValueError(f"“{text[:40]}” is not a whole number")
    if column.type == "year" and not 1 <= value <= 9999:
        raise ValueError(f"“{text[:40]}” is not a year")
    if column.type == "rank" and value < 1:
        raise ValueError(f"“{text[:40]}” is not a rank: ranks begin at 1")
    return value


def _column(number, column, problems):
    label = column.get("label") if isinstance(column, dict) else None

    def wrong(sentence):
        problems.append(
            Problem(
                f"Column {number}: {sentence}",
                column=label if isinstance(label, str) else None,
            )
        )

    if not isinstance(column, dict):
        wrong("it is not a mapping of key, label and type.")
        return Column("", "", "text")
    if unknown := sorted(map(str, set(column) - COLUMN_KEYS)):
        wrong(f"nobody knows what {', '.join(unknown)} means.")
    texts = {}
    for name in ("key", "label", "type", "unit", "currency", "scale"):
        value = column.get(name, "")
        if not isinstance(value, str) or len(value) > 200 or "\x00" in value:
            wrong(f"{name} has to be a text of at most 200 characters.")
            value = ""
        texts[name] = value
    if not KEY.fullmatch(texts["key"]):
        wrong("its key has to be lower-case letters, digits and underscores.")
    if not texts["label"].strip():
        wrong("it has no label.")
    elif len(texts["label"].splitlines()) > 1:
        wrong("its label has to be one line.")
    if texts["type"] not in TYPES:
        wrong(f"its type is “{texts['type']}”; choose one of {', '.join(TYPES)}.")
    if texts["type"] == "money" and not CURRENCY.fullmatch(texts["currency"]):
        wrong("money needs a currency of three letters, such as USD.")
    if texts["scale"] and texts["scale"] not in SCALES:
        wrong(f"its scale is “{texts['scale']}”; choose one of {', '.join(SCALES)}.")
    decimals = column.get("decimals")
    if decimals is not None and (
        isinstance(decimals, bool)
        or not isinstance(decimals, int)
        or not 0 <= decimals <= 10
    ):
        wrong("decimals is a whole number from 0 to 10.")
        decimals = None
    return Column(**texts, decimals=decimals)


def _row(number, row, columns, problems):
    cells = row.get("cells") if isinstance(row, dict) else None
    if not isinstance(cells, list):
        problems.append(row_problem(number, "it has no list of cells"))
        return Row(())
    if len(cells) != len(columns):
        problems.append(
            row_problem(
                number,
                f"{len(cells)} cells, but the table has {len(columns)} columns",
            )
        )
        return Row(())
    values = []
    for column, cell in zip(columns, cells, strict=True):
        value = None
        if cell is not None:
            try:
                if not isinstance(cell, str):
                    raise ValueError("has to be a quoted text or number, or empty")
                value = parse_cell(cell, column)
            except ValueError as error:
                problems.append(cell_problem(number, column.label, error))
        values.append(value)
    return Row(tuple(values), *(row.get(flag) is True for flag in ROW_FLAGS))


def _repeated(name, columns):
    values = [getattr(column, name) for column in columns]
    return [
        Problem(
            f"Two columns have the {name} “{value}”: give each its own.",
            column=value if name == "label" else None,
        )
        for value in dict.fromkeys(values)
        if value and values.count(value) > 1
    ]
