"""How a language writes numbers, from Unicode's CLDR: marks, groups, signs, patterns.

Babel reads its data from files and parses patterns on each call, so what a language
says is read once and kept.
"""

from dataclasses import dataclass
from functools import lru_cache

from .locales import locale_of

MINUS = "\N{MINUS SIGN}"
# CLDR gives what keyboards type; readers see what typography writes.
TYPOGRAPHIC = str.maketrans({"-": MINUS, "'": "\N{RIGHT SINGLE QUOTATION MARK}"})
SPACES = " \u00a0\u2007\u2009\u202f"
APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
# The zero of numbering systems whose digits follow each other, as all of CLDR's do that
# are the default of a language.
ZEROS = {
    "adlm": "\U0001e950",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "cakm": "\U00011136",
    "deva": "\u0966",
    "hmnp": "\U0001e140",
    "mtei": "\uabf0",
    "mymr": "\u1040",
    "nkoo": "\u07c0",
    "olck": "\u1c50",
    "tibt": "\u0f20",
}


@dataclass(frozen=True)
class Affixes:
    """What stands before and after the digits, above zero and below it."""

    before: str
    after: str
    before_negative: str
    after_negative: str


@dataclass(frozen=True)
class NumberMarks:
    """The marks of a language.

    `groups` are all the characters that may stand between groups where `group` is
    written: any space for a space. `first_group` and `other_groups` count digits from
    the decimal mark: 3 and 2 in India. `percent` and `money` are patterns in which the
    digits are left out; in `money`, ¤ stands for the currency.
    """

    decimal: str
    group: str
    groups: str
    first_group: int
    other_groups: int
    minus: str
    percent_sign: str
    digits: str
    percent: Affixes
    money: Affixes


def number_marks(language=None):
    """The marks of a language code; of the active language without one."""
    return _marks(locale_of(language))


def currency_signs(language=None):
    """What the language writes for currencies, each sign with its ISO 4217 code.

    A sign that it writes for two currencies is left out: it tells neither.
    """
    return _signs(locale_of(language))


@lru_cache(maxsize=64)
def _marks(locale):
    system = locale.default_numbering_system
    # A system of digits may leave out marks that it shares with ours.
    symbols = {
        **locale.number_symbols["latn"],
        **locale.number_symbols.get(system, {}),
    }
    pattern = locale.decimal_formats[None]
    minus = symbols["minusSign"].translate(TYPOGRAPHIC)
    percent_sign = symbols["percentSign"]
    zero = ord(ZEROS.get(system, "0"))
    return NumberMarks(
        decimal=symbols["decimal"],
        group=symbols["group"].translate(TYPOGRAPHIC),
        groups=_alike(symbols["group"]),
        first_group=pattern.grouping[0],
        other_groups=pattern.grouping[1],
        minus=minus,
        percent_sign=percent_sign,
        digits="".join(chr(zero + number) for number in range(10)),
        percent=_affixes(locale.percent_formats[None], minus, percent_sign),
        money=_affixes(locale.currency_formats["standard"], minus, percent_sign),
    )


def _alike(group):
    for family in (SPACES, APOSTROPHES):
        if group in family:
            return family
    return group


def _affixes(pattern, minus, percent_sign):
    def written(affix):
        return affix.replace("-", minus).replace("%", percent_sign)

    positive, negative = zip(pattern.prefix, pattern.suffix, strict=True)
    return Affixes(*map(written, (*positive, *negative)))


@lru_cache(maxsize=64)
def _signs(locale):
    signs, twice = {}, set()
    for code, sign in locale.currency_symbols.items():
        if sign != code and signs.setdefault(sign, code) != code:
            twice.add(sign)
    return {sign: code for sign, code in signs.items() if sign not in twice}
