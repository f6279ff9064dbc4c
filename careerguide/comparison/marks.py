"""Say what the mark of a cell means for a comparison: at least, withheld, estimated."""

from django.utils.translation import gettext as _

from statistics.table.cell_notes import LIMITS, MARGIN, MEANINGS

NO_NUMBER = ("c", "x", "z", "low")  # what stands in place of one
HARMLESS = ("", "r", "~", "f")  # “f” is a trait of its own
OF_BOTH = ("e", "p")  # what two numbers may have in common


def is_limit(fact):
    """Whether the number is only the end of a range: at least, fewer than."""
    return fact.mark.startswith(LIMITS)


def exactness(fact):
    """Return "" for a limit and for a number that is missing or withheld."""
    if fact.value is None or is_limit(fact) or fact.mark in NO_NUMBER:
        return ""
    return _("exact")


def exactness_shown(fact):
    if is_limit(fact):
        return fact.text
    if fact.mark in MEANINGS and not exactness(fact):
        return _(MEANINGS[fact.mark])
    return _("no number") if fact.value is None else exactness(fact)


def reliability(fact):
    """Return "" for what its source warns of, or marks in a way of its own."""
    if fact.mark in OF_BOTH:
        return _(MEANINGS[fact.mark])
    is_plain = fact.mark in HARMLESS or fact.mark.startswith(MARGIN)
    is_plain = is_plain or not exactness(fact)
    return _("without a mark") if is_plain else ""


def reliability_shown(fact):
    if said := reliability(fact):
        return said
    return _(MEANINGS[fact.mark]) if fact.mark in MEANINGS else f"[{fact.mark}]"
