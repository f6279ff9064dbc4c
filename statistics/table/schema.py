"""Define a statistics table as data: typed columns and exact values, validated here.

The stored form (`StatTable.data`) is JSON; numbers are quoted decimals, so that 8.430
stays 8.430, and a missing value is null::

    {"columns": [{"key": "year", "label": "Year", "type": "year"},
                 {"key": "size", "label": "Market size", "type": "money",
                  "currency": "USD", "scale": "billion"}],
     "rows": [{"cells": ["2020", "8.43"]},
              {"cells": ["2021", null], "notes": {"size": "c"}},
              {"cells": ["2027", "96.7"], "forecast": true}],
     "diverging": false}

A note is the mark that a source puts beside a number, or in place of one: [c].
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.scales import EXPONENTS
from careerguide.languages.writing import number_text

from .cell_notes import parse_notes
from .errors import DataError, Problem, cell_problem, row_problem, shortened
from .vocabulary import is_other

MAX_ROWS = 2_000
MAX_COLUMNS = 30
MAX_TEXT = 500
MAX_DIGITS = 30
TYPES = ("text", "integer", "decimal", "percent", "money", "year", "rank")
SCALES = tuple(EXPONENTS)
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
    notes: dict = field(default_factory=dict, hash=False)  # marks by column key

    @property
    def is_empty(self):
        """Whether the row says nothing, as a line of text without cells does."""
        filled = any(cell not in (None, "") for cell in self.cells)
        return not (filled or self.forecast or self.total or self.notes)


@dataclass(frozen=True)
class TableData:
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    diverging: bool = False

    @cached_property
    def label_index(self):
        """The column whose cells name the rows: the first text, else the first."""
        texts = (i for i, column in enumerate(self.columns) if column.type == "text")
        return next(texts, 0)

    @cached_property
    def measure_index(self):
        """The first column that says how much, or None."""
        measures = (i for i, column in enumerate(self.columns) if column.is_measure)
        return next(measures, None)

    def label(self, row):
        value = row.cells[self.label_index]
        return "" if value is None else cell_text(value)

    def ordered(self):
        """Return rows by value, largest first.

        Missing and "Other" after, totals last.
        """
        index = self.measure_index
        if index is None:
            return self.rows

        def place(row):
            value = row.cells[index]
            return (
                row.total,
                is_other(self.label(row)),
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
                | ({"notes": row.notes} if row.notes else {})
                for row in self.rows
            ],
        }
        return data | ({"diverging": True} if self.diverging else {})


def cell_text(value):
    """Return a cell as it is stored: a number in plain digits, however small."""
    return value if isinstance(value, str) else f"{value:f}"


def parse(data):
    """Check the stored form and return a `TableData`; raise `DataError` if wrong."""
    if not isinstance(data, dict):
        raise DataError([_("A table is a mapping of columns and rows.")])
    columns, rows = data.get("columns", []), data.get("rows", [])
    if not isinstance(columns, list) or not isinstance(rows, list):
        raise DataError([_("Columns and rows are lists.")])
    check_size(len(columns), len(rows))
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


def check_size(columns, rows):
    """Raise `DataError` for more columns or rows than a table takes."""
    if columns > MAX_COLUMNS:
        sentence = ngettext(
            "%(count)d column; a table takes %(most)d.",
            "%(count)d columns; a table takes %(most)d.",
            columns,
        )
        raise DataError([sentence % {"count": columns, "most": MAX_COLUMNS}])
    if rows > MAX_ROWS:
        sentence = ngettext(
            "%(count)s row; a table takes %(most)s.",
            "%(count)s rows; a table takes %(most)s.",
            rows,
        )
        numbers = {"count": number_text(rows), "most": number_text(MAX_ROWS)}
        raise DataError([sentence % numbers])


def parse_cell(text, column):
    """Return one cell: text as it is, a number as a Decimal.

    ValueError says what is wrong.
    """
    if column.type == "text":
        if len(text) > MAX_TEXT:
            length = {"length": len(text), "limit": MAX_TEXT}
            raise ValueError(
                _("%(length)d characters; a cell takes %(limit)d") % length
            )
        if "\x00" in text:
            raise ValueError(_("holds a NUL character"))
        return text
    if not NUMBER.fullmatch(text):
        raise ValueError(_("“%s” is not a number") % shortened(text))
    if len(text) > MAX_DIGITS and sum(c.isdigit() for c in text) > MAX_DIGITS:
        raise ValueError(_("more than %d digits") % MAX_DIGITS)
    value = Decimal(text)  # in digits of any script, as \d matches them
    value = value if value else abs(value)  # -0 is 0
    if (
        column.type in ("integer", "year", "rank")
        and value != value.to_integral_value()
    ):
        raise ValueError(_("“%s” is not a whole number") % shortened(text))
    if column.type in ("year", "rank"):
        value = value.to_integral_value()  # 2021.0 is 2021
    if column.type == "year" and not 1 <= value <= 9999:
        raise ValueError(_("“%s” is not a year") % shortened(text))
    if column.type == "rank" and value < 1:
        raise ValueError(_("“%s” is not a rank: ranks begin at 1") % shortened(text))
    return value


def _column(number, column, problems):
    label = column.get("label") if isinstance(column, dict) else None

    def wrong(sentence):
        about = label if isinstance(label, str) else None
        named = _("Column %(number)d: %(what)s") % {"number": number, "what": sentence}
        problems.append(Problem(named, column=about))

    if not isinstance(column, dict):
        wrong(_("it is not a mapping of key, label and type."))
        return Column("", "", "text")
    if unknown := sorted(map(str, set(column) - COLUMN_KEYS)):
        wrong(_("nobody knows what %s means.") % ", ".join(unknown))
    texts = {}
    for name in ("key", "label", "type", "unit", "currency", "scale"):
        value = column.get(name, "")
        if not isinstance(value, str) or len(value) > 200 or "\x00" in value:
            wrong(_("%s has to be a text of at most 200 characters.") % name)
            value = ""
        texts[name] = value
    if not KEY.fullmatch(texts["key"]):
        wrong(_("its key has to be lower-case letters, digits and underscores."))
    if not texts["label"].strip():
        wrong(_("it has no label."))
    elif len(texts["label"].splitlines()) > 1:
        wrong(_("its label has to be one line."))
    if texts["type"] not in TYPES:
        choice = {"word": texts["type"], "words": ", ".join(TYPES)}
        wrong(_("its type is “%(word)s”; choose one of %(words)s.") % choice)
    if texts["type"] == "money" and not CURRENCY.fullmatch(texts["currency"]):
        wrong(_("money needs a currency of three letters, such as USD."))
    if texts["scale"] and texts["scale"] not in SCALES:
        choice = {"word": texts["scale"], "words": ", ".join(SCALES)}
        wrong(_("its scale is “%(word)s”; choose one of %(words)s.") % choice)
    decimals = column.get("decimals")
    if decimals is not None and (
        isinstance(decimals, bool)
        or not isinstance(decimals, int)
        or not 0 <= decimals <= 10
    ):
        wrong(_("decimals is a whole number from 0 to 10."))
        decimals = None
    return Column(**texts, decimals=decimals)


def _row(number, row, columns, problems):
    cells = row.get("cells") if isinstance(row, dict) else None
    if not isinstance(cells, list):
        problems.append(row_problem(number, _("it has no list of cells")))
        return Row(())
    if len(cells) != len(columns):
        what = ngettext(
            "%(cells)d cell, but the table has %(columns)d columns",
            "%(cells)d cells, but the table has %(columns)d columns",
            len(cells),
        )
        counts = {"cells": len(cells), "columns": len(columns)}
        problems.append(row_problem(number, what % counts))
        return Row(())
    values = []
    for column, cell in zip(columns, cells, strict=True):
        value = None
        if cell is not None:
            try:
                if not isinstance(cell, str):
                    raise ValueError(_("has to be a quoted text or number, or empty"))
                value = parse_cell(cell, column)
            except ValueError as error:
                problems.append(cell_problem(number, column.label, error))
        values.append(value)
    flags = (row.get(flag) is True for flag in ROW_FLAGS)
    return Row(tuple(values), *flags, parse_notes(number, row, columns, problems))


def _repeated(name, columns):
    values = [getattr(column, name) for column in columns]
    return [
        Problem(_twice(name) % value, column=value if name == "label" else None)
        for value in dict.fromkeys(values)
        if value and values.count(value) > 1
    ]


def _twice(name):
    if name == "key":
        return _("Two columns have the key “%s”: give each its own.")
    return _("Two columns have the label “%s”: give each its own.")
