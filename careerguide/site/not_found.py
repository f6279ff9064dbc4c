"""Answer where there is no page: with a search, and what has an address like it.

Whoever asks for addresses that are not there may ask for thousands: what is looked for
is one query of an index for all kinds of content, and the careers in memory.
"""

import re
from contextlib import suppress
from difflib import SequenceMatcher

from django.db import DatabaseError, InterfaceError
from django.db.models import F, Q, Value
from django.urls import reverse

from careerguide.http.errors import error_page
from careerguide.publishing.models.content import content_models

from .career_names import career_names
from .searching import search_path

MOST_TITLES = 5
LIKE = 0.65  # of two addresses, from 0 to 1
NEIGHBOURS = 3  # in the order of addresses, on each side, of each kind
SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,79}")
# Addresses of programs, and of people who are signed in.
NO_PAGES = ("/admin/", "/static/", "/media/", "/preview/", "/feedback/", "/.")


def page_not_found(request, exception):
    """Return the page of a 404, which needs no database."""
    titles = []
    if slug := slug_of(request):
        with suppress(DatabaseError, InterfaceError):  # then without them
            titles = nearest(slug)
    return error_page(request, 404, nearest_list=titles, search_path=search_path())


def slug_of(request):
    """Return the last part of an address that may be the name of a page, or ""."""
    if request.method not in ("GET", "HEAD"):
        return ""
    if request.path_info.startswith(NO_PAGES):
        return ""
    last = request.path_info.rstrip("/").rpartition("/")[2]
    last = last.removesuffix(".md").removesuffix(".html")
    return last.lower() if SLUG.fullmatch(last) else ""


def nearest(slug):
    """Return {title, url} of published items whose addresses are most like `slug`."""
    found = {}
    matcher = SequenceMatcher(b=slug, autojunk=False)
    for likeness, item in [*_careers(slug, matcher), *_items(slug, matcher)]:
        if likeness > found.get(item["url"], (0,))[0]:
            found[item["url"]] = likeness, item
    best = sorted(found.values(), key=lambda pair: (-pair[0], pair[1]["url"]))
    return [item for _likeness, item in best[:MOST_TITLES]]


def _likeness(matcher, other):
    """How like two addresses are; 0 where that is too little to name it."""
    matcher.set_seq1(other)
    if matcher.real_quick_ratio() < LIKE or matcher.quick_ratio() < LIKE:
        return 0
    likeness = matcher.ratio()
    return likeness if likeness >= LIKE else 0


def _careers(slug, matcher):
    names = career_names()
    for form in names.like(slug, MOST_TITLES):
        if likeness := _likeness(matcher, form):
            for of_career, name in names.meant_by(form).items():
                url = reverse("career_detail", args=[of_career])
                yield likeness, {"title": name, "url": url}


def _items(slug, matcher):
    models = {model._meta.label: model for model in content_models()}
    first, *others = (_neighbours(model, slug) for model in models.values())
    for label, of_item, title in first.union(*others, all=True):
        if likeness := _likeness(matcher, of_item):
            url = models[label](slug=of_item).get_absolute_url()
            yield likeness, {"title": title, "url": url}


def _neighbours(model, slug):
    """The published items before and after `slug` in the order of addresses."""
    items = model.objects.published()
    after = items.filter(slug__gte=slug).order_by("slug")
    before = items.filter(slug__lt=slug).order_by("-slug")
    near = Q()
    for side in (after, before):
        near |= Q(pk__in=side.values("pk")[:NEIGHBOURS])
    return (
        model.objects.filter(near)
        .order_by()
        .values_list(Value(model._meta.label), "slug", F(model.title_field))
    )
