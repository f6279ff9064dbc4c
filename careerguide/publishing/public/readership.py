"""Say how often pages were read, for the admin: who counts registers itself here."""

from collections.abc import Callable
from contextlib import suppress
from copy import copy

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import NoReverseMatch

from careerguide.publishing.models.related import OldSlug

DAYS = 30
_counters: list[Callable] = []


def register(count):
    """`count(addresses, days)` returns {address: views} of those that were read."""
    _counters[:] = [count]


def views_of(addresses, days=DAYS):
    """Return how often each of these addresses was read in so many days."""
    found = {}
    for counter in _counters:
        found |= counter(addresses, days)
    return found


def attach_views(items):
    """Give each item its `views`, with those at its former addresses.

    None, where it has an address of old that is none.
    """
    items = list(items)
    former = _former_slugs(items)
    owners = {}
    for item in items:
        item.views = 0
        for slug in (*former.get((type(item), item.pk), ()), item.slug):
            with suppress(NoReverseMatch):
                owners[_address(item, slug)] = item
    for address, views in views_of(owners).items():
        owners[address].views += views


def _former_slugs(items):
    """Return {(model, key): slugs}."""
    asked, kinds = Q(pk=None), {}
    for model in {type(item) for item in items}:
        kind = ContentType.objects.get_for_model(model)
        kinds[kind.pk] = model
        keys = [item.pk for item in items if type(item) is model]
        asked |= Q(content_type=kind, object_id__in=keys)
    found = {}
    fields = ("content_type", "object_id", "slug")
    for kind, key, slug in OldSlug.objects.filter(asked).values_list(*fields):
        found.setdefault((kinds[kind], key), []).append(slug)
    return found


def _address(item, slug):
    there = copy(item)
    there.slug = slug
    return there.get_absolute_url()
