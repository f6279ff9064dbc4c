"""Pages of published content: name the model and the template, and stop."""

from django.views.generic import DetailView, ListView


class PublishedListView(ListView):
    """Published items in reading order, `paginate_by` a page."""

    def get_queryset(self):
        return self.model.objects.published().with_career().in_reading_order()


class PublishedDetailView(DetailView):
    """One published item, with the items before and after it."""

    def get_queryset(self):
        return self.model.objects.published().with_career()

    def get_context_data(self, **kwargs):
        before, after = self.model.objects.neighbours(self.object)
        return super().get_context_data(previous=before, next=after, **kwargs)
