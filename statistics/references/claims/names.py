"""Know numbers that are names, dates and times of day, of which nothing is shown."""

import re
from functools import lru_cache

from django.utils.translation import get_language

from careerguide.languages.locales import locale_of

from .context import LAST_WORD, NEXT_WORD

_LISTED = re.compile(r"(?:(?<=\s)\d+\s*(?:,|and|or|to|[–-])\s*)+$")
_NUMBERED = {"version", "v", "no", "nr", "p", "pp", "vol", "ch", "sec", "fig", "art"}
_ORDINAL = re.compile(r"(?:st|nd|rd|th|e|er|ème|º|ª)\b", re.I)


def may_be_a_claim(context, shown, words):
    """Return whether a number is none of a name, a year, a date or an order."""
    number = context.number
    if number.has_unit:
        return True
    after_digits = shown[number.end : number.end + 4]
    if _ORDINAL.match(context.rest) or after_digits[:1].isalpha():
        return False
    digits = number.digits.lstrip("-−")
    is_code = digits[0] == "0" and digits[1:2].isdigit()
    if is_code or (digits.count(".") > 1 and not number.is_grouped):
        return False
    close = context.close
    if number.is_bare and (listed := _LISTED.search(close)):
        close = close[: listed.start()]  # Years 10 and 11: what the first is, is each
    last, following = LAST_WORD.search(close), NEXT_WORD.match(context.after)
    near = [found[1].strip(".") for found in (last, following) if found]
    if words:  # in which months have a capital, and may is a verb
        near = [word for word in near if not word.islower()]
    if number.is_bare and {word.casefold() for word in near} & _month_words():
        return False
    if words and _is_a_time(number, context, words):
        return False
    if (
        words
        and number.is_bare
        and words.measured.NAMED_BY_NUMBER.search(context.sentence)
    ):
        return False
    is_name = bool(last) and _is_name(close, last[1], context.after, words)
    return not (is_name and not number.is_grouped)


def _is_a_time(number, context, words):
    is_time = words.TIME_OF_DAY.fullmatch(number.digits)
    return bool(is_time and words.BEFORE_A_TIME.search(context.close))


def _is_name(before, word, after, words):
    """Whether a number is part of a name: Python 3, Level 2, (WCAG) 2.2, version 4."""
    if word.casefold().strip(".") in _NUMBERED:
        return True
    if words and word in words.PLACES:
        return False
    if words and word.casefold() in words.LABELS:
        return True
    if word.isupper() and len(word) > 1 and word.isalpha():
        return True  # ISO 27001, at the start of a sentence, too
    if not word[:1].isupper() and not word.rstrip(")")[-2:].isupper():
        return False
    place = before.rstrip(" (").rfind(word)
    start = before[:place].rstrip()
    if start and start[-1] not in ".:!?\n":
        return True
    # At the start of a sentence every word has a capital.
    return bool(words) and words.general.is_a_noun(word, after)


def _month_words():
    return _months_of(get_language())


@lru_cache(maxsize=8)
def _months_of(_language):
    names = locale_of().months["format"]
    both = (*names["wide"].values(), *names["abbreviated"].values())
    return {name.casefold().strip(".") for name in both}
