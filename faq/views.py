from careerguide.publishing.views import PublishedDetailView, PublishedListView

from .models import FAQEntry

MOST_OF_TOPIC = 6


class FAQEntryListView(PublishedListView):
    model = FAQEntry
    template_name = "faq/entry_list.html"
    context_object_name = "entry_list"
    paginate_by = 50

    def in_order(self, items):
        return items.by_topic()


class FAQEntryDetailView(PublishedDetailView):
    model = FAQEntry
    template_name = "faq/entry_detail.html"
    context_object_name = "entry"

    def get_context_data(self, **kwargs):
        entry = self.object
        same_topic = FAQEntry.objects.published().for_career(entry.career)
        same_topic = same_topic.filter(topic=entry.topic).exclude(pk=entry.pk)
        return super().get_context_data(
            document=FAQEntry.render_text(entry.answer),
            topic_list=entry.topic and same_topic.in_reading_order()[:MOST_OF_TOPIC],
            **kwargs,
        )
