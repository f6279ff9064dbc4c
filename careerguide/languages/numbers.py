"""Look up how a language writes numbers, in Unicode's CLDR: marks, groups, signs.

Babel reads its data from files and parses patterns on each call, so what a language
says is read once and kept.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from .locales import locale_of

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
# CLDR gives what keyboards type; readers see what typography writes.
TYPOGRAPHIC = str.maketrans({"-": MINUS, "'": "\N{RIGHT SINGLE QUOTATION MARK}"})
QUOTED = re.compile("'([^']*)'")
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

# Of CLDR, what Babel leaves out: where four digits stand together, 1234 but 12.345.
FOUR_TOGETHER = {"be", "bg", "ee", "et", "hu", "hy", "ia", "ie", "it", "ka", "lv"}
FOUR_TOGETHER |= {"pl", "sl", "sq", "es", "es_EA", "es_ES", "es_GQ", "es_IC", "es_PH"}
PORTUGUESE = ("PT", "AO", "CH", "CV", "GQ", "GW", "LU", "MO", "MZ", "ST", "TL")
FOUR_TOGETHER |= {f"pt_{country}" for country in PORTUGUESE}


@dataclass(frozen=True)
class Affixes:
    """Texts before and after the digits, above zero and below it."""

    before: str
    after: str
    before_negative: str
    after_negative: str


@dataclass(frozen=True)
class NumberSymbols:
    """The symbols of a language.

    `first_group` and `other_groups` count digits from the decimal mark, 3 and 2 in
    India; a number of fewer than `least_grouped` digits has no groups. `number`,
    `percent` and `money` are what stands around the digits; in `money`, ¤ is the
    currency.
    """

    decimal: str
    group: str
    first_group: int
    other_groups: int
    least_grouped: int
    digits: str
    number: Affixes
    percent: Affixes
    money: Affixes


def number_symbols(language=None):
    """Return the symbols of a language code; of the active language without one."""
    return symbols_of(locale_of(language))


def affixes(locale, pattern):
    """Return what a pattern of Babel's writes around digits, its quotes resolved."""
    cldr = _symbols(locale)
    minus = cldr["minusSign"].translate(TYPOGRAPHIC)

    def written(affix):
        affix = affix.replace("-", minus).replace("%", cldr["percentSign"])
        return QUOTED.sub(lambda found: found[1] or "'", affix)

    positive, negative = zip(pattern.prefix, pattern.suffix, strict=True)
    return Affixes(*map(written, (*positive, *negative)))


@lru_cache(maxsize=64)
def symbols_of(locale):
    """Return the symbols of a Babel locale."""
    cldr = _symbols(locale)
    pattern = locale.decimal_formats[None]
    zero = ord(ZEROS.get(locale.default_numbering_system, "0"))
    return NumberSymbols(
        decimal=cldr["decimal"],
        group=cldr["group"].translate(TYPOGRAPHIC),
        first_group=pattern.grouping[0],
        other_groups=pattern.grouping[1],
        least_grouped=pattern.grouping[0] + (2 if _keeps_four(locale) else 1),
        digits="".join(chr(zero + number) for number in range(10)),
        number=affixes(locale, pattern),
        percent=affixes(locale, locale.percent_formats[None]),
        money=affixes(locale, locale.currency_formats["standard"]),
    )


@lru_cache(maxsize=64)
def money_symbols_of(locale):
    """Return the symbols of amounts, which a few countries write with others: 12'345.50
    francs but 12'345,5 litres in French Switzerland.
    """
    cldr, symbols = _symbols(locale), symbols_of(locale)
    group = cldr.get("currencyGroup", cldr["group"])
    return replace(
        symbols,
        decimal=cldr.get("currencyDecimal", symbols.decimal),
        group=group.translate(TYPOGRAPHIC),
    )


def _keeps_four(locale):
    names = {str(locale)} if locale.language in ("es", "pt") else {locale.language}
    return not FOUR_TOGETHER.isdisjoint(names)


def _symbols(locale):
    """The symbols of the language's own digits; those that it shares with ours, too."""
    own = locale.number_symbols.get(locale.default_numbering_system, {})
    return {**locale.number_symbols["latn"], **own}
