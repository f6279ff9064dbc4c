"""A column of a paste: its cells, and what they hold where no line describes it."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import gettext as _

from .data import MAX_DIGITS, Column, parse_cell
from .marks import POINT, bare_number, take_apart
from .numbers import SYMBOLS

MISSING = {"", "-", "–", "—", "n/a", "#n/a", "na", "..", "…", "no data"}
MOST = 4  # numbers to each cell that is none
YEAR = re.compile(r"(1[5-9]|2[01])\d\d")
UNKNOWN = ""  # the type of a column that no line describes
# Any three letters are a currency where a line says so; these are one without.
CURRENCIES = {*SYMBOLS, "CHF", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CNY"}


@dataclass(frozen=True)
class ColumnOfCells:
    """`stored` holds the texts of a known table, which are in our own notation."""

    column: Column
    texts: tuple[str, ...]
    stored: frozenset[str] = frozenset()

    def places(self):
        """Where the decimal mark may show: the cells that are numbers, taken apart."""
        if self.column.type == "text" or not (self.column.type or self.is_number):
            return
        for row, text in enumerate(self.texts, 1):
            if text not in self.stored and (written := self.written[text]):
                yield row, self.column.label, self.column.type, text, written

    @cached_property
    def written(self):
        return {text: take_apart(text) for text in self.texts}

    @cached_property
    def missing(self):
        """What stands for no value, with the site's own words for it."""
        return MISSING | {_("no data").casefold()}

    @cached_property
    def filled(self):
        return [text for text in self.written if text.casefold() not in self.missing]

    @cached_property
    def is_number(self):
        """All are numbers, or so many that the others are mistakes to be named."""
        numbers = sum(1 for text in self.filled if self.written[text])
        others = len(self.filled) - numbers
        return numbers > 0 and (others == 0 or numbers >= MOST * others)

    def settled(self, mark):
        """The column, with a type that its cells show if it had none."""
        return self.column if self.column.type else self._guess(mark)

    def value(self, text, column, mark):
        """One cell's value; `ValueError` says what is wrong with it."""
        if column.type == "text":
            return parse_cell(text, column) if text else None
        if text.casefold() in self.missing:
            return None
        if written := self.written[text]:
            mark = POINT if text in self.stored else mark
            text = bare_number(text, written, column, mark)
        return parse_cell(text, column)

    def _guess(self, mark):
        filled = self.filled
        if filled and self.column.label.casefold() in ("rank", "#", "no."):
            return replace(self.column, type="rank")
        if filled and all(map(YEAR.fullmatch, filled)):
            return replace(self.column, type="year")
        if not self.is_number or any(map(_is_too_long, filled)):
            return replace(self.column, type="text")
        filled = [text for text in filled if self.written[text]]
        numbers = [self.written[text] for text in filled]
        currencies = {number.currency for number in numbers if number.sign}
        if any(number.percent for number in numbers):
            return replace(self.column, type="text" if currencies else "percent")
        if currencies:
            known = len(currencies) == 1 and currencies <= CURRENCIES
            return (
                replace(self.column, type="money", currency=currencies.pop())
                if known
                else replace(self.column, type="text")
            )
        marks = [POINT if text in self.stored else mark for text in filled]
        # A number that cannot be read so is a problem of its cell, not of the type.
        fractions = any(
            "." in number.readings.get(its_mark, ".")
            for number, its_mark in zip(numbers, marks, strict=True)
        )
        return replace(self.column, type="decimal" if fractions else "integer")


def _is_too_long(text):
    return sum(character.isdigit() for character in text) > MAX_DIGITS
