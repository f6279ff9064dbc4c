"""List the words by which labels follow one another: 16 to 24, year, week.

The English words are known in every language, and a catalogue adds those of its own:
each list is one text to translate (docs/translating.md).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils import translation
from django.utils.dates import (
    MONTHS,
    MONTHS_3,
    MONTHS_ALT,
    MONTHS_AP,
    WEEKDAYS,
    WEEKDAYS_ABBR,
)
from django.utils.translation import get_language, pgettext_lazy

from careerguide.languages.folding import fold_case

from .vocabulary import no_value_words, other_words, total_words, words_of

YEARS = pgettext_lazy(
    "words, separated by commas",
    "fy, ay, cy, sy, fye, year, fiscal year, financial year, school year, tax year, "
    "academic year, jahr, schuljahr, studienjahr, geschäftsjahr, haushaltsjahr, année, "
    "année scolaire, année universitaire, exercice, rentrée, año, curso, ejercicio, "
    "ano, ano letivo, anno, anno scolastico, anno accademico, jaar, schooljaar, år, "
    "läsår, läsåret, skolår, skoleår, rok, rok szkolny, vuosi, lukuvuosi, वर्ष, "
    "शैक्षणिक वर्ष, वित्त वर्ष, سنة, عام, السنة الدراسية, العام الدراسي",
)
QUARTERS = pgettext_lazy("words, separated by commas", "quarter, qtr, q")
WEEKS = pgettext_lazy("words, separated by commas", "week, wk, w")
TO = pgettext_lazy("words, separated by commas", "to, and, until, through")
BELOW = pgettext_lazy(
    "words, separated by commas",
    "under, below, less than, fewer than, up to, at most, no more than, younger than",
)
ABOVE = pgettext_lazy(
    "words, separated by commas",
    "over, above, more than, at least, from, older than",
)
OR_LESS = pgettext_lazy(
    "words, separated by commas",
    "or less, or fewer, or under, or younger, or below, and under, and younger, "
    "and below",
)
OR_MORE = pgettext_lazy(
    "words, separated by commas",
    "plus, or more, or over, or older, or above, and more, and over, and older, "
    "and above, and up, upwards, and upwards",
)
NONE = pgettext_lazy("words, separated by commas", "none, no, nil")
AGES = pgettext_lazy("words, separated by commas", "age, ages, aged, between")
NUMBERED = pgettext_lazy(
    "words, separated by commas",
    "level, levels, grade, stage, key stage, band, tier, step, phase, week, day, year, "
    "month, quarter, decile, quintile, quartile, class",
)
LAST = pgettext_lazy(
    "words, separated by commas",
    "do not know, don't know, not stated, no answer, prefer not to say, refused, "
    "not applicable",
)
UNITS = {  # of time, in days
    1 / 1440: pgettext_lazy("words, separated by commas", "minute, minutes, min, mins"),
    1 / 24: pgettext_lazy("words, separated by commas", "hour, hours, hr, hrs"),
    1: pgettext_lazy("words, separated by commas", "day, days"),
    7: pgettext_lazy("words, separated by commas", "week, weeks, wk, wks"),
    30: pgettext_lazy("words, separated by commas", "month, months, mth, mths"),
    365: pgettext_lazy(
        "words, separated by commas",
        "year, years, yr, yrs, year old, years old, years of age",
    ),
}


@dataclass(frozen=True)
class OrderWords:
    """Words of a language, case-folded; patterns where it has several."""

    months: dict  # a name and its number, 1 to 12
    weekdays: dict  # a name and its number, Monday is 0
    years: str  # before a year
    quarters: str
    weeks: str
    to: str
    below: str  # before a number
    above: str
    or_less: str  # after a number
    or_more: str
    none: str
    ages: str
    numbered: frozenset  # before a number that is a step of its own: level 3
    units: dict
    last: frozenset  # what stands after all steps: other, do not know


def order_words():
    """Return the words of the active language, and the English ones."""
    return _words(get_language())


@lru_cache(maxsize=32)
def _words(_language):
    return OrderWords(
        months=_named(MONTHS, MONTHS_3, MONTHS_AP, MONTHS_ALT) | {"sept": 9},
        weekdays=_named(WEEKDAYS, WEEKDAYS_ABBR),
        years=_any(YEARS),
        quarters=_any(QUARTERS),
        weeks=_any(WEEKS),
        to=_any(TO),
        below=_any(BELOW),
        above=_any(ABOVE),
        or_less=_any(OR_LESS),
        or_more=_any(OR_MORE),
        none=_any(NONE),
        ages=_any(AGES),
        numbered=words_of(NUMBERED),
        units={word: days for days, text in UNITS.items() for word in words_of(text)},
        last=words_of(LAST) | other_words() | total_words() | no_value_words(),
    )


def _named(*lists):
    """Names and their numbers in English and in the active language."""
    found = {}
    for language in ("en", get_language() or "en"):
        with translation.override(language):
            for names in lists:
                for number, name in names.items():
                    found[fold_case(str(name)).rstrip(".")] = number
    return found


def _any(message):
    """A pattern of the words, the longest first."""
    words = sorted(words_of(message), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, words))})"
