"""Serve pages that show several content types, and the pages about the site."""

from operator import attrgetter

from django.db.models import Count, Prefetch, prefetch_related_objects
from django.views.generic import DetailView, ListView

from careerguide.models import Career, Page
from careerguide.publishing.public.dates import shown_dates
from careerguide.publishing.public.pagination import OneQueryPaginator
from statistics.models import StatTable

from .parts import career_parts, home_parts, items_of
from .recent_changes import recent_changes

MOST_FACTS = 8  # on a career's page


class HomeView(ListView):
    template_name = "home.html"
    paginate_by = 12
    paginator_class = OneQueryPaginator

    def get_queryset(self):
        return Career.objects.published().select_related("picture")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(change_list=recent_changes(5), **kwargs)
        careers = list(context["object_list"])
        with_facts(careers, limit=6 if len(careers) == 1 else 1)
        context["part_list"] = parts = home_parts(careers)
        context["dates"] = shown_dates([*careers, *items_of(parts)])
        facts = [table for career in careers for table in career.fact_tables]
        context["lead_table"] = next(iter(facts), None)
        context["facts_without_source"] = without_source(facts)
        return context


def with_facts(careers, limit):
    """Give each career its `fact_tables`, in order, at most `limit`."""
    facts = StatTable.objects.published().with_headline().as_figures()
    facts = facts.order_by("order", "pk")[:limit]
    prefetch_related_objects(
        careers, Prefetch("stattable_set", facts, to_attr="fact_tables")
    )


def without_source(facts):
    """Return whether a quick fact of these tables is shown that has no source."""
    return any(table.headline and not table.has_source for table in facts)


class CareerDetailView(DetailView):
    template_name = "career_detail.html"

    def get_queryset(self):
        return Career.objects.published().select_related("picture")

    def get_context_data(self, **kwargs):
        career = self.object
        parts = career_parts(career)
        tables = [item for item in items_of(parts) if isinstance(item, StatTable)]
        facts = sorted((t for t in tables if t.headline), key=attrgetter("order"))
        sources = career.stattable_set.published().order_by("source_name")
        sources = dict(sources.values_list("source_name").annotate(Count("pk")))
        return super().get_context_data(
            fact_tables=facts[:MOST_FACTS],
            facts_without_source=without_source(facts[:MOST_FACTS]),
            part_list=parts,
            unsourced_count=sources.pop("", 0),
            source_list=list(sources),
            related_list=Career.objects.published().related_to(career),
            dates=shown_dates([career, *items_of(parts)]),
            **kwargs,
        )


class PageDetailView(DetailView):
    template_name = "page_detail.html"

    def get_queryset(self):
        return Page.objects.published()
