"""Collect the quick facts of a career's page: the same measures on every one."""

from dataclasses import dataclass
from operator import attrgetter

from django.db.models import BigIntegerField, Count, DateTimeField, Value
from django.utils import timezone

from careerguide.caching.dependencies import depends_on
from careerguide.db.prepared import prepared
from careerguide.publishing.models.tags import of_guide
from statistics.measures.facts import measures_for, of_measures
from statistics.models import StatTable

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


def sources_and_measures(career):
    """Return how many tables of a career have each source, and the measures it shows.

    Two dicts, {name: tables} and {key: name}, in one query.
    """
    depends_on(of_guide(StatTable, career.pk), *of_measures())
    by_source, found = {}, []
    rows = _sources_and_measures(career=career.pk, now=timezone.now())
    for is_measure, name, number, order in rows:
        if is_measure:
            found.append((order, name, number))
        else:
            by_source[name] = number
    found = sorted(found)[:MOST_MEASURES]
    return dict(sorted(by_source.items())), {key: name for _order, name, key in found}


@prepared(career=BigIntegerField(), now=DateTimeField())
def _sources_and_measures(career, now):
    tables = StatTable.objects.published(now).filter(career=career).order_by()
    sources = tables.values("source_name").annotate(number=Count("pk"))
    sources = sources.values_list(Value(0), "source_name", "number", Value(0))
    measures = measures_for(career, now).order_by()
    measures = measures.values_list(Value(1), "name", "pk", "order")
    return sources.union(measures, all=True)
