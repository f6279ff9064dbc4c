"""The pages that show several kinds of content, and the pages about the site."""

from django.db.models import Prefetch
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, ListView

from articles.models import Article
from faq.models import FAQEntry
from statistics.models import StatTable

from .models import Career, Page


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
        articles = Article.objects.published().with_career().in_reading_order()
        questions = FAQEntry.objects.published().with_career().in_reading_order()
        context = super().get_context_data(
            article_list=articles[:6], question_list=questions[:6], **kwargs
        )
        # One career shows all its quick facts; of several, each shows the telling one.
        context["fact_limit"] = ":6" if len(context["object_list"]) == 1 else ":1"
        return context


class CareerDetailView(DetailView):
    template_name = "career_detail.html"

    def get_queryset(self):
        return Career.objects.published().select_related("picture")

    def get_context_data(self, **kwargs):
        tables = list(self.object.stattable_set.published().in_reading_order())
        return super().get_context_data(
            table_list=tables,
            fact_tables=[table for table in tables if table.headline],
            article_list=self.object.article_set.published().in_reading_order(),
            question_list=self.object.faqentry_set.published().in_reading_order(),
            unsourced_count=sum(not table.source_name for table in tables),
            source_list=sorted({t.source_name for t in tables if t.source_name}),
            **kwargs,
        )


class PageDetailView(DetailView):
    template_name = "page_detail.html"

    def get_queryset(self):
        return Page.objects.published()


@require_safe
def favicon(request):
    """Browsers ask for it at this address where no page says another."""
    return redirect(static("careerguide/img/mark.svg"))
