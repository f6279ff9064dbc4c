"""Show a career's whole guide on one page, to print and to read offline."""

from itertools import chain, groupby
from operator import attrgetter

from django.views.generic import DetailView

from articles.embeds import tables_in
from careerguide.models import Career
from careerguide.publishing.public.dates import shown_dates


class PrintView(DetailView):
    template_name = "career_print.html"

    def get_queryset(self):
        return Career.objects.published().select_related("picture")

    def get_context_data(self, **kwargs):
        career = self.object
        articles = list(career.article_set.published().in_reading_order())
        tables = list(career.stattable_set.published().by_topic())
        questions = list(career.faqentry_set.published().by_topic())
        return super().get_context_data(
            embedded_tables=tables_in(*chain(*map(_texts, articles))),
            article_list=articles,
            table_topics=_by_topic(tables),
            question_topics=_by_topic(questions),
            dates=shown_dates([career, *articles, *tables, *questions]),
            **kwargs,
        )


def _texts(article):
    return article.takeaways, article.body


def _by_topic(items):
    return [(topic, list(same)) for topic, same in groupby(items, attrgetter("topic"))]
