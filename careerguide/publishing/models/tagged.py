"""Define what says how far a change of an item reaches, and which pages it concerns."""

import re
from functools import cache

from django.db import models

from .snapshots import snapshot
from .tags import Extent
from .texts import markdown_fields

# Of a page of ours, and of some of others.
_ADDRESS = re.compile(r"/[-\w]+/[-\w]+")


class Tagged(models.Model):
    found_by = ()  # columns by which pages of other guides choose it
    more_inner_fields = ()  # beside its Markdown: see `inner_fields`

    class Meta:
        abstract = True

    @classmethod
    @cache
    def inner_fields(cls):
        """Return the names of what no query chooses items by, or orders them.

        What shows them has loaded them.
        """
        texts = (field.name for field in markdown_fields(cls))
        return frozenset([*texts, *cls.more_inner_fields])

    def change_tags(self, extent):
        """Return the tags that a change of it concerns; None: any page may show it."""
        return None

    def extent_since(self, before):
        """Return how far its change from another state of it reaches."""
        old, new = snapshot(before), snapshot(self)
        changed = {name for name, value in new.items() if value != old[name]}
        if not changed.isdisjoint(self.found_by):
            return Extent.ANYWHERE
        # Pages of others name the texts that refer and lead to them.
        is_inner = changed <= self.inner_fields() and _leads(before) == _leads(self)
        return Extent.ITEM if is_inner else Extent.GUIDE


def _leads(item):
    """What an item refers to, and the addresses of pages of ours in its texts."""
    texts = (str(getattr(item, name)) for name in item.inner_fields())
    addresses = (found for text in texts for found in _ADDRESS.findall(text))
    return {*item.referred_to(), *addresses}
