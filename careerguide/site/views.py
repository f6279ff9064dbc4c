"""Serve pages that show several content types, and the pages about the site."""

from django.utils.timezone import localdate

from careerguide.models import Career, Page
from careerguide.publishing.public.dates import shown_dates, told_at
from careerguide.publishing.public.faces import LinkedToMarkdown
from careerguide.publishing.public.views import ShownItem
from statistics.models import StatTable

from .home import without_source
from .parts import career_parts, items_of
from .quick_facts import guide_facts, quick_facts


class CareerDetailView(LinkedToMarkdown, ShownItem):
    model = Career
    template_name = "career_detail.html"

    def get_context_data(self, **kwargs):
        career = self.object
        parts = career_parts(career)
        tables = [item for item in items_of(parts) if isinstance(item, StatTable)]
        guide = guide_facts(career)
        sources = guide.sources
        facts = quick_facts(tables, guide.measures) if parts else []
        return super().get_context_data(
            fact_list=facts,
            facts_without_source=without_source([f.table for f in facts if f.table]),
            part_list=parts,
            unsourced_count=sources.pop("", 0),
            source_list=list(sources),
            related_list=guide.related,
            dates=shown_dates([career, *items_of(parts)]),
            told_on=localdate(told_at([career], guide.moments)),
            **kwargs,
        )


class PageDetailView(LinkedToMarkdown, ShownItem):
    model = Page
    template_name = "page_detail.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(document=self.object.render("body"), **kwargs)
