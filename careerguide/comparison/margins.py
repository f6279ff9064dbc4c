"""Read margins of error, and tell whether a difference is within them."""

import re
from decimal import Decimal, InvalidOperation

from careerguide.languages.folding import fold

# ± 3 percentage points, +/- $1,500, 2.5 %: one number, and what it is counted in.
NUMBER = re.compile(r"\d+(?:[.,' \u00a0\u202f]\d+)*")
GROUPS = re.compile(r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+")
POINTS = re.compile(r"\b(?:points?|pp|ppts?|pts?)\b")


def margin_of(fact):
    """Return the margin of a fact's amount as a Decimal, or None if nobody can tell."""
    numbers = NUMBER.findall(fact.margin)
    if len(numbers) != 1 or (number := _decimal(numbers[0])) is None:
        return None
    text = fold(fact.margin)
    if fact.column.type == "percent":
        return number
    if POINTS.search(text):
        return None
    if "%" in text or "percent" in text:
        return abs(fact.amount) * number / 100
    if fact.column.scale:
        return None  # of thousands, or of one: it does not say
    return number


def _decimal(text):
    if GROUPS.fullmatch(text):
        text = re.sub(r"\D", "", text)
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def within_margins(one, other):
    """Whether the margins of two facts overlap; None if that is not known."""
    margins = margin_of(one), margin_of(other)
    if None in margins:
        return None
    return abs(one.amount - other.amount) <= sum(margins)
