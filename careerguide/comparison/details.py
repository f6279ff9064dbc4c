"""Say in a few words what stands behind a number: where, when, how it was found."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.writing import digits_text, number_text
from statistics.measures.choices import Provenance
from statistics.table.cell_notes import MEANINGS


def details(fact):
    """Return what a fact is of and how sure it is, each part as readers see it."""
    mark = [_(MEANINGS[fact.mark])] if fact.mark in MEANINGS else []
    return [*mark, *_of(fact), *_meaning(fact), *_certainty(fact)]


def _of(fact):
    parts = [fact.row, fact.place or _("place not known")]
    year = digits_text(fact.time) if fact.time else _("year not known")
    return [part for part in (*parts, year) if part]


def _meaning(fact):
    if fact.own_definition:
        yield fact.own_definition
    said = dict(fact.bases)
    yield from said.values()
    if missing := [name for name in fact.needed if name not in said]:
        yield (
            _NOT_SAID[missing[0]]() if len(missing) == 1 else _("not said of what kind")
        )


_NOT_SAID = {
    "statistic": lambda: _("mean or median: not said"),
    "pay_tax": lambda: _("before or after tax: not said"),
    "pay_parts": lambda: _("with or without bonuses: not said"),
    "pay_period": lambda: _("paid for what time: not said"),
    "prices": lambda: _("prices of which year: not said"),
}


def _certainty(fact):
    is_survey = fact.provenance == Provenance.SURVEY
    if fact.provenance:
        yield Provenance(fact.provenance).label
    else:
        yield _("how it was found: not said")
    if fact.sample_size:
        count = fact.sample_size
        sentence = ngettext("%s asked or counted", "%s asked or counted", count)
        yield sentence % number_text(count)
    elif is_survey:
        yield _("number asked: not known")
    if fact.margin:
        yield _("margin of error: %s") % fact.margin
    elif is_survey:
        yield _("margin of error: not known")
