"""Find numbers that a text claims, and the cells of tables that they may be.

Of a year, a date, a time of day, a version, the number of a thing and a count of what
follows nothing has to be shown; nor of a number that a row of the guide's tables is
called by. All else somebody should be able to check.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from careerguide.languages.locales import locale_of
from careerguide.languages.scales import EXPONENTS
from careerguide.markup.checks.outline import CODE, TAG, Outline
from careerguide.markup.references.notation import references_in
from careerguide.markup.rules import HEADING_TAGS
from statistics.importing.values.amounts import take_apart
from statistics.importing.values.digits import own_mark

from .notation import NUMBER, CellName, written
from .numbers import cells_of

MOST = 300  # of one text
MOST_LOOKED_AT = 2_000  # numbers of one text, claims or not
NEAR = 100  # characters before and after a number that tell what it is
SMALL = 20  # a count of what follows is at most this
_DIGITS = re.compile(
    r"(?<![\w.,:/°#–-])[-−]?"
    r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*)"
    r"(?!\d|:\d|/\d)"
)
_SIGN = r"[^\w\s.,;:!?()\[\]\"'“”‘’–—-]"  # of a currency, with its country: US$
_SIGNS = r"$¢£¥฿\u20a0-\u20cf"  # of currencies, as they stand behind a number
_BEFORE = re.compile(rf"(?:\b[A-Z]{{1,3}})?{_SIGN}\s?$|\b[A-Z]{{3}}\s$")
_WORDS = re.compile(rf"[ \u00a0\u202f]?[^\W\d_]+|[ \u00a0\u202f]?[%‰٪{_SIGNS}]")
_LAST_WORD = re.compile(r"([\w.+#)-]+)[\s(]*$")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
# What has numbers as names.
_NUMBERED = {"version", "v", "no", "nr", "chapter", "step", "level", "page", "figure"}
_PHONE = re.compile(r"(?<!\w)(?:\+\d{1,3}|\(?0\d{1,4}\)?)[ /-]?\d[\d /-]{4,}\d")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|e|er|ème|º|ª)\b", re.I)


@dataclass(frozen=True)
class Claim:
    """A number as it is `written` in a line of a text; `value` without its scale."""

    written: str
    line: int
    value: Decimal
    currencies: tuple
    is_percent: bool
    start: int = 0  # in its block or plain text
    in_heading: bool = False  # which holds no reference

    def is_shown_by(self, column, value):
        """Return whether a cell says the same, in whatever scale."""
        if self.is_percent != (column.type == "percent"):
            return False
        if self.currencies and column.currency not in self.currencies:
            return False
        if not column.is_measure:
            return False
        return value.scaleb(EXPONENTS.get(column.scale, 0)) == self.value


def claims_in(text, names=(), markdown=True):
    """Return the `Claim`s of a text, in their order; `names` are those of rows."""
    known = {number for name in names for number in _numbers_of(name)}
    found = []
    numbers = count(1)
    for line_of, name, shown in _blocks(text, markdown):
        for claim, place in _claims(shown, name in HEADING_TAGS, numbers):
            if claim.written not in known and len(found) < MOST:
                found.append(
                    Claim(
                        claim.written,
                        line_of(place),
                        claim.value,
                        claim.currencies,
                        claim.is_percent,
                        place,
                        name in HEADING_TAGS,
                    )
                )
    return found


class CellsByValue:
    """The cells of some tables, by what they say in whatever scale."""

    def __init__(self, tables):
        self._cells = {}
        for table in tables:
            for cell in cells_of(table):
                value = cell.value.scaleb(EXPONENTS.get(cell.column.scale, 0))
                self._cells.setdefault(value, []).append(cell)

    def saying(self, claim):
        """Return the cells that say the same as a `Claim`."""
        cells = self._cells.get(claim.value, ())
        return [c for c in cells if claim.is_shown_by(c.column, c.value)]


def proposals(claim, cells, own_slug="", markdown=True):
    """Yield (notation, name of a cell, table) for each cell that says the same.

    `cells` are a `CellsByValue`; `own_slug` is of the table whose own text it is, and
    `markdown` says whether the text is such.
    """
    for cell in () if claim.in_heading else cells.saying(claim):
        name = CellName(cell.table.slug, cell.row_name, cell.column.label)
        yield written(NUMBER, [name], own_slug, markdown), cell.name, cell.table


def _blocks(text, markdown):
    if not markdown:
        yield lambda place: 0, "", _without_references(text)
        return
    for block in Outline(text).blocks:
        yield block.lines(), block.name, _without_references(block.text)


def _without_references(text):
    for _reference, match in references_in(text):
        text = text.replace(match[0], CODE * len(match[0]), 1)
    return text


def _claims(shown, in_heading, numbers):
    """Yield a `Claim` and its place of what is one; `numbers` counts all of a text."""
    end = 0
    shown = _PHONE.sub(lambda found: CODE * len(found[0]), shown)
    for match in _DIGITS.finditer(shown):
        if match.start() < end:
            continue
        if next(numbers) > MOST_LOOKED_AT:
            return
        found = _amount(shown, match)
        if found is None:
            continue
        start, end, amount = found
        if not _is_claim(shown, start, end, match, amount, in_heading):
            continue
        reading = amount.readings.get(own_mark()) or next(
            iter(amount.readings.values())
        )
        value = Decimal(reading).scaleb(amount.power)
        text = shown[start:end].strip().replace(TAG, "")
        yield Claim(text, 0, value, amount.currencies, amount.percent), start


def _amount(shown, match):
    """Where a number begins and ends with what belongs to it, and the Amount."""
    digits_end = match.end()
    before = _BEFORE.search(_before(shown, match.start()))
    starts = [match.start()]
    if before and before[0].strip():
        starts.insert(0, match.start() - len(before[0]))
    ends, at = [digits_end], digits_end
    for _ in range(2):
        if more := _WORDS.match(shown, at):
            at = more.end()
            ends.insert(0, at)
    for start in starts:
        for end in ends:
            amount = take_apart(shown[start:end].strip())
            is_sure = (
                amount
                and not amount.word
                and bool(amount.sign) == bool(amount.currencies)
            )
            if is_sure and amount.readings:
                return start, end, amount
    return None


def _is_claim(shown, start, end, match, amount, in_heading):
    digits = match[0]
    if amount.percent or amount.currencies or amount.scale:
        return True
    if _ORDINAL.match(shown, match.end()) or shown[end : end + 1].isalpha():
        return False
    is_bare = digits.isdecimal()
    if is_bare and len(digits) == 4 and 1500 <= int(digits) <= 2199:
        return False
    is_code = digits[0] == "0" and digits[1:2].isdigit()
    if is_code or (digits.count(".") > 1 and not _is_grouped(digits)):
        return False
    words = _before(shown, start)
    before = _LAST_WORD.search(words.replace(TAG, ""))
    after = _NEXT_WORD.match(shown[end : end + NEAR].replace(TAG, ""))
    near = {(word[1]).casefold() for word in (before, after) if word}
    if is_bare and near & _month_words():
        return False
    if before and _is_name(words, before[1]) and not _is_grouped(digits):
        return False
    counts = in_heading or _counts_what_follows(shown)
    return not (is_bare and counts and int(digits) <= SMALL)


def _before(shown, place):
    return shown[max(0, place - NEAR) : place]


def _is_grouped(digits):
    return bool(re.fullmatch(r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+", digits))


def _is_name(before, word):
    """Whether a number is part of a name: Python 3, Level 2, (WCAG) 2.2, version 4."""
    if word.casefold().strip(".") in _NUMBERED:
        return True
    if not word[:1].isupper() and not word.rstrip(")")[-2:].isupper():
        return False
    place = before.rstrip(" (").rfind(word)
    start = before[:place].rstrip(f" {TAG}")
    # At the start of a sentence every word has a capital.
    return bool(start) and start[-1] not in ".:!?\n"


def _counts_what_follows(shown):
    return shown.rstrip(f" {TAG}").endswith(":")


def _month_words():
    names = locale_of().months["format"]
    both = (*names["wide"].values(), *names["abbreviated"].values())
    return {name.casefold().strip(".") for name in both}


def _numbers_of(name):
    return re.findall(r"\d[\d.,]*", name)
