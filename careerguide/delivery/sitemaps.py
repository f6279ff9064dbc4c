"""The sitemap: every published page, from the same `published()` as the pages."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from careerguide.publishing.models import content_models


class PublishedSitemap(Sitemap):
    """The published items of one model."""

    limit = 50_000  # as many as one sitemap may hold
    protocol = urlsplit(settings.SITE_URL).scheme

    def __init__(self, model):
        self.model = model

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc

    def items(self):
        # A list, so that paging it asks the database nothing more.
        return list(
            self.model.objects.published()
            .order_by("pk")
            .only("slug", "content_updated_on")
        )

    def lastmod(self, item):
        return item.content_updated_on


class ListSitemap(PublishedSitemap):
    """The pages that list the others."""

    def __init__(self):
        super().__init__(model=None)

    def items(self):
        return ["home", "articles:list", "statistics:list", "faq:list"]

    def location(self, item):
        return reverse(item)

    def lastmod(self, item):
        return None


def sitemaps():
    """A section for the lists and one for every model with published pages."""
    sections = {m._meta.model_name: PublishedSitemap(m) for m in content_models()}
    return {"lists": ListSitemap()} | sections
