"""List the published terms of the glossary, and show one."""

from careerguide.publishing.public.views import PublishedDetailView, PublishedListView

from .models import Term


class TermListView(PublishedListView):
    model = Term
    paginate_by = 24


class TermDetailView(PublishedDetailView):
    model = Term
