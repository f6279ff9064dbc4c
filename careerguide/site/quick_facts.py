"""Collect the quick facts of a career's page: the same measures on every one."""

from dataclasses import dataclass
from operator import attrgetter

from django.db.models import Count, DateTimeField, Value
from django.utils import timezone

from careerguide.caching.dependencies import depends_on
from careerguide.db.prepared import prepared
from careerguide.models.related import (
    CHOSEN,
    GIVEN,
    OF_GROUP,
    given_of,
    related_in,
    related_rows,
)
from careerguide.publishing.models.tags import of_guide
from statistics.measures.facts import measures_for, of_measures
from statistics.models import StatTable

from .told_moments import depend_on_days, moment_of, told_rows

SOURCE, MEASURE = 0, 1  # what kind of row it is, beside those of others
MOST_MEASURES = 12
MOST_FACTS = 8  # with those that have no measure


@dataclass(frozen=True)
class QuickFact:
    """A number of the career, or the name of a measure of which none is known."""

    table: StatTable | None = None
    measure_name: str = ""


def quick_facts(tables, measures):
    """Return each measure in its order, then what other facts there is room for.

    `tables` are those of the career; `measures` names by their keys. A career of which
    nothing is known has none.
    """
    with_fact = sorted((t for t in tables if t.headline), key=attrgetter("order"))
    if not with_fact:
        return []
    known = {table.measure_id: table for table in with_fact if table.measure_id}
    facts = [QuickFact(known.get(key), name) for key, name in measures.items()]
    others = [QuickFact(t) for t in with_fact if t.measure_id not in measures]
    return facts + others[: max(0, MOST_FACTS - len(facts))]


@dataclass(frozen=True)
class GuideFacts:
    """What the page of a career says of its whole guide, beside the items it shows."""

    sources: dict  # {name: how many tables have it}
    measures: dict  # {key: name} of those it shows
    moments: list  # of changes that readers were told of, the last one among them
    related: list  # careers that stand beside it


def guide_facts(career):
    """Return the GuideFacts of a career, in one query."""
    depends_on(of_guide(StatTable, career.pk), *of_measures())
    depend_on_days(career)
    by_source, found, moments, others = {}, [], [], []
    for row in _rows(now=timezone.now(), **given_of(career)):
        kind, name, number, order = row
        if kind == SOURCE:
            by_source[name] = number
        elif kind == MEASURE:
            found.append((order, name, number))
        elif kind in (CHOSEN, OF_GROUP):
            others.append(row)
        elif name:
            moments.append(moment_of(kind, name))
    found = sorted(found)[:MOST_MEASURES]
    measures = {key: name for _order, name, key in found}
    sources = dict(sorted(by_source.items()))
    return GuideFacts(sources, measures, moments, related_in(others, career))


@prepared(now=DateTimeField(), **GIVEN)
def _rows(now, career, **beside):
    tables = StatTable.objects.published(now).filter(career=career).order_by()
    sources = tables.values("source_name").annotate(number=Count("pk"))
    sources = sources.values_list(Value(SOURCE), "source_name", "number", Value(0))
    measures = measures_for(career, now).order_by()
    measures = measures.values_list(Value(MEASURE), "name", "pk", "order")
    related = related_rows(now, career, **beside)
    return sources.union(measures, *told_rows(career, now), *related, all=True)
