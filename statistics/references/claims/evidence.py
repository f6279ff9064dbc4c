"""Decide of a number whether somebody should be able to check it.

What is percent, money, of a scale or in thousands is a claim by itself. Of any other
number nothing has to be shown unless its sentence says that it was measured: by a rate,
an average, a change, or the many that it counts.
"""

import re
from functools import lru_cache

from django.utils.translation import get_language

from careerguide.languages.locales import locale_of

from .amounts import NEAR

_LAST_WORD = re.compile(r"([\w.+#)’'-]+)[\s(]*$")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_LISTED = re.compile(r"(?:(?<=\s)\d+\s*(?:,|and|or|to|[–-])\s*)+$")
_CODE = re.compile(r"\b[A-Z]{2,6}\s$")  # of a norm or a course: EN 301 549
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_NUMBERED = {"version", "v", "no", "nr", "p", "pp", "vol", "ch", "sec", "fig", "art"}
_ORDINAL = re.compile(r"(?:st|nd|rd|th|e|er|ème|º|ª)\b", re.I)
_YEARS = range(1500, 2200)
CLOSE = 50  # characters before a number that hold a few words
LONG = 12  # of weeks, months or years
FEW, TEN = 3, 10  # of what is measured or counted in general
MANY, VERY_MANY = 21, 100  # of what is counted: a few are a list


class Context:
    """What stands around a `Number` in its block."""

    def __init__(self, shown, number):
        self.number = number
        self.before = shown[max(0, number.start - NEAR) : number.start]
        self.close = self.before[-CLOSE:]
        self.after = shown[number.end : number.end + NEAR]
        self.rest = shown[number.digits_end : number.digits_end + NEAR]
        start = number.start - 300
        ended = _SENTENCE_END.finditer(shown, max(0, start), number.start)
        ends = [match.end() for match in ended]
        stop = _SENTENCE_END.search(shown, number.end, number.end + 300)
        first = ends[-1] if ends else max(0, start)
        self.sentence = shown[first : stop.start() if stop else number.end + 300]


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
    last, following = _LAST_WORD.search(close), _NEXT_WORD.match(context.after)
    near = [found[1].strip(".") for found in (last, following) if found]
    if words:  # in which months have a capital, and may is a verb
        near = [word for word in near if not word.islower()]
    if number.is_bare and {word.casefold() for word in near} & _month_words():
        return False
    if words and _is_a_time(number, context, words):
        return False
    if words and number.is_bare and words.NAMED_BY_NUMBER.search(context.sentence):
        return False
    is_name = bool(last) and _is_name(close, last[1], context.after, words)
    return not (is_name and not number.is_grouped)


def _is_a_time(number, context, words):
    is_time = words.TIME_OF_DAY.fullmatch(number.digits)
    return bool(is_time and words.BEFORE_A_TIME.search(context.close))


def is_a_claim(context, words):
    """Return whether the words around a number say that it was measured."""
    number = context.number
    if words is None:
        return _without_words(context)
    if words.NAMED_RULE.match(context.after):
        return False
    if number.is_percent:
        return not _is_a_saying(context, words)
    if number.has_unit:
        return True
    if words.BEFORE_A_CALL.search(context.before):
        return False
    money = words.SMALL_MONEY
    if money.match(context.rest) or money.match(context.after):
        return True
    if number.is_grouped:
        return not _CODE.search(context.close)
    if is_year(number) and _is_dated(context, words):
        return False
    return any(found for found in _evidence(context, words))


def is_year(number):
    return number.is_bare and int(number.digits) in _YEARS


def _evidence(context, words):
    number, after, before = context.number, context.rest, context.close
    size = abs(number.value)
    yield words.TIMES.match(after)
    yield size < 1 and words.A_PART.match(after)
    yield words.HOURS_A_WEEK.match(after)
    yield size >= 10 and words.RATE.match(after)
    yield size > 1 and words.PER.match(after)
    yield words.BEFORE_TYPICAL.search(before)
    yield words.BEFORE_EXTREME.search(before)
    is_ordered = words.BEFORE_ORDER.search(before)
    is_long = size >= LONG and not is_ordered and words.DURATION.match(after)
    yield is_long and not words.PERSONAL.search(context.sentence)
    yield words.RANGE_OF_TIME.match(after)
    counts = _is_no_label(before, words) or words.PLURAL.match(after)
    yield words.STATISTICAL.search(context.sentence) and counts
    yield words.BEFORE_CHANGE.search(before)
    yield words.DURATION.match(after) and words.BEFORE_DURATION.search(before)
    is_decimal = not number.is_bare
    yield is_decimal and words.LONG_NOUN.match(after) and _is_no_label(before, words)
    yield size >= MANY and not is_ordered and words.COMPOUND.match(after)
    yield size >= MANY and not is_ordered and words.PLURAL_BUT_UNITS.match(after)
    is_hedged = size >= 10 and words.BEFORE_HEDGE.search(before)
    yield is_hedged and not is_ordered and words.PLURAL_BUT_UNITS.match(after)
    yield size >= VERY_MANY and not is_ordered and words.PLURAL.match(after)
    is_first = words.BEFORE_FIRST.search(before)
    yield size >= VERY_MANY and is_first and words.PLURAL.match(after)
    yield words.SIZE.match(after)
    yield words.BEFORE_THE_END.search(before)
    yield size >= FEW and words.BEFORE_OF.search(before) and words.MEASURED.match(after)
    if words.is_general(context.sentence):
        yield from _general_evidence(context, words)


