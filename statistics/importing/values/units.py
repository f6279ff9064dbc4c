"""Tell whether the word beside a number is the unit of its column.

Part of a unit is not it: 5 g among kilograms are no 5 kg, and 5 people in a column of
million people are no five million.
"""

from statistics.table.order_words import order_words
from statistics.table.vocabulary import folded

from .scales import scales

SHORT = {"h": "hours", "hr": "hours", "hrs": "hours"}
LONGEST = 40  # characters of a word that are kept


def is_of_unit(word, unit):
    """Whether `word` says the same as `unit`: h as hours, kg as kg CO2."""
    word, unit = folded(word), folded(unit)
    if word[:LONGEST] == unit[:LONGEST]:
        return True
    if _holds_scale(unit):
        return False
    if unit.startswith(f"{word} "):  # hours of hours per week
        return True
    times = order_words().units
    days = times.get(SHORT.get(word, word))
    if days:
        return days == times.get(SHORT.get(unit, unit))
    return word in (f"{unit}s", unit.removesuffix("s"))


def may_be_unit(scale, unit):
    """Whether the word of a scale may be short for the unit: the m of 5m for metres.

    So may any scale where the unit has one itself.
    """
    is_letter = len(scale) == 1 and folded(unit).startswith(scale.casefold())
    return bool(unit) and (is_letter or _holds_scale(folded(unit)))


def _holds_scale(unit):
    known = scales()
    words = unit.split()
    return any(known.power_of(word) for word in words if len(word) > 1)
