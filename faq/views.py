from careerguide.publishing.views import PublishedDetailView, PublishedListView

from .models import FAQEntry

MOST_OF_TOPIC = 6


class FAQEntryListView(PublishedListView):
    model = FAQEntry
    template_name = "faq/entry_list.html"
    context_object_name = "entry_list"
    paginate_by = 24

    def in_order(self, items):
        return items.in_short("answer").by_topic()


class FAQEntryDetailView(PublishedDetailView):
    model = FAQEntry
    template_name = "faq/entry_detail.html"
    context_object_name = "entry"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            document=FAQEntry.render_text(self.object.answer),
            topic_list=self.of_topic(MOST_OF_TOPIC),
            **kwargs,
        )
