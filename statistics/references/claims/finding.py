"""Find the numbers of a text that somebody should be able to check.

Of a year, a date, a time of day, a version, the number of a thing and a count of what
follows nothing has to be shown; nor of a number that a row of the guide's tables is
called by.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import count, islice

from careerguide.languages.scales import EXPONENTS
from careerguide.markup.checks.outline import TAG, Outline
from careerguide.markup.references.notation import references_in
from careerguide.markup.rules import HEADING_TAGS

from .amounts import numbers_in
from .context import Context
from .evidence import is_a_claim, is_year
from .masks import masked
from .names import may_be_a_claim
from .worded import TIED, worded_claims
from .wording import words as words_of_language

MOST = 300  # of one text
MOST_LOOKED_AT = 2_000  # numbers of one text, claims or not
SMALL = 20  # a count of what follows is at most this
_WITHIN = re.compile(rf"(?<=\d){TAG}+(?=\d)")
_DASH = re.compile(r"\s?[–—-]\s?")
CELLS = ("td", "th")
_RANGE = re.compile(r"\s+(?:to|and|or)\s+")
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.I)


@dataclass(frozen=True)
class Claim:
    """A number as it is `written` in a line of a text; `value` without its scale.

    `value` is None of words such as “half of”. `is_sure` says that somebody has to
    answer for it; any other number is worth a look where a table has it.
    """

    written: str
    line: int
    value: Decimal | None = None
    currencies: tuple = ()
    is_percent: bool = False
    start: int = 0  # in its block or plain text
    in_heading: bool = False  # which holds no reference
    is_sure: bool = True

    def is_shown_by(self, column, value):
        """Return whether a cell says the same, in whatever scale."""
        if self.is_percent != (column.type == "percent"):
            return False
        if self.currencies and column.currency not in self.currencies:
            return False
        if not column.is_measure:
            return False
        return value.scaleb(EXPONENTS.get(column.scale, 0)) == self.value


def claims_in(text, names=(), markdown=True, unsure=False):
    """Return the `Claim`s of a text, in their order; `names` are those of rows.

    With `unsure` also numbers that need nobody to answer for them.
    """
    known = {number for name in names for number in _numbers_of(name)}
    found, numbers = [], count(1)
    for line_of, name, shown in _blocks(text, markdown):
        if len(found) >= MOST:
            break
        for claim in _claims(shown, line_of, name, numbers):
            is_wanted = claim.is_sure or unsure
            if is_wanted and claim.written not in known and len(found) < MOST:
                found.append(claim)
    return found


def _blocks(text, markdown):
    if not markdown:
        yield lambda place: 0, "", _without_references(text)
        return
    for block in Outline(text).blocks:
        # 10<sup>6</sup> is not 106.
        shown = _WITHIN.sub(" ", block.text).replace(TAG, "")
        shown = _without_references(shown)
        yield block.lines(shown), block.name, shown


def _without_references(text):
    for _reference, match in references_in(text):
        text = text.replace(match[0], TIED * len(match[0]), 1)
    return text


def _claims(shown, line_of, name, numbers):
    """Yield the claims of a block; `numbers` counts all numbers of a text."""
    in_heading = name in HEADING_TAGS
    words = words_of_language()
    text = masked(shown)
    spans = worded_claims(shown, text, words) if words else []
    taken = [(start, end) for start, end, _value in spans]
    found = [*numbers_in(text, numbers, MOST_LOOKED_AT)]
    if words:
        found += islice(words.numbers_in_words(text), MOST_LOOKED_AT)
        found.sort(key=lambda number: number.start)
    is_list = in_heading or shown.rstrip().endswith(":")
    claims = [
        (start, end, value, (), value is not None, True) for start, end, value in spans
    ]
    for place, number in enumerate(found):
        if len(claims) > 2 * MOST:
            break
        if any(start < number.end and number.start < end for start, end in taken):
            continue
        context = Context(text, number)
        if not may_be_a_claim(context, text, words):
            continue
        start = number.start
        is_small = number.is_bare and int(number.digits) <= SMALL
        is_sure = is_a_claim(context, words) or _fills(shown, number, name)
        is_sure = is_sure and not (is_list and is_small and not number.has_unit)
        if number.is_worded and not is_sure:
            continue
        value, before = number.value, found[place - 1] if place else None
        begins = is_sure and before and not (before.has_unit or is_year(before))
        if begins and _is_range(text, before, number):
            start, value = before.start, None
            claims = [claim for claim in claims if claim[0] != start]
        claims.append(
            (start, number.end, value, number.currencies, number.is_percent, is_sure)
        )
    for start, end, value, currencies, is_percent, is_sure in sorted(
        claims, key=lambda claim: claim[0]
    ):
        written = shown[start:end].strip()
        line = line_of(start)
        yield Claim(
            written, line, value, currencies, is_percent, start, in_heading, is_sure
        )


def _fills(shown, number, name):
    """Whether a number that counts much is all of a cell, which a table says of it."""
    is_whole = name in CELLS and shown.strip() == shown[number.start : number.end]
    return is_whole and abs(number.value) > SMALL and not is_year(number)


def _is_range(text, first, second):
    """Whether two numbers are one range whose unit stands behind it: 10–15%."""
    between = text[first.end : second.start]
    if _DASH.fullmatch(between):
        return True
    start = text[max(0, first.start - 20) : first.start]
    is_open = second.has_unit and between.strip() == "to"
    return bool(_RANGE.fullmatch(between)) and (is_open or bool(_BETWEEN.search(start)))


def _numbers_of(name):
    return re.findall(r"\d[\d.,]*", name)
