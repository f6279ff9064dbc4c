"""Work out what a reference to cells shows: `$120,000`, “about 41.7%”.

A number is written as its table writes it. What is worked out is exact where a decimal
place more says no more, and “about” where it is rounded.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from careerguide.languages.scales import EXPONENTS
from careerguide.languages.writing import number_writer, percent_writer
from statistics.row_html import row_id
from statistics.table.formatting import format_value

from .names import CellNames
from .notation import (
    DIFFERENCE,
    GROWTH,
    NUMBER,
    RATIO,
    SHARE,
    SUM,
    NotationError,
    cell_names,
    same,
)

# Of cells of 30 digits what is worked out has all of its digits.
PRECISE = Context(prec=100, rounding=ROUND_HALF_EVEN)
ROOTS = Context(prec=50, rounding=ROUND_HALF_EVEN)  # as a hundred digits take 3 times
PLACES = {RATIO: 1, SHARE: 1, GROWTH: 1}  # decimals at most; a small number gets more


@dataclass(frozen=True)
class Cell:
    """A cell that was found: `place` is its row's, in the order of the data."""

    table: object
    column: object
    row: object
    place: int
    value: Decimal

    @property
    def row_name(self):
        return self.table.table.label(self.row)

    @property
    def name(self):
        """Its row and column, as the table calls them."""
        return f"{self.row_name}, {self.column.label}"

    @property
    def text(self):
        """The number as the table writes it."""
        return format_value(self.value, self.column)

    @property
    def fragment(self):
        """What leads to its row on the table's page."""
        return f"#{row_id(self.place + 1)}"


@dataclass(frozen=True)
class Number:
    text: str
    cells: tuple


def number_of(reference, tables, own_slug="", names=()):
    """Return the `Number` of a reference; raise NotationError with a sentence.

    `tables` are those that may be named, by slug; `names` its `cell_names`, if known.
    """
    names = names or cell_names(reference, own_slug)
    cells = tuple(_cell(name, tables) for name in names)
    if reference.keyword in OF_AMOUNTS:
        _check_amounts(cells)
    try:
        text = _WORKED_OUT[reference.keyword](cells)
    except (DivisionByZero, InvalidOperation) as error:
        sentence = _("“%s” cannot be worked out: it would divide by zero.")
        raise NotationError(sentence % reference.target) from error
    return Number(text, cells)


def _check_amounts(cells):
    """Raise NotationError where cells say when or which, and not how much."""
    for cell in cells:
        if not cell.column.is_measure:
            sentence = _(
                "“%s” says when or which, and not how much: only a difference can be "
                "worked out of it."
            )
            raise NotationError(sentence % cell.column.label)


def cells_of(table):
    """Yield each `Cell` of a table that says how much."""
    data = table.table
    for place, row in enumerate(data.rows):
        for column, value in zip(data.columns, row.cells, strict=True):
            if column.is_measure and value is not None:
                yield Cell(table, column, row, place, value)


def _cell(name, tables):
    if name.slug not in tables:
        sentence = _(
            "There is no table “%s”: write the last part of the table’s address."
        )
        raise NotationError(sentence % name.slug)
    table = tables[name.slug]
    data, names = table.table, CellNames.of(table)
    columns, rows = names.columns(name.column), names.rows(name.row)
    if not (columns and rows):  # it may have been renamed
        rows_now, columns_now = table.renames
        columns = columns or names.columns(columns_now.get(same(name.column)))
        rows = rows or names.rows(rows_now.get(same(name.row)))
    if not columns:
        sentence = _(
            "The table “%(table)s” has no column “%(name)s”: it has %(names)s."
        )
        labels = ", ".join(column.label for column in data.columns)
        said = {"table": name.slug, "name": name.column, "names": labels}
        raise NotationError(sentence % said)
    if not rows:
        sentence = _("The table “%(table)s” has no row “%(name)s”.")
        raise NotationError(sentence % {"table": name.slug, "name": name.row})
    if len(rows) > 1:
        sentence = ngettext(
            "The table “%(table)s” has %(count)d row called “%(name)s”.",
            "The table “%(table)s” has %(count)d rows called “%(name)s”: a number has "
            "to be of one.",
            len(rows),
        )
        said = {"table": name.slug, "count": len(rows), "name": name.row}
        raise NotationError(sentence % said)
    [column], [(place, row)] = columns[:1], rows
    value = row.cells[data.columns.index(column)]
    if not isinstance(value, Decimal):
        sentence = _("“%(row)s; %(column)s” of the table “%(table)s” is no number.")
        said = {"row": name.row, "column": name.column, "table": name.slug}
        raise NotationError(sentence % said)
    return Cell(table, column, row, place, value)


