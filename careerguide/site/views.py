"""Serve pages that show several content types, and the pages about the site."""

from itertools import groupby
from operator import attrgetter

from django.db.models import Count, Prefetch, prefetch_related_objects
from django.views.generic import DetailView, ListView

from articles.models import Article
from careerguide.models import Career, Page
from careerguide.publishing.public.dates import shown_dates
from careerguide.publishing.public.pagination import OneQueryPaginator
from faq.models import FAQEntry
from statistics.models import StatTable

from .recent_changes import recent_changes

# What a career's page shows of a large guide; the lists show all of it.
MOST_TABLES = 40
MOST_FACTS = 8
MOST_ARTICLES = 12
MOST_QUESTIONS = 12


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
        articles, questions = (
            model.objects.published().filter(career__in=careers).only_list_fields()
            for model in (Article, FAQEntry)
        )
        context["article_list"] = articles = articles.in_reading_order()[:4]
        context["question_list"] = questions = questions.in_reading_order()[:6]
        context["dates"] = shown_dates([*careers, *articles, *questions])
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
    """Whether a quick fact of these tables is shown that has no source."""
    return any(table.headline and not table.has_source for table in facts)


class CareerDetailView(DetailView):
    template_name = "career_detail.html"

    def get_queryset(self):
        return Career.objects.published().select_related("picture")

    def get_context_data(self, **kwargs):
        career = self.object
        tables = career.stattable_set.published().as_figures().by_topic()
        tables = list(tables[:MOST_TABLES])
        facts = sorted((t for t in tables if t.headline), key=attrgetter("order"))
        articles = career.article_set.published().only_list_fields().in_reading_order()
        articles = articles[:MOST_ARTICLES]
        questions = career.faqentry_set.published().only_list_fields().by_topic()
        questions = questions[:MOST_QUESTIONS]
        sources = career.stattable_set.published().order_by("source_name")
        sources = dict(sources.values_list("source_name").annotate(Count("pk")))
        return super().get_context_data(
            fact_tables=facts[:MOST_FACTS],
            facts_without_source=without_source(facts[:MOST_FACTS]),
            topic_list=[list(t) for _, t in groupby(tables, attrgetter("topic"))],
            article_list=articles,
            question_list=questions,
            unsourced_count=sources.pop("", 0),
            source_list=list(sources),
            dates=shown_dates([career, *tables, *articles, *questions]),
            **kwargs,
        )


class PageDetailView(DetailView):
    template_name = "page_detail.html"

    def get_queryset(self):
        return Page.objects.published()
