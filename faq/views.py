"""List published questions, and show one."""

from careerguide.publishing.public.views import PublishedDetailView, PublishedListView

from .models import FAQEntry

MOST_OF_TOPIC = 6
# Characters of answers that stand on one page of the list; others are links.
MOST_OF_ANSWERS = 200_000


class FAQEntryListView(PublishedListView):
    model = FAQEntry
    context_object_name = "entry_list"
    paginate_by = 24

    def in_order(self, items):
        return items.only_list_fields("answer").by_topic()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        room = MOST_OF_ANSWERS
        for entry in context["object_list"]:
            room -= len(entry.answer)
            entry.is_shown = room >= 0
        shown = (entry for entry in context["object_list"] if entry.is_shown)
        return context | {"answer_list": [entry.document.html for entry in shown]}


class FAQEntryDetailView(PublishedDetailView):
    model = FAQEntry
    context_object_name = "entry"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            document=self.object.render("answer"),
            topic_list=self.of_topic(MOST_OF_TOPIC),
            **kwargs,
        )
