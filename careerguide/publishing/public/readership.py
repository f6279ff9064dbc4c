"""Say how often pages were read, for the admin: who counts registers itself here."""

from collections.abc import Callable
from contextlib import suppress

from django.urls import NoReverseMatch

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
    """Give each item its `views`; none, where it has an address of old that is none."""
    addresses = {}
    for item in items:
        item.views = 0
        with suppress(NoReverseMatch):
            addresses[item.get_absolute_url()] = item
    for address, views in views_of(addresses).items():
        addresses[address].views = views
