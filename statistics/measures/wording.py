"""Say in words what a table tells of where its numbers come from."""

from django.utils.translation import gettext as _

from careerguide.languages.writing import number_text

from .choices import Prices

BETWEEN = " · "
# What the quick fact counts, in the order of its words.
BASES = ("statistic", "pay_period", "pay_tax", "pay_parts", "prices")


def provenance_text(item):
    """Return how the numbers were found, of how many, how surely and where, or ""."""
    parts = [item.get_provenance_display() if item.provenance else ""]
    if item.sample_size:
        parts.append(_("%s asked or counted") % number_text(item.sample_size))
    if item.margin:
        parts.append(_("margin of error %s") % item.margin)
    parts.append(item.place)
    return BETWEEN.join(filter(None, map(str, parts)))


def basis_text(item):
    """Return what the quick fact counts: median, per year, before tax; or ""."""
    parts = [basis_label(item, name) for name in BASES]
    if item.own_definition:
        parts.append(item.own_definition)
    return BETWEEN.join(filter(None, map(str, parts)))


def basis_label(item, name):
    """Return what a table says in one of BASES, or "" where it says nothing."""
    if name == "prices" and item.prices == Prices.CONSTANT:
        return _("At the prices of %s") % item.price_year
    if not getattr(item, name):
        return ""
    return getattr(item, f"get_{name}_display")()
