"""Answer where there is no page: with a search, and what has an address like it.

Whoever asks for addresses that are not there may ask for thousands: what is looked for
is the careers in memory, and the neighbours in an index of one kind of content.
"""

import re
from contextlib import suppress
from difflib import SequenceMatcher, get_close_matches

from django.db import DatabaseError, InterfaceError
from django.urls import reverse
from django.utils.text import slugify

from careerguide.http.errors import error_page
from careerguide.languages.folding import fold
from careerguide.models import Page
from careerguide.publishing.models.sections import guide_models

from .career_names import career_names
from .frame import read_frame

MOST_TITLES = 5
LONGEST = 300  # characters of an address, from its end, that are read
LIKE = 0.65  # of two addresses, from 0 to 1
LIKE_FOLDER = 0.75  # “article” and “articles”
NEIGHBOURS = 4  # in the order of addresses, on each side
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{2,79}")
# Of a page and of what is downloaded of it; others are of programs, as .php is.
ENDINGS = ("md", "html", "htm", "pdf", "csv", "json", "svg", "png", "epub")
AFTER = re.compile(r"[\W_]+\Z")  # a full stop, a bracket: links are copied with them
# Addresses of programs, and of people who are signed in.
NO_PAGES = ("/admin/", "/static/", "/media/", "/preview/", "/feedback/", "/.")


def page_not_found(request, exception):
    """Return the page of a 404, which needs no database."""
    found = {}
    if slug := slug_of(request):
        with suppress(DatabaseError, InterfaceError):  # then without them
            found = {"nearest_list": nearest(slug, model_of(request))}
            found["frame"] = read_frame()
    return error_page(request, 404, **found)


def slug_of(request):
    """Return the last part of an address that may be the name of a page, or "".

    It is written as a slug would be, of whatever somebody has typed or copied.
    """
    if request.method not in ("GET", "HEAD"):
        return ""
    if request.path_info.startswith(NO_PAGES):
        return ""
    last = AFTER.sub("", request.path_info[-LONGEST:]).rpartition("/")[2]
    begin, dot, ending = last.rpartition(".")
    if dot and ending.lower() in ENDINGS:
        last = begin
    elif dot and ending.isalnum():
        return ""
    slug = slugify(fold(last).replace("_", "-"))
    return slug if SLUG.fullmatch(slug) else ""


def model_of(request):
    """Return the kind of content that the address is of, beside careers, or None."""
    match = request.resolver_match
    if match and match.view_name == "page_detail":
        return Page
    folder = request.path_info.lstrip("/").partition("/")[0]
    by_label = {model._meta.app_label: model for model in guide_models()}
    known = get_close_matches(folder[:40], by_label, 1, LIKE_FOLDER)
    return by_label[known[0]] if known else None


def nearest(slug, model=None):
    """Return {title, url} of what is published and has an address most like `slug`.

    Careers, by any of their names, and items of `model`.
    """
    found = {}
    matcher = SequenceMatcher(b=slug, autojunk=False)
    for likeness, item in [*_careers(slug, matcher), *_items(slug, matcher, model)]:
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


def _items(slug, matcher, model):
    """Those before and after `slug` in the order of addresses: they begin like it."""
    if model is None:
        return
    items = model.objects.published().only("slug", "language", model.title_field)
    after = items.filter(slug__gte=slug).order_by("slug")
    before = items.filter(slug__lt=slug).order_by("-slug")
    for item in [*after[:NEIGHBOURS], *before[:NEIGHBOURS]]:
        if likeness := _likeness(matcher, item.slug):
            yield (
                likeness,
                {
                    "title": str(item),
                    "url": item.get_absolute_url(),
                    "language": item.language,
                },
            )
