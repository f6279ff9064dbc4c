"""Find what pages have of items: tables, links, and lists that name related ones."""

import re
from collections import defaultdict
from contextlib import suppress
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.urls import NoReverseMatch
from django.utils.translation import gettext as _

from careerguide.markup.references.sources import line_keywords, slugs_of
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.snapshots import apply_snapshot, content_fields

MOST_NAMES = 100  # that the database looks for; more are looked for in Python


class Names:
    """Names of items in pages: addresses, slugs in [[keyword: slug]], lists of slugs.

    A content model says in `related_field` which of its fields holds a list of slugs of
    its own kind, and reads it as `related_slugs`. Made of (item, slug, key); what is
    found is given by key.
    """

    def __init__(self, names):
        self.by_address, self.by_slug, self.by_kind = {}, {}, defaultdict(dict)
        for item, slug, key in names:
            self.by_kind[type(item)][slug] = key
            with suppress(NoReverseMatch):  # no page can have it
                address = apply_snapshot(item, {"slug": slug}).get_absolute_url()
                self.by_address[address.rstrip("/")] = key
                if hasattr(type(item), "embed_keyword"):
                    self.by_slug[slug] = key
        folders = {address.rpartition("/")[0] + "/" for address in self.by_address}
        # At the start of a target, or behind our own host.
        start = rf"(?:(?<![\w/-])|{re.escape(settings.SITE_URL)})"
        folder = "|".join(map(re.escape, folders))
        self.address = re.compile(rf"{start}((?:{folder})[\w-]+)")
        few = len(self.by_address) <= MOST_NAMES
        self.looked_for = {*self.by_address, *self.by_slug} if few else {*folders, "[["}

    def in_texts(self):
        """Return (page, in words what it has of the item) of each, by key."""
        found = defaultdict(list)
        for model in content_models() if self.by_address else ():
            texts = _texts(model)
            names = [
                Q(**{f"{t}__icontains": n}) for t in texts for n in self.looked_for
            ]
            pages = model.objects.published()
            if field := self._related_field(model):
                pages = pages.alias(related_text=Cast(field, TextField()))
                slugs = self.by_kind[model]
                slugs = [f'"{s}"' for s in slugs] if len(slugs) <= MOST_NAMES else ['"']
                names += [Q(related_text__contains=slug) for slug in slugs]
            if not names:
                continue
            for page in pages.filter(reduce(or_, names)):
                for key, what in self.in_page(page):
                    found[key].append((page, what))
        return found

    def _related_field(self, model):
        """The field of `model` that may name one of the items by its slug, or None."""
        return getattr(model, "related_field", None) if model in self.by_kind else None

    def in_page(self, page):
        """(key, in words what `page` has of the item) of each that its texts name."""
        if not self.by_address:
            return
        for reference in page.referred_to():
            for slug in slugs_of([reference]):
                if slug in self.by_slug:
                    is_line = reference.keyword in line_keywords()
                    what = _("shows this table") if is_line else _("has numbers of it")
                    yield self.by_slug[slug], what
        for text in _texts(type(page)):
            for address in self.address.findall(getattr(page, text)):
                if address in self.by_address:
                    yield self.by_address[address], _("links to it")
        if field := self._related_field(type(page)):
            known, name = self.by_kind[type(page)], page._meta.get_field(field)
            for slug in page.related_slugs:
                if slug in known:
                    sentence = _("names it among its %s")
                    yield known[slug], sentence % name.verbose_name


def _texts(model):
    return [f.name for f in content_fields(model) if isinstance(f, TextField)]
