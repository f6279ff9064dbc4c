"""Collect the quick facts of a career's page: the same measures on every one."""

from dataclasses import dataclass
from operator import attrgetter

from statistics.measures.facts import measures_in_use
from statistics.measures.models import Measure
from statistics.models import StatTable

MOST_MEASURES = 12
MOST_FACTS = 8  # with those that have no measure


@dataclass(frozen=True)
class QuickFact:
    """A number of the career, or a measure of which none is known."""

    table: StatTable | None = None
    measure: Measure | None = None


def quick_facts(career, tables, are_all):
    """Return every measure in its order, then what other facts there is room for.

    `tables` are those that the page loaded; `are_all`: whether the guide has no more.
    """
    measures = list(measures_in_use()[:MOST_MEASURES])
    with_fact = sorted((t for t in tables if t.headline), key=attrgetter("order"))
    known = {t.measure_id: t for t in with_fact if t.measure_id}
    if not are_all:
        known |= _others_of(career, [m.pk for m in measures if m.pk not in known])
    facts = [QuickFact(known.get(measure.pk), measure) for measure in measures]
    shown = {measure.pk for measure in measures}
    others = [QuickFact(t) for t in with_fact if t.measure_id not in shown]
    return facts + others[: max(0, MOST_FACTS - len(facts))]


def _others_of(career, keys):
    """The tables of a long guide that its page does not show, by their measure."""
    tables = career.stattable_set.published().filter(measure__in=keys).as_figures()
    return {table.measure_id: table for table in tables if table.headline}
