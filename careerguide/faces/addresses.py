"""Tell whose page an address is, and where the other faces of it are."""

from django.conf import settings
from django.urls import Resolver404, resolve

from careerguide.publishing.models.content import content_models
from careerguide.publishing.public.pagination import page_query


def absolute(path):
    return f"{settings.SITE_URL}{path}"


def own_path(context):
    """Return the path of a page, with the query by which a list is what it is.

    `own_path` of its context, or by the same `link_parameters` as its pager.
    """
    if path := context.get("own_path"):
        return path
    number = getattr(context.get("page_obj"), "number", 1)
    query = page_query(context.get("link_parameters", {}), number)
    return f"{context['request'].path}{query}"


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
