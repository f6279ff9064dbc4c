from careerguide.publishing.views import PublishedDetailView, PublishedListView

from .models import FAQEntry


class FAQEntryListView(PublishedListView):
    model = FAQEntry
    template_name = "faq/entry_list.html"
    context_object_name = "entry_list"
    paginate_by = 50


class FAQEntryDetailView(PublishedDetailView):
    model = FAQEntry
    template_name = "faq/entry_detail.html"
    context_object_name = "entry"

    def get_context_data(self, **kwargs):
        document = FAQEntry.render_text(self.object.answer)
        return super().get_context_data(document=document, **kwargs)
