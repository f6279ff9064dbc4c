"""Define the generic views of published content: name the model and the template."""

from itertools import islice

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView

from careerguide.publishing.models.querysets import previous_and_next

from .dates import shown_dates
from .faces import LinkedToMarkdown
from .finding import NOTHING, asked_text, find
from .pagination import Counts, GuidePaginator, counts_of_all

MAX_QUERY = 100
# Query parameters of a PublishedListView as `cacheable` takes them: vary_on, bypass_on.
PARAMETERS = (["page", "career"], ["q"])


class PublishedListView(ListView):
    """Published items in reading order, `paginate_by` a page.

    `?career=` leaves those of one career, `?q=` those that a search for it finds.
    """

    def get_queryset(self):
        careers = self.model._meta.get_field("career").related_model.objects
        self.careers = careers.published()
        items = self.model.objects.live().with_career()
        self.query = asked_text(self.request.GET, MAX_QUERY)
        self.career = None
        if slug := self.request.GET.get("career"):
            self.career = get_object_or_404(self.careers, slug=slug)
            items = items.for_career(self.career)
        self.found = NOTHING
        if self.query:
            self.found = find(self.model, self.query) or NOTHING
            items = items.filter(pk__in=self.found.keys)
        return self.in_order(items)

    def in_order(self, items):
        return items.listed()

    def get_paginator(self, items, *args, **kwargs):
        if self.career:
            return Paginator(items, *args, **kwargs)
        if self.query:
            counts = Counts.of(items, self.careers)
        else:
            counts = counts_of_all(self.model)
        return GuidePaginator(items, *args, counts=counts, **kwargs)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            query=self.query,
            career=self.career,
            corrected=self.found.corrected,
            **kwargs,
        )
        career = self.career and self.career.slug
        return context | {
            "dates": shown_dates(context["object_list"]),
            "link_parameters": {"career": career, "q": self.query},
        }


def shown_or_404(model, slug):
    """Return the published item of a slug, whole: see `shown_at`. Raises Http404."""
    item = model.objects.shown_at(slug)
    if item is None:
        raise Http404
    return item


class ShownItem(DetailView):
    """The page of one published item, by its slug: what its queryset's `whole` loads.

    A subclass with a `get_queryset` of its own asks that, as Django does.
    """

    def get_object(self, queryset=None):
        if type(self).get_queryset is not DetailView.get_queryset:
            return super().get_object(queryset)
        return shown_or_404(self.model, self.kwargs["slug"])


class PublishedDetailView(LinkedToMarkdown, ShownItem):
    """One published item, with the items before and after it."""

    @cached_property
    def guide(self):
        return self.model.objects.siblings(self.object)

    def get_context_data(self, **kwargs):
        before, after = previous_and_next(self.object, self.guide)
        return super().get_context_data(previous=before, next=after, **kwargs)

    def of_topic(self, limit):
        """Return at most `limit` others of the same topic and guide."""
        topic, item = self.object.topic, self.object
        others = (i for i in self.guide if topic and i.topic == topic and i != item)
        return list(islice(others, limit))
