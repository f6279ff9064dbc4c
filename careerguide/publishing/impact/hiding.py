"""Find what live pages lose when an item is hidden: tables, facts, links, relations."""

from collections import defaultdict
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _

from careerguide.publishing.drafts.references import admin_link
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.models.sections import guide_models

from .names import Names
from .plans import career_moved_to, plans_of_live_pages


@dataclass(frozen=True)
class Loss:
    """A live page, and in words what it would lose.

    Or, in `pieces` as `drafts.diff` gives them, a sentence that it would say otherwise.
    """

    page: models.Model
    what: str
    pieces: tuple = ()

    @property
    def is_change(self):
        return bool(self.pieces)

    @property
    def link(self):
        return admin_link(self.page)


def losses(item):
    """A Loss for each live page that shows `item` or leads to it, each page once."""
    return losses_of([item])[item]


def losses_of(items):
    """Return the `losses` of each item, by item; the texts of the site are read once.

    Of a career, what other guides lose with it: its own pages go with it, see
    `pages_of`. What is planned counts as well. Nothing where readers do not see the
    item.
    """
    going = {item: [item, *pages_of(item)] for item in items if item.is_published}
    names = Names(names_of({one for ones in going.values() for one in ones}))
    lost, planned = names.in_texts(), _planned(going, names)
    found = {item: {} for item in items}
    for item, ones in going.items():
        live = [p for o in ones for p in (*lost[o], *getattr(o, "appears_in", tuple)())]
        for page, what in [*live, *(pair for one in ones for pair in planned[one])]:
            if page not in ones:
                found[item].setdefault(page, what)
    return {
        item: [Loss(page, what) for page, what in pages.items()]
        for item, pages in found.items()
    }


def _planned(going, names):
    """(live page, what its plan has of the item) of each item that goes, by item."""
    found = defaultdict(list)
    for page, wanted, hour in plans_of_live_pages() if going else ():
        if key := career_moved_to(page, wanted):
            career = page._meta.get_field("career").related_model(pk=key)
            sentence = _("is planned to move here on %s, and its plan is held")
            found[career].append((page, sentence % hour))
        for item, what in names.in_page(wanted):
            sentence = _("%(what)s in its plan for %(hour)s")
            found[item].append((page, sentence % {"what": what, "hour": hour}))
    return found


def pages_of(item):
    """Return the live items of a career's guide; none of anything else."""
    found = []
    for model in guide_models():
        if isinstance(item, model._meta.get_field("career").related_model):
            pages = model.objects.published().for_career(item)
            found += pages.in_reading_order()
    return found


def names_of(items):
    """(item, slug, item) for each slug that an item has or had, as `Names` takes it."""
    for model in {type(item) for item in items}:
        own = {item.pk: item for item in items if type(item) is model}
        old = OldSlug.objects.of_model(model).filter(object_id__in=own)
        yield from [(item, item.slug, item) for item in own.values()]
        for slug, pk in old.values_list("slug", "object_id"):
            yield own[pk], slug, own[pk]


def summary_of_pages(pages):
    """Return how many of each kind, in words: “2 articles, 11 tables”."""
    kinds = defaultdict(int)
    for page in pages:
        kinds[page._meta] += 1
    return ", ".join(
        f"{count} {opts.verbose_name if count == 1 else opts.verbose_name_plural}"
        for opts, count in kinds.items()
    )
