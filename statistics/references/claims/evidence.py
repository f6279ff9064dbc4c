"""Decide of a number whether somebody should be able to check it.

What is percent, money, of a scale or in thousands is a claim by itself. Of any other
number nothing has to be shown unless its sentence says that it was measured: by a rate,
an average, a change, or the many that it counts.
"""

import re

from .context import LAST_WORD, NEXT_WORD
from .general_evidence import FEW, general_evidence

_CODE = re.compile(r"\b[A-Z]{2,6}\s$")  # of a norm or a course: EN 301 549
_YEARS = range(1500, 2200)
LONG = 12  # of weeks, months or years
MANY, VERY_MANY = 21, 100  # of what is counted: a few are a list


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
    number, before = context.number, context.close
    after = context.rest.removeprefix("+")
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
    yield is_long and not words.general.PERSONAL.search(context.sentence)
    yield words.RANGE_OF_TIME.match(after)
    counts = _is_no_label(before, words) or words.PLURAL.match(after)
    yield words.STATISTICAL.search(context.sentence) and counts
    yield words.BEFORE_CHANGE.search(before)
    yield words.DURATION.match(after) and words.BEFORE_DURATION.search(before)
    is_decimal = not number.is_bare
    yield is_decimal and words.LONG_NOUN.match(after) and _is_no_label(before, words)
    yield size >= MANY and not is_ordered and words.COMPOUND.match(after)
    yield size >= MANY and not is_ordered and words.PLURAL_BUT_UNITS.match(after)
    yield size >= MANY and not is_ordered and words.measured.SEVERAL.match(after)
    is_hedged = size >= 10 and words.BEFORE_HEDGE.search(before)
    yield is_hedged and not is_ordered and words.PLURAL_BUT_UNITS.match(after)
    yield size >= VERY_MANY and not is_ordered and words.PLURAL.match(after)
    is_first = words.measured.BEFORE_FIRST.search(before)
    yield size >= VERY_MANY and is_first and words.PLURAL.match(after)
    yield words.measured.SIZE.match(after)
    yield words.measured.BEFORE_THE_END.search(before)
    yield (
        size >= FEW
        and words.measured.BEFORE_OF.search(before)
        and words.measured.MEASURED.match(after)
    )
    if words.general.is_general(context.sentence):
        yield from general_evidence(context, words)


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
    last = LAST_WORD.search(before)
    if not last or before.rstrip()[-1:] in ",;:–—":
        return True
    word = last[1].casefold()
    return word in words.FUNCTION or word.endswith(("ed", "ly", "ing", "es", "is"))


def _without_words(context):
    """Judge by signs alone, in a language whose words nobody wrote down yet."""
    number = context.number
    if number.has_unit or number.is_grouped:
        return True
    following = NEXT_WORD.match(context.rest)
    is_counted = following and len(following[1]) > 3
    return bool(not is_year(number) and is_counted and abs(number.value) >= MANY)
