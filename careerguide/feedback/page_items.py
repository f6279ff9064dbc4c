"""Find the public item that a page of the site is about."""

from django.urls import Resolver404, resolve

from careerguide.publishing.models.content import content_models
from careerguide.publishing.public.redirect_middleware import current_address

from .models import Feedback

MAX_PATH = Feedback._meta.get_field("page").max_length


def item_at(path):
    """Return what readers see at `path`, also by an address it once had; else None."""
    slug = _slug_at(path)
    if not slug:
        return None
    return _published_at(path, slug) or _renamed_at(path, slug)


def _slug_at(path):
    if not path.startswith("/") or len(path) > MAX_PATH:
        return None
    try:
        return resolve(path).kwargs.get("slug")
    except Resolver404:
        return None


def _published_at(path, slug):
    for model in content_models():
        if model(slug=slug).get_absolute_url() == path:
            return model.objects.published().filter(slug=slug).first()
    return None


def _renamed_at(path, slug):
    now = current_address(path, slug)
    return _published_at(now, _slug_at(now)) if now else None