def _number(cells):
    return cells[0].text


def _sum(cells):
    total = Decimal(0)
    for cell in cells:
        total = PRECISE.add(total, _amount(cell, cells[0]))
    return _as(cells[0].column, total)


def _difference(cells):
    difference = PRECISE.subtract(cells[0].value, _amount(cells[1], cells[0]))
    if cells[0].column.type != "percent":
        return _as(cells[0].column, difference)
    count = difference.normalize(PRECISE)
    sentence = ngettext(
        "%s percentage point",
        "%s percentage points",
        1 if abs(count) == 1 else 2,
    )
    return sentence % number_writer()(_plain(count))


def _above_zero(cells):
    if min(cells[0].value, cells[1].value) < 0:
        sentence = _("“%s” has a number below zero, of which there is no part.")
        raise NotationError(sentence % cells[0].column.label)


def _ratio(cells):
    _above_zero(cells)
    found = PRECISE.divide(cells[0].value, _amount(cells[1], cells[0]))
    return _rounded(found, PLACES[RATIO], number_writer())


def _share(cells):
    _above_zero(cells)
    found = PRECISE.divide(cells[0].value * 100, _amount(cells[1], cells[0]))
    return _rounded(found, PLACES[SHARE], percent_writer())


def _growth(cells):
    first, last = sorted(cells, key=_year)
    years = _year(last) - _year(first)
    if not years:
        raise NotationError(_("Growth per year is between two different years."))
    ratio = PRECISE.divide(_amount(last, first), first.value)
    if ratio <= 0 or first.value < 0:
        raise NotationError(_("Growth per year needs two numbers above zero."))
    return _rounded(_root(ratio, years) * 100 - 100, PLACES[GROWTH], percent_writer())


@lru_cache(maxsize=500)  # pages are made anew with it, and it takes long
def _root(number, degree):
    """The root of a number; exact where it has few decimals: of 1.331, 1.1."""
    root = ROOTS.power(number, ROOTS.divide(Decimal(1), Decimal(degree)))
    short = root.quantize(Decimal("1e-9"), context=PRECISE)
    return short if PRECISE.power(short, degree) == number else root


OF_AMOUNTS = frozenset({SUM, RATIO, SHARE, GROWTH})
_WORKED_OUT = {
    NUMBER: _number,
    SUM: _sum,
    DIFFERENCE: _difference,
    RATIO: _ratio,
    SHARE: _share,
    GROWTH: _growth,
}


def _year(cell):
    """The year of a cell's row, by its column of years or its name."""
    for column, value in zip(cell.table.table.columns, cell.row.cells, strict=True):
        if column.type == "year" and value is not None:
            return int(value)
    label = cell.table.table.label(cell.row).strip()
    if len(label) == 4 and label.isdecimal():
        return int(label)
    sentence = _("Growth per year needs rows of years: “%s” is none.")
    raise NotationError(sentence % label)


def _amount(cell, like):
    """The value of a cell in the unit of another; they have to be of one kind."""
    column, other = cell.column, like.column
    kinds = [(c.type, c.currency, c.unit) for c in (column, other)]
    numbers = {"integer", "decimal"}
    if kinds[0] != kinds[1] and not (
        {column.type, other.type} <= numbers and column.unit == other.unit
    ):
        sentence = _("“%(one)s” and “%(other)s” are not of one kind or unit.")
        names = {"one": other.label, "other": column.label}
        raise NotationError(sentence % names)
    power = EXPONENTS.get(column.scale, 0) - EXPONENTS.get(other.scale, 0)
    return cell.value.scaleb(power, PRECISE)


def _as(column, value):
    """A number as a column writes it, with the decimals of what it is made of."""
    whole = value.as_tuple().exponent > 0
    value = value.quantize(Decimal(1), context=PRECISE) if whole else value
    return format_value(value, column)


def _rounded(value, places, write):
    """The number to so many decimals, or two digits of one that is smaller."""
    if value and abs(value) < 1:
        places = max(places, 1 - value.adjusted())
    shown = value.quantize(Decimal(1).scaleb(-places), context=PRECISE)
    text = write(_plain(shown))
    return text if shown == value else pgettext("a number", "about %s") % text


def _plain(value):
    """Without zeros at its end, and not as a power of ten."""
    value = value.normalize(PRECISE)
    is_power = value.as_tuple().exponent > 0
    return value.quantize(Decimal(1), context=PRECISE) if is_power else value
