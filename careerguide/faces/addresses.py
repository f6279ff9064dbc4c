"""Tell whose page an address is, and where the other faces of it are."""

from django.conf import settings
from django.urls import Resolver404, resolve

from careerguide.publishing.models.content import content_models


def absolute(path):
    return f"{settings.SITE_URL}{path}"


def model_at(path, slug):
    """Return the content type whose item of this slug has its page at a path, or None.

    No row is read: readers may see no such item.
    """
    try:
        if resolve(path).kwargs != {"slug": slug}:
            return None
    except Resolver404:
        return None
    for model in content_models():
        if model(slug=slug).get_absolute_url() == path:
            return model
    return None
