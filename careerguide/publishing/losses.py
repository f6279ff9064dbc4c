"""What live pages lose when readers no longer see an item: tables, pictures, links."""

import re
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q, TextField
from django.utils.translation import gettext as _

from .models import GuideContent, content_models
from .usage import admin_link
from .values import content_fields, with_values

MAX_ADDRESSES = 100  # more are looked for in Python alone


@dataclass(frozen=True)
class Loss:
    """A live page, and in words what it would lose."""

    page: models.Model
    what: str

    @property
    def link(self):
        return admin_link(self.page)


def losses(item):
    """A Loss for each live page that shows `item` or leads to it; a page stands once.

    Of a career, what other guides lose with it; its own pages go with it, see
    `pages_of`. Nothing where readers do not see the item.
    """
    if not item.is_published:
        return []
    going = [item, *pages_of(item)]
    found = {}
    for one in going:
        for page, what in getattr(one, "appears_in", tuple)():
            found.setdefault(page, what)
    for page in _linking(going):
        found.setdefault(page, _("links to it"))
    lost = set(going)
    return [Loss(page, what) for page, what in found.items() if page not in lost]


def pages_of(career):
    """The live items of a career's guide; none of anything else."""
    found = []
    for model in content_models():
        field = _career_field(model)
        if field and isinstance(career, field.related_model):
            found += model.objects.published().for_career(career).in_reading_order()
    return found


def _career_field(model):
    is_content = issubclass(model, GuideContent)
    return model._meta.get_field("career") if is_content else None


def _linking(items):
    """Live pages whose text has the address of one of the items, or once had."""
    addresses = {address for item in items for address in _addresses(item)}
    pattern = re.compile("|".join(f"{re.escape(a)}(?![\\w-])" for a in addresses))
    common = {address.rsplit("/", 1)[0] + "/" for address in addresses}
    looked_for = addresses if len(addresses) <= MAX_ADDRESSES else common
    for model in content_models():
        texts = [f.name for f in content_fields(model) if isinstance(f, TextField)]
        names = [Q(**{f"{t}__contains": a}) for t in texts for a in looked_for]
        if not names:
            continue
        for page in model.objects.published().filter(reduce(or_, names)):
            if any(pattern.search(getattr(page, text)) for text in texts):
                yield page


def _addresses(item):
    """Where it is found, and was: without the slash, so that `.csv` counts, too."""
    slugs = [item.slug, *item.old_slugs.values_list("slug", flat=True)]
    for slug in slugs:
        yield with_values(item, {"slug": slug}).get_absolute_url().rstrip("/")


def summary_of_pages(pages):
    """How many of each kind, in words: “2 articles, 11 tables”."""
    kinds = {}
    for page in pages:
        kinds.setdefault(type(page), []).append(page)
    return ", ".join(
        f"{len(found)} {_name(model, len(found))}" for model, found in kinds.items()
    )


def _name(model, count):
    opts = model._meta
    return str(opts.verbose_name if count == 1 else opts.verbose_name_plural)
