"""Show the home page: the front of one guide, or a front page of many."""

from django.db.models import Count, F, Prefetch, Q, prefetch_related_objects
from django.utils import timezone
from django.views.generic import ListView

from careerguide.caching.dependencies import depends_on
from careerguide.identity.current import current
from careerguide.languages.alphabet import collation_key
from careerguide.models import Career, CareerGroup
from careerguide.publishing.models.querysets import refer_together
from careerguide.publishing.models.tags import of_guide, of_kind
from careerguide.publishing.public.dates import shown_dates
from careerguide.publishing.public.pagination import RowCount
from statistics.models import StatTable

from .parts import home_parts, items_of
from .recent_changes import recent_changes

MOST_STORIES = 3  # careers that are told with a summary and a number
MOST_NAMED = 30  # of more, there is a list, and fields of work
MOST_FIELDS = 12  # of work: of more, there is a list, too
MOST_FACTS = 6  # of a career that is the only one


class HomeView(ListView):
    """The careers, as many as a page can tell of, and what changed last.

    Up to three are told each, with the first articles and questions of their guides.
    Of more, those of the editors' choice are, and a search and fields of work lead to
    all others: the page is as long for a thousand.
    """

    template_name = "home.html"

    def get_queryset(self):
        depends_on(of_kind(Career))
        careers = Career.objects.published()
        total = RowCount(careers)
        careers = careers.select_related("picture").annotate(total=total)
        return careers.order_by("-is_featured", *Career._meta.ordering)[:MOST_NAMED]

    def get_context_data(self, **kwargs):
        careers = list(self.object_list)
        total = careers[0].total if careers else 0
        stories = stories_of(careers, total)
        parts = home_parts(stories) if total <= MOST_STORIES else []
        with_facts(stories, limit=MOST_FACTS if total == 1 else 1)
        facts = [table for career in stories for table in career.fact_tables]
        refer_together([*stories, *items_of(parts), *facts])
        groups = [*groups_in_use()] if total > 1 else []
        return super().get_context_data(
            site=current(),
            total=total,
            are_many=total > MOST_STORIES,
            story_list=stories,
            name_list=names_of(careers, total),
            group_list=groups[:MOST_FIELDS],
            more_groups=len(groups) if len(groups) > MOST_FIELDS else 0,
            change_list=recent_changes(5),
            part_list=parts,
            dates=shown_dates([*stories, *items_of(parts)]),
            lead_table=next(iter(facts), None),
            facts_without_source=without_source(facts),
            **kwargs,
        )


def stories_of(careers, total):
    """Return those to tell of, in the editors' order: all, or the editors' choice."""
    if total > MOST_STORIES:
        chosen = [career for career in careers if career.is_featured]
        return (chosen or careers)[:MOST_STORIES]
    return sorted(careers, key=lambda career: (career.order, career.name, career.pk))


def names_of(careers, total):
    """Return them by name where a list of them is short, and telling of each is not."""
    if not MOST_STORIES < total <= MOST_NAMED:
        return []
    return sorted(careers, key=lambda career: collation_key(career.name))


def groups_in_use():
    """Return the fields of work that have published careers, each with its `size`."""
    live = Career.published_condition(timezone.now())
    keys = Career.objects.filter(live).values("pk")
    groups = CareerGroup.objects.annotate(
        size=Count("career", filter=Q(career__in=keys))
    )
    return groups.filter(size__gt=0).order_by(*CareerGroup._meta.ordering)


def with_facts(careers, limit):
    """Give each career its `fact_tables`, at most `limit`.

    In the order of their measures, so that cards of several careers show the same.
    """
    depends_on(*(of_guide(StatTable, career.pk) for career in careers))
    facts = StatTable.objects.published().with_headline().as_figures()
    by_measure = F("measure__order").asc(nulls_last=True)
    facts = facts.order_by(by_measure, "order", "pk")[:limit]
    prefetch_related_objects(
        careers, Prefetch("stattable_set", facts, to_attr="fact_tables")
    )


def without_source(facts):
    """Return whether a quick fact of these tables is shown that has no source."""
    return any(table.headline and not table.has_source for table in facts)
