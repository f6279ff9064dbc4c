"""Say what makes a small number a claim where things in general are spoken of.

What stands before and after it is known by the words of `english_measured.py`.
"""

FEW, TEN = 3, 10  # of what is measured or counted in general
YOUNGEST = 16  # of ages that are told of a group


def general_evidence(context, words):
    """Yield what says that a number of a general sentence was measured or counted."""
    size = abs(context.number.value)
    before, after = context.close, context.rest.removeprefix("+")
    known = words.measured
    yield from _of_measures(context, size, before, after, known)
    yield from _of_ratios(context, after, known)
    yield from _of_counts(context, size, before, after, words)
    yield _is_scaled(context, before, after, words)
    yield size > 1 and words.WORKED.search(before) and known.MEASURED.match(after)
    if size > 1 and known.SURVEYED.search(context.sentence):
        yield known.BEFORE_PAST.search(before) and known.MEASURED.match(after)
        yield words.RANGE_OF_TIME.match(after)
        yield not known.BEFORE_THE.search(before) and known.SEVERAL.match(after)


def _of_measures(context, size, before, after, known):
    """Yield time, length and weight, ages, differences, and what a rate is."""
    is_measured = known.MEASURED.match(after)
    is_limit = known.BEFORE_A_LIMIT.search(before) or before.rstrip().endswith(":")
    is_short = before.endswith("after ") and known.SHORT_LIMIT.match(after)
    yield size >= FEW and is_measured and not (is_limit or is_short)
    yield size >= FEW and known.BEFORE_A_SPAN.search(before) and known.SPAN.match(after)
    yield known.BEFORE_OFTEN.search(before) and is_measured
    yield known.BEFORE_BY.search(before) and (is_measured or known.POINTS.match(after))
    yield known.LONG_DAYS.match(after)
    yield size != 1 and known.BEFORE_A_MEASURE.search(context.before)
    is_age = size >= YOUNGEST and known.BEFORE_AN_AGE.search(context.before)
    yield is_age and not known.AGES.match(after)


def _of_ratios(context, after, known):
    yield known.FOR_EACH.match(after)
    yield known.BEFORE_FOR_EACH.search(context.before)


def _of_counts(context, size, before, after, words):
    """Yield counts of several, unless it is a list or what was named before."""
    known = words.measured
    is_known = known.BEFORE_THE.search(before) or words.BEFORE_ORDER.search(before)
    is_group = size < TEN and known.BEFORE_A_GROUP.search(before)
    if not (is_known or is_group or known.LISTED.match(after)):
        yield size >= FEW and known.SEVERAL.match(after)
        is_often = known.OFTEN.search(context.sentence)
        yield size >= FEW and is_often and words.PLURAL.match(after)
        yield known.BEFORE_OF_MANY.search(context.before)
    yield known.BEFORE_A_BOUND.search(before)


def _is_scaled(context, before, after, words):
    """Whether a letter is a scale: about 55k, 2.3m people, 12M times."""
    is_exact = words.BEFORE_HEDGE.search(before) or "." in context.number.digits
    is_counted = words.PLURAL.match(after, 1) or after[1:7] == " times"
    return words.measured.LETTER.match(after) and (is_exact or is_counted)
