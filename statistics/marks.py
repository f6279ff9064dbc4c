"""Numbers as people write them: $1,234.50, 1.234,50 €, 1 234,5 %, (1'234).

What “1,234” means depends on who wrote it. `take_apart` gives each meaning a cell can
have, `agree` finds the decimal mark that all cells of a paste share, and asks where
the cells do not tell: a wrong guess would be off by a thousand and look right.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .numbers import MINUS, SYMBOLS
from .problems import DataError, Problem

LONGEST = 100  # characters of a cell that may be a number
POINT, COMMA = MARKS = ".", ","
EXAMPLES = {POINT: "1,234.56", COMMA: "1.234,56"}
CURRENCIES = {symbol: code for code, symbol in SYMBOLS.items()} | {"US$": "USD"}
# Spaces of several widths and apostrophes of two shapes end thousands, too.
ALIKE = {ord(c): " " for c in "\u00a0\u2007\u2009\u202f"} | {ord("’"): "'"}
ALIKE |= {ord(MINUS): "-"}

_SIGN = "|".join([*map(re.escape, sorted(CURRENCIES, reverse=True)), "[A-Z]{3}"])
WRITTEN = re.compile(
    rf"(?P<minus>[-+]?) ?(?P<before>{_SIGN})? ?(?P<inner>[-+]?)"
    rf"(?P<digits>[0-9.,][0-9., ']*)(?P<after> ?(?:{_SIGN}|%))?"
)


def _pattern(mark, other):
    groups = rf"[1-9][0-9]{{0,2}}(?P<end>[ '{other}])[0-9]{{3}}(?:(?P=end)[0-9]{{3}})*"
    indian = rf"[1-9][0-9]?(?:[{other}][0-9]{{2}})+[{other}][0-9]{{3}}"
    whole = rf"(?P<whole>{groups}|{indian}|[0-9]+)"
    return re.compile(rf"{whole}?(?:[{mark}](?P<fraction>[0-9]+))?")


PATTERNS = {POINT: _pattern(POINT, COMMA), COMMA: _pattern(COMMA, POINT)}


@dataclass(frozen=True)
class Written:
    """A cell's number: what it may mean by decimal mark, its currency, its percent."""

    readings: dict
    currency: str = ""
    sign: str = ""
    percent: bool = False

    def of_type(self, kind):
        """The readings that a column of this type takes: 1.234 is no whole number."""
        if kind in ("integer", "year", "rank"):
            whole = {m: t for m, t in self.readings.items() if is_whole(t)}
            return whole or self.readings
        return self.readings

    def in_our_notation(self, mark, otherwise):
        """The same cell with a decimal point and nothing between thousands."""
        if mark not in self.readings:
            return otherwise
        number = self.readings[mark]
        minus = "-" * number.startswith("-")
        return f"{minus}{self.sign}{number.removeprefix('-')}{'%' * self.percent}"


class Unsettled(DataError):
    """The cells do not tell how decimals are written: one `cell` and its `readings`,
    or neither where cells contradict each other."""

    def __init__(self, problem, cell="", readings=None):
        super().__init__([problem])
        self.cell, self.readings = cell, readings or {}

    def along_with(self, problems):
        """The same, with what else is wrong; nothing more where cells contradict."""
        self.problems += problems if self.readings else []
        return self


def take_apart(cell):
    """What is written in a cell, or None if it is no number."""
    if len(cell) > LONGEST:
        return None
    text = cell.translate(ALIKE).strip()
    negative = text.startswith("(") and text.endswith(")")
    found = WRITTEN.fullmatch(text[1:-1].strip() if negative else text)
    if not found:
        return None
    minus, before, inner, digits, after = found.group(
        "minus", "before", "inner", "digits", "after"
    )
    after = (after or "").strip()
    if (minus and inner) or (before and after) or (negative and (minus or inner)):
        return None
    sign = "-" if negative or "-" in (minus, inner) else ""
    readings = {
        mark: sign + plain for mark in MARKS if (plain := _plain(digits.strip(), mark))
    }
    currency = before or after.removeprefix("%")
    return (
        Written(readings, CURRENCIES.get(currency, currency), currency, after == "%")
        if readings
        else None
    )


def _plain(digits, mark):
    """The digits in our own notation, read by one mark; "" if they cannot be."""
    found = PATTERNS[mark].fullmatch(digits)
    if not found:
        return ""
    whole = re.sub("[^0-9]", "", found["whole"] or "0")
    return f"{whole}.{found['fraction']}" if found["fraction"] else whole


def is_whole(text):
    return not text.partition(".")[2].strip("0")


def bare_number(cell, written, column, mark):
    """The number `written` in a cell in our own notation.

    Raises `ValueError` where the cell holds another currency, or percent.
    """
    if written.sign and (column.type, column.currency) != ("money", written.currency):
        what = _("“%(cell)s” is in %(currency)s, which is not what the column holds")
        raise ValueError(what % {"cell": cell[:40], "currency": written.sign})
    if written.percent and column.type != "percent":
        what = _("“%s” is a percentage, which the column does not hold")
        raise ValueError(what % cell[:40])
    if mark not in written.readings:
        what = {
            POINT: _("“%s” is not a number whose decimals follow a point"),
            COMMA: _("“%s” is not a number whose decimals follow a comma"),
        }[mark]
        raise ValueError(what % cell[:40])
    return written.readings[mark]


def agree(places):
    """The decimal mark of all `places`: (row, label, column type, cell, written).

    Raises `Unsettled` where cells contradict each other, or where each of them could
    mean two numbers.
    """
    evidence, ambiguous = {}, []
    for row, label, kind, cell, written in places:
        readings = written.of_type(kind)
        if len(readings) == 1:
            evidence.setdefault(next(iter(readings)), (row, label, cell))
        elif len(set(readings.values())) > 1:
            ambiguous.append((row, label, cell, readings))
    if len(evidence) > 1:
        raise _contradiction(evidence)
    if evidence or not ambiguous:
        return next(iter(evidence), POINT)
    raise _question(*ambiguous[0], others=len(ambiguous) - 1)


def _contradiction(evidence):
    (row, label, cell), (row2, label2, cell2) = evidence[COMMA], evidence[POINT]
    sentence = _(
        "Row %(row)d, column “%(column)s”: “%(cell)s” has a decimal comma, but "
        "“%(cell2)s” in row %(row2)d, column “%(column2)s”, has a decimal point. "
        "Write them alike, or choose under “Decimals” how they are written."
    )
    parts = {"row": row, "column": label, "cell": cell[:40]}
    parts |= {"row2": row2, "column2": label2, "cell2": cell2[:40]}
    return Unsettled(Problem(sentence % parts, row, label))


def _question(row, label, cell, readings, others):
    sentence = (
        ngettext(
            "Row %(row)d, column “%(column)s”: “%(cell)s” could mean %(point)s or "
            "%(comma)s, and so could %(others)d more. Choose under “Decimals” how they "
            "are written.",
            "Row %(row)d, column “%(column)s”: “%(cell)s” could mean %(point)s or "
            "%(comma)s, and so could %(others)d more. Choose under “Decimals” how they "
            "are written.",
            others,
        )
        if others
        else _(
            "Row %(row)d, column “%(column)s”: “%(cell)s” could mean %(point)s or "
            "%(comma)s. Choose under “Decimals” how they are written."
        )
    )
    parts = {"row": row, "column": label, "cell": cell[:40], "others": others}
    parts |= {"point": readings[POINT], "comma": readings[COMMA]}
    return Unsettled(Problem(sentence % parts, row, label), cell[:40], readings)