def _general_evidence(context, words):
    """Yield what makes a small number a claim where things in general are spoken of."""
    number, after, before = context.number, context.rest, context.close
    size = abs(number.value)
    is_limit = words.BEFORE_A_LIMIT.search(before) or before.rstrip()[-1:] == ":"
    is_limit = is_limit or words.SHORT_LIMIT.search(before[-7:] + number.digits + after)
    yield size >= FEW and not is_limit and words.MEASURED.match(after)
    yield size != 1 and words.BEFORE_A_MEASURE.search(context.before)
    is_one_age = not words.AGES.match(after)
    yield size > 15 and is_one_age and words.BEFORE_AN_AGE.search(context.before)
    yield words.FOR_EACH.match(after)
    yield words.BEFORE_FOR_EACH.search(context.before)
    is_by = words.BEFORE_BY.search(before)
    yield is_by and (words.POINTS.match(after) or words.MEASURED.match(after))
    yield words.LONG_DAYS.match(after)
    yield size > 1 and words.WORKED.search(before) and words.MEASURED.match(after)
    yield words.BEFORE_OFTEN.search(before) and words.MEASURED.match(after)
    if words.SURVEYED.search(context.sentence) and size > 1:
        yield words.BEFORE_PAST.search(before) and words.MEASURED.match(after)
        yield words.RANGE_OF_TIME.match(after)
        yield not words.BEFORE_THE.search(before) and words.SEVERAL.match(after)
    is_span = words.BEFORE_A_SPAN.search(before) and words.SPAN.match(after)
    yield size >= FEW and is_span
    counts = not (words.BEFORE_THE.search(before) or words.BEFORE_ORDER.search(before))
    is_done = size < TEN and words.BEFORE_A_DOER.search(before)
    counts = counts and not is_done and not words.LISTED.match(after)
    yield size >= FEW and counts and words.SEVERAL.match(after)
    is_often = words.OFTEN.search(context.sentence)
    yield size >= FEW and counts and is_often and words.PLURAL.match(after)
    yield words.BEFORE_OF_MANY.search(context.before) and counts
    yield words.BEFORE_A_BOUND.search(before)
    is_letter = words.LETTER.match(after)
    hedged = words.BEFORE_HEDGE.search(before) or "." in number.digits
    yield is_letter and (
        hedged or words.PLURAL.match(after, 1) or after[1:7] == " times"
    )


def _is_a_saying(context, words):
    """Whether it is “100% sure” or “give 110%”, which measure nothing."""
    if context.number.value < 100:
        return False
    return bool(words.SURE.match(context.rest) and not _is_counted(context, words)) or (
        bool(words.GIVEN.search(context.close))
    )


def _is_counted(context, words):
    """Whether what is all of something is said of it: 100% of, up to 100%."""
    is_of = re.match(r"\s+of\b", context.after)
    before = context.close
    return bool(is_of or words.BEFORE_CHANGE.search(before)) or bool(
        words.BEFORE_A_WHOLE.search(before)
    )


def _is_dated(context, words):
    is_dated = words.BEFORE_A_YEAR.search(context.close)
    return bool(is_dated) or not words.PLURAL.match(context.rest)


def _is_no_label(before, words):
    """Whether no noun right before a number makes it its own: week 3, box 14."""
    last = _LAST_WORD.search(before)
    if not last or before.rstrip()[-1:] in ",;:–—":
        return True
    word = last[1].casefold()
    return word in words.FUNCTION or word.endswith(("ed", "ly", "ing", "es", "is"))


def _without_words(context):
    """Judge by signs alone, in a language whose words nobody wrote down yet."""
    number = context.number
    if number.has_unit or number.is_grouped:
        return True
    following = _NEXT_WORD.match(context.rest)
    is_counted = following and len(following[1]) > 3
    return bool(not is_year(number) and is_counted and abs(number.value) >= MANY)


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
    return bool(words) and words.is_a_noun(word, after)


def _month_words():
    return _months_of(get_language())


@lru_cache(maxsize=8)
def _months_of(_language):
    names = locale_of().months["format"]
    both = (*names["wide"].values(), *names["abbreviated"].values())
    return {name.casefold().strip(".") for name in both}
