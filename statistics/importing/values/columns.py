"""Read a column of cells: its numbers, its signs for no value, its values."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from careerguide.languages.scales import EXPONENTS
from statistics.table.cell_notes import LIMITS
from statistics.table.errors import shortened
from statistics.table.schema import Column, parse_cell
from statistics.table.vocabulary import folded

from .amounts import take_apart
from .arrows import are_doubtful, has_arrow
from .by_column import read_by_column
from .characters import visible
from .currencies import CODE, known_codes
from .decimal_mark import Evidence, looks_like_times
from .digits import COMMA, POINT
from .letters import marked, may_be_pence
from .missing import no_value
from .scales import scales
from .subjects import tells_no_decimals
from .units import is_of_unit, may_be_unit

UNKNOWN = ""  # the type of a column that no line describes
MOST = 4  # numbers to each cell that is none
NUMBERS = ("integer", "decimal", "money")


@dataclass(frozen=True)
class ColumnOfCells:
    """`stored` holds the texts of a known table, which are in our own notation.

    `multiplier` is (scale, what is written) where a power of ten stands below the name.
    """

    column: Column
    texts: tuple
    stored: frozenset = frozenset()
    place: int = 0
    multiplier: tuple = ()

    @cached_property
    def no_value_marks(self):
        """The sign for no value of each cell, "" without a meaning; else None."""
        return tuple(map(no_value, self.texts))

    @cached_property
    def amounts(self):
        """The number of each cell, if it has one; words that differ make it none."""
        found = [
            take_apart(text) if mark is None else None
            for text, mark in zip(self.texts, self.no_value_marks, strict=True)
        ]
        filled = [
            text if mark is None else ""
            for text, mark in zip(self.texts, self.no_value_marks, strict=True)
        ]
        found = read_by_column(filled, found)
        if are_doubtful(self.texts):
            found = [
                None if has_arrow(text) else amount
                for text, amount in zip(self.texts, found, strict=True)
            ]
        if not self.column.type:
            found = [amount and _without_unknown_code(amount) for amount in found]
        elif self.column.unit:
            found = [
                replace(a, note="") if a and a.note == self.column.unit else a
                for a in found
            ]
        words = {_word_of(amount) for amount in found if amount}
        if len(words) > 1 and not self.column.type:
            # What a number format adds to a number is asked about all the same.
            found = [
                None
                if amount and amount.word and not hasattr(text, "amount")
                else amount
                for text, amount in zip(self.texts, found, strict=True)
            ]
        return tuple(found)

    @cached_property
    def filled(self):
        return [
            text
            for text, mark in zip(self.texts, self.no_value_marks, strict=True)
            if mark is None
        ]

    @cached_property
    def numbers(self):
        return [amount for amount in self.amounts if amount]

    @cached_property
    def is_number(self):
        """Whether all are numbers, or so many that the others are mistakes."""
        others = len(self.filled) - len(self.numbers)
        return bool(self.numbers) and (
            others == 0 or len(self.numbers) >= MOST * others
        )

    def evidence(self):
        """Return what the cells tell of the decimal mark."""
        bare = [
            text
            for text, amount in zip(self.texts, self.amounts, strict=True)
            if amount and not (amount.sign or amount.percent or amount.power)
        ]
        weak = len(bare) == len(self.numbers) and (
            looks_like_times(bare) or tells_no_decimals(self.column.label)
        )
        return Evidence(self.places(), weak)

    def places(self):
        """Yield where the decimal mark may show: row, label, type, cell and amount."""
        if self.column.type == "text":
            return
        for row, (text, amount) in enumerate(
            zip(self.texts, self.amounts, strict=True), 1
        ):
            if amount and text not in self.stored:
                yield row, self.column.label, self.column.type, text, amount

    def reading(self, row, mark):
        """Return the decimal mark by which a cell is read."""
        return POINT if self.texts[row] in self.stored else mark

    def value(self, row, column, mark):
        """Return (value, note) of a cell; `ValueError` says what is wrong with it."""
        text = self.texts[row]
        if column.type == "text":
            return (parse_cell(text, column) if text else None), ""
        if self.no_value_marks[row] is not None:
            return None, self.no_value_marks[row]
        amount = self.amounts[row]
        if not amount:
            return parse_cell(text, column), ""
        number = _bare(text, amount, column, self.reading(row, mark))
        if amount.note in LIMITS:
            # Not how many, but that there are fewer: no value to draw or to sort by.
            return None, limit(text)
        return parse_cell(number, column), amount.note


def _word_of(amount):
    """The word beside a number; of one that several scales share, its meanings."""
    return scales().doubts(amount.word) or folded(amount.word)


def limit(text):
    """Return what is written of a limit, as the note of a cell without a value: <5."""
    return visible(text).replace(" ", "")[:20]


def _without_unknown_code(amount):
    """Three capitals that are no currency are a word to ask about."""
    if CODE.fullmatch(amount.sign) and amount.sign not in known_codes():
        word = f"{amount.sign} {amount.word}".strip()
        return replace(amount, sign="", currencies=(), word=word)
    return amount


def _bare(cell, amount, column, mark):
    """The number of a cell in our own notation and the column's scale.

    Raises `ValueError` where the cell holds another currency, percent, or a word.
    """
    parts = {"cell": shortened(cell), "currency": amount.sign, "word": amount.word}
    unit = column.unit.casefold()
    if column.type == "money" and may_be_pence(cell, amount, column.currency):
        what = _(
            "“%(cell)s” may be a part of %(currency)s, such as pence, or hold a mark: "
            "write the amount in full, or the mark in brackets, as in “%(marked)s”"
        )
        parts |= {"currency": column.currency, "marked": marked(cell, amount)}
        raise ValueError(what % parts)
    is_own = column.type == "money" and column.currency in amount.currencies
    if amount.sign and amount.sign.casefold() != unit and not is_own:
        what = _("“%(cell)s” is in %(currency)s, which is not what the column holds")
        raise ValueError(what % parts)
    if amount.percent and column.type != "percent":
        what = _("“%s” is a percentage, which the column does not hold")
        raise ValueError(what % shortened(cell))
    if EXPONENTS.get(column.scale) in scales().doubts(amount.word):
        amount = replace(amount, word="")  # the scale that was chosen for it
    if amount.word and not is_of_unit(amount.word, column.unit):
        raise ValueError(_("“%s” is not a number") % shortened(cell))
    if mark not in amount.readings:
        what = {
            POINT: _("“%s” is not a number whose decimals follow a point"),
            COMMA: _("“%s” is not a number whose decimals follow a comma"),
        }[mark]
        raise ValueError(what % shortened(cell))
    number = amount.readings[mark]
    if not amount.power:
        return number
    if amount.scale == column.unit:
        return number  # 5m in a column of m
    if may_be_unit(amount.scale, column.unit, bool(amount.sign)):
        what = _(
            "“%(cell)s” may be in %(unit)s or not: write the number alone, in full"
        )
        raise ValueError(what % (parts | {"unit": shortened(column.unit)}))
    if column.type not in NUMBERS:
        raise ValueError(_("“%s” is not a number") % shortened(cell))
    return scaled(number, amount.power - EXPONENTS.get(column.scale, 0))


def scaled(number, power):
    """The text of a number times a power of ten, without zeros that say nothing."""
    text = f"{Decimal(number).scaleb(power):f}"
    if power < 0 and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text
