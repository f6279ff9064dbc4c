"""Tell whether the word beside a number is the unit of its column.

Part of a unit is not it: 5 g among kilograms are no 5 kg, and 5 people in a column of
million people are no five million.
"""

from statistics.table.order_words import order_words
from statistics.table.vocabulary import folded

from .scales import scales
from .subjects import is_counted
from .words import unit_words

SHORT = {"h": "hours", "hr": "hours", "hrs": "hours"}
LONGEST = 40  # characters of a word that are kept


def is_of_unit(word, unit):
    """Return whether `word` says the same as `unit`: h as hours, kg as kg CO2."""
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


def may_be_unit(scale, unit, is_money=False):
    """Return whether the word of a scale may be a unit: the m of 5m among metres or °C.

    A letter may be one where nothing is counted or paid; so may any scale where the
    unit has one itself.
    """
    if not unit:
        return False
    is_letter = len(scale) == 1 and scale.isascii()
    is_short = is_letter and folded(unit).startswith(scale.casefold())
    may_scale = is_money or is_counted(unit) or _is_time(unit)
    is_other = is_letter and (_measures_time(unit) or not may_scale)
    return is_short or is_other or _holds_scale(folded(unit))


def _measures_time(unit):
    """Whether an m may be minutes or months of it: hours, weeks."""
    word = folded(unit)
    return SHORT.get(word, word) in order_words().units


def _is_time(unit):
    """Whether amounts are paid by it: per year, a month."""
    return folded(unit) in unit_words() and " " in folded(unit)


def _holds_scale(unit):
    known = scales()
    words = unit.split()
    return any(known.power_of(word) for word in words if len(word) > 1)
