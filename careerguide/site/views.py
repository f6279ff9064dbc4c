"""Serve pages that show several content types, and the pages about the site."""

from operator import attrgetter

from django.db.models import Count
from django.http import Http404
from django.utils import timezone
from django.views.generic import DetailView

from careerguide.db.compiled import CompiledQuery
from careerguide.models import Career, Page
from careerguide.publishing.public.dates import shown_dates
from statistics.models import StatTable

from .home import without_source
from .parts import career_parts, items_of

MOST_FACTS = 8  # on a career's page


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
    model = Page
    template_name = "page_detail.html"

    def get_object(self, queryset=None):
        for page in _page_by_slug.ask(timezone.now(), [self.kwargs["slug"]]):
            return page
        raise Http404


@CompiledQuery
def _page_by_slug(now, slugs):
    return Page.objects.published(now).filter(slug__in=slugs)
