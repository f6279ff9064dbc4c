"""Read a workbook's cells: texts that know what they mean, or why they are unread."""

from statistics.importing.values.digits import POINT


class NumberCell(str):
    """A number as our own notation has it; `amount` is what it means.

    `places` are the decimals that its format shows, where it has such a format, and
    `rounded` the amount that is shown, where that is another. `divided` ones are shown
    in thousands or millions of what the cell holds.
    """

    amount, rounded, places, divided = None, None, None, False

    @classmethod
    def of(cls, amount, rounded=None, places=None, divided=False):
        cell = cls(amount.in_our_notation(POINT))
        cell.amount, cell.rounded, cell.places = amount, rounded, places
        cell.divided = divided
        return cell


class DateCell(str):
    """A day or time as it is shown; `kind` is "year" where only the year is.

    `unknown` is a format that is not known, below which a day stands in full.
    """

    kind = unknown = ""

    @classmethod
    def of(cls, text, kind, unknown=""):
        cell = cls(text)
        cell.kind, cell.unknown = kind, unknown
        return cell


class CodeCell(str):
    """Digits that a format writes with marks between them: 12-07 is no number."""

    kind = "code"


class HiddenCell(str):
    """A value that its format keeps from being seen."""


class StruckCell(str):
    """Text of which a part was struck out, without that part."""


class BadCell(str):
    """A cell that cannot be read; `problem` says why."""

    problem = ""
