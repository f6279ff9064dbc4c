"""Resolve links to this site: to a page readers see, one they will see, or nowhere.

Addresses go through Django's URL resolver. A page of content is found by the route of
its model; an app whose addresses are of another kind, such as pictures, registers for
its route what is there. However many links a text has, the queries are as few as the
kinds of content that it names.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urljoin

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation
from django.urls import Resolver404, resolve

from careerguide.publishing.models.related import UNPUBLISHED, OldSlug
from careerguide.publishing.models.snapshots import apply_snapshot
from careerguide.publishing.models.texts import markdown_fields

FOR_EDITORS = {"styleguide"}  # routes of pages that ask who is there, as the admin's
_files = {}  # by the name of a route: of its arguments, those that are there


def register(route, existing):
    """`existing` gets the arguments of links to `route`, and returns those it knows."""
    _files[route] = existing


@dataclass
class Target:
    """Target of an address; with neither `item` nor `is_there`, nothing is there."""

    path: str
    route: str = ""
    is_there: bool = False
    is_for_editors: bool = False
    item: object = None
    is_old: bool = False  # an address it once had
    is_to_be: bool = False  # one that its draft has


@lru_cache(maxsize=1)
def _routes():
    """The content model of each route that shows one item."""
    return {
        resolve(model(slug="a").get_absolute_url()).view_name: model
        for model in apps.get_models()
        if hasattr(model, "published_condition")
    }


def _is_static(name):
    """Whether the site has such a file, by its own name or as it was deployed."""
    if not name or name.endswith("/"):
        return False
    try:
        return staticfiles_storage.exists(name) or bool(finders.find(name))
    except SuspiciousFileOperation:  # as /static/../secret
        return False


class Targets:
    """The Target of each of some paths, found in a few queries."""

    def __init__(self, paths):
        self.found = {}
        self.by_model, self.by_route = defaultdict(dict), defaultdict(dict)
        for path in paths:
            self._place(path)
        for route, wanted in self.by_route.items():
            there = _files[route]([*{*wanted.values()}])
            for path, argument in wanted.items():
                self.found[path].is_there = argument in there
        for model, slugs in self.by_model.items():
            self._find(model, slugs)
        missing = {
            (model, slug)
            for model, paths_of in self.by_model.items()
            for slug, paths in paths_of.items()
            if self.found[paths[0]].item is None
        }
        if missing:
            self._find_old(missing)

    def __getitem__(self, path):
        return self.found[path]

    def _place(self, path):
        target = self.found[path] = Target(path)
        if path.startswith(settings.STATIC_URL):
            target.is_there = _is_static(path.removeprefix(settings.STATIC_URL))
            return
        match = _match(path)
        if match is None:
            return
        target.route = match.view_name
        target.is_for_editors = (
            "admin" in match.app_names or match.view_name in FOR_EDITORS
        )
        if match.view_name in _files:
            (argument,) = match.kwargs.values()
            self.by_route[match.view_name][path] = argument
        elif (slug := match.kwargs.get("slug")) and (model := _model_of(match, path)):
            self.by_model[model].setdefault(slug, []).append(path)
        else:
            target.is_there = True

    def _find(self, model, paths_of):
        for item in _only_list_fields(model).filter(slug__in=paths_of):
            self._set(paths_of[item.slug], item)

    def _set(self, paths, item, **how):
        for path in paths:
            target = self.found[path]
            target.item, target.is_there = item, True
            for name, value in how.items():
                setattr(target, name, value)

    def _find_old(self, missing):
        """Addresses that an item once had, and those that its draft or plan has."""
        types = ContentType.objects.get_for_models(*{model for model, _slug in missing})
        slugs = {slug for _model, slug in missing}
        related = [
            (one, "is_to_be", one.values["slug"])
            for kind in UNPUBLISHED
            for one in kind.objects.filter(
                content_type__in=types.values(), values__slug__in=slugs
            ).only("content_type", "object_id", "values")
        ]
        related += [
            (one, "is_old", one.slug)
            for one in OldSlug.objects.filter(
                content_type__in=types.values(), slug__in=slugs
            )
        ]
        for model, type_ in types.items():
            mine = [
                (slug, how, r.object_id)
                for r, how, slug in related
                if r.content_type_id == type_.pk and (model, slug) in missing
            ]
            if mine:
                keys = {key for *_rest, key in mine}
                owners = _only_list_fields(model).in_bulk(keys)
                for slug, how, key in mine:
                    if item := owners.get(key):
                        self._set(self.by_model[model][slug], item, **{how: True})

    def texts_of(self, paths):
        """The items whose pages are at some of the paths, with only their texts."""
        wanted = defaultdict(list)
        for path in paths:
            item = self.found[path].item
            if item is not None and self.found[path].route in _routes():
                wanted[type(item)].append((path, item.pk))
        for model, places in wanted.items():
            if names := [field.name for field in markdown_fields(model)]:
                rows = model._base_manager.only(*names).in_bulk(
                    {pk for _, pk in places}
                )
                yield from ((path, rows[pk]) for path, pk in places if pk in rows)


def _only_list_fields(model):
    """Items with what says whether readers see them, and what they are called."""
    shown = ("slug", "status", "publish_at", "unpublish_at", "trashed_at")
    fields = [*shown, model.title_field]
    rows = model._base_manager.all()
    if hasattr(model, "career"):
        career = model._meta.get_field("career").related_model
        fields += [f"career__{name}" for name in (*shown, career.title_field)]
        rows = rows.select_related("career")
    return rows.only(*fields)


def _match(path):
    for whole in (path, f"{path}/"):
        try:
            return resolve(whole)
        except (Resolver404, ValueError):
            continue
    return None


def _model_of(match, path):
    """The model that a route shows an item of, or something made from it."""
    if model := _routes().get(match.view_name):
        return model
    for model in _routes().values():
        page = model(slug=match.kwargs["slug"]).get_absolute_url().rstrip("/")
        if path.startswith(page) and path[len(page) : len(page) + 1] in ("/", "."):
            return model
    return None


def page_path(item):
    """Return the path of the page of `item`, which may have no address yet."""
    named = item if item.slug else apply_snapshot(item, {"slug": "-"})
    return named.get_absolute_url()


def full_path(item, written):
    """The path of an own address, from the root, as a browser on that page asks it."""
    return unquote(urljoin(page_path(item), written))
