"""The pages that show several kinds of content, and the pages about the site."""

from itertools import groupby
from operator import attrgetter

from django.db.models import Count, Prefetch
from django.views.generic import DetailView, ListView

from articles.models import Article
from faq.models import FAQEntry
from statistics.models import StatTable

from .models import Career, Page
from .newest import newest_changes
from .publishing.dates import shown_dates

# What a career's page shows of a large guide; the lists show all of it.
MOST_TABLES = 40
MOST_FACTS = 8
MOST_ARTICLES = 12
MOST_QUESTIONS = 12


class HomeView(ListView):
    template_name = "home.html"
    paginate_by = 24

    def get_queryset(self):
        facts = StatTable.objects.published().with_headline().in_reading_order()
        return (
            Career.objects.published()
            .select_related("picture")
            .prefetch_related(Prefetch("stattable_set", facts, to_attr="fact_tables"))
        )

    def get_context_data(self, **kwargs):
        articles = Article.objects.published().with_career().in_reading_order()[:4]
        questions = FAQEntry.objects.published().with_career().in_reading_order()[:6]
        context = super().get_context_data(
            article_list=articles,
            question_list=questions,
            change_list=newest_changes(5),
            **kwargs,
        )
        careers = context["object_list"]
        context["dates"] = shown_dates([*careers, *articles, *questions])
        # One career shows all its quick facts; of several, each shows the telling one.
        context["fact_limit"] = ":6" if len(careers) == 1 else ":1"
        context["figure"] = next((f for c in careers for f in c.fact_tables), None)
        return context


class CareerDetailView(DetailView):
    template_name = "career_detail.html"

    def get_queryset(self):
        return Career.objects.published().select_related("picture")

    def get_context_data(self, **kwargs):
        career = self.object
        tables = list(career.stattable_set.published().by_topic()[:MOST_TABLES])
        facts = sorted((t for t in tables if t.headline), key=attrgetter("order"))
        articles = career.article_set.published().in_reading_order()[:MOST_ARTICLES]
        questions = career.faqentry_set.published().by_topic()[:MOST_QUESTIONS]
        sources = career.stattable_set.published().order_by("source_name")
        sources = dict(sources.values_list("source_name").annotate(Count("pk")))
        return super().get_context_data(
            fact_tables=facts[:MOST_FACTS],
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
