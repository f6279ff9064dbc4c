"""Read the numbers of a text in digits, each with what belongs to it.

`US$ 120,000`, `3 million euros` and `46 %` are one amount each; of `ISO 9001` the
letters are no currency, and of `4K` the letter is no scale.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from statistics.importing.values.amounts import take_apart
from statistics.importing.values.currencies import known_codes
from statistics.importing.values.digits import own_mark

from .masks import SIGNS

NEAR = 100  # characters before and after a number that tell what it is
_DIGITS = re.compile(
    r"(?:(?<![\w.,:/°#–-])[-−]?|(?<=[\d%kKmM][–-]))"
    r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*)"
    r"(?!\d|:\d|/\d)"
)
_SIGN = r"[^\w\s.,;:!?()\[\]\"'“”‘’–—-]"  # of a currency, with its country: US$
_BEFORE = re.compile(rf"(?:\b[A-Z]{{1,3}})?{_SIGN}\s?$|\b[A-Z]{{3}}\s$")
_AFTER = re.compile(rf"[ \u00a0\u202f]?[^\W\d_]+|[ \u00a0\u202f]?[%‰٪{SIGNS}]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+")
_CENTS = re.compile(r"\d[.,]\d\d(?!\d)")
_CODE_BEFORE = re.compile(r"[A-Z]{3}")
LEAST_OF_A_CODE = 50  # TOP 10 and PHP 8 are names, though both are currencies


@dataclass(frozen=True)
class Number:
    """Where a number of a text stands, and what it is.

    `digits` are as they are written, up to `digits_end`; `has_unit` says that it is
    percent, money or of a scale, by its own signs.
    """

    start: int
    end: int
    digits: str
    digits_start: int
    digits_end: int
    value: Decimal
    currencies: tuple
    is_percent: bool
    has_scale: bool
    is_worded: bool = False

    @classmethod
    def of_words(cls, start, end, value):
        """Return a whole number that is written in words."""
        value = Decimal(value)
        return cls(start, end, str(value), start, end, value, (), False, False, True)

    @property
    def has_unit(self):
        return bool(self.is_percent or self.currencies or self.has_scale)

    @property
    def is_bare(self):
        return self.digits.isdecimal()

    @property
    def is_grouped(self):
        """Whether it is in thousands; a mark of decimals parts none."""
        digits = self.digits.lstrip("-−")
        is_decimal = digits.count(own_mark()) == 1
        return not is_decimal and bool(_GROUPED.fullmatch(digits))


def numbers_in(shown, numbers, most):
    """Yield each `Number` of a text; `numbers` counts all that are looked at."""
    end = 0
    for match in _DIGITS.finditer(shown):
        if match.start() < end:
            continue
        if next(numbers) > most:
            return
        if number := _number(shown, match):
            end = number.end
            yield number


def _number(shown, match):
    before = _BEFORE.search(shown[max(0, match.start() - NEAR) : match.start()])
    starts = [match.start()]
    if before and before[0].strip():
        starts.insert(0, match.start() - len(before[0]))
    ends, at = [match.end()], match.end()
    for _ in range(2):
        if more := _AFTER.match(shown, at):
            at = more.end()
            ends.insert(0, at)
    for start in starts:
        for end in ends:
            amount = take_apart(shown[start:end].strip())
            if amount and amount.readings and _is_sure(amount, shown[start:end]):
                return _read(shown, match, start, end, amount)
    return None


def _is_sure(amount, text):
    if amount.word or bool(amount.sign) != bool(amount.currencies):
        return False
    if amount.scale and not amount.sign and text[:1].isalpha():
        return False  # no scale stands before its number: BIO 110
    if not _CODE_BEFORE.fullmatch(amount.sign):
        return True
    value = Decimal(next(iter(amount.readings.values())))
    has_cents = bool(_CENTS.search(text))
    is_large = bool(amount.scale) or has_cents or abs(value) >= LEAST_OF_A_CODE
    return amount.sign in known_codes() and is_large


def _read(shown, match, start, end, amount):
    reading = amount.readings.get(own_mark()) or next(iter(amount.readings.values()))
    # A letter is a scale where it counts money: 3M and 4K are names.
    is_letter = len(amount.scale) == 1 and not amount.currencies
    return Number(
        start,
        end,
        match[0],
        match.start(),
        match.end(),
        Decimal(reading).scaleb(amount.power),
        amount.currencies,
        amount.percent,
        bool(amount.scale) and not is_letter,
    )
