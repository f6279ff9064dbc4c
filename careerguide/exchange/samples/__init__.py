"""Create and remove made-up guides, as long as real ones, to measure the site with."""

import re
from itertools import chain

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.text import slugify

from careerguide.models import Career, CareerGroup
from careerguide.publishing.models.history import Revision
from careerguide.publishing.models.sections import guide_models
from careerguide.publishing.signals import Change, announce

from .guide import FIRST_PLACE, NOTICE, SampleGuide
from .names import GROUPS

SLUG = re.compile(r"sample-(\d+)-")
AT_ONCE = 25  # guides in memory while they are saved


def samples():
    """Return the careers that say they are samples.

    Who rewords that makes one their own.
    """
    return Career.objects.filter(slug__startswith="sample-", summary__startswith=NOTICE)


def make(count):
    """Publish those of the sample guides 1 to `count` that are not there; how many.

    A number of which any address is taken counts as there.
    """
    with transaction.atomic():
        numbers = sorted(set(range(1, count + 1)) - _taken())
        groups = _groups() if numbers else {}
        for start in range(0, len(numbers), AT_ONCE):
            guides = [SampleGuide(n) for n in numbers[start : start + AT_ONCE]]
            for guide in guides:
                guide.career.group = groups[guide.names.group]
            _save(guides)
        if numbers:
            announce(Change.LOADED)
    return len(numbers)


def remove():
    """Delete the sample guides; return how many, and the careers that stay.

    A guide stays whole if somebody has changed it since, or added to it.
    """
    with transaction.atomic():
        changed = _changed()
        staying = list(samples().filter(pk__in=changed))
        going = samples().exclude(pk__in=changed)
        count = going.count()
        for model in guide_models():
            model.objects.filter(career__in=going).delete()
        going.delete()
        CareerGroup.objects.filter(slug__in=_group_slugs(), career=None).delete()
        if count:
            announce(Change.DELETED)
    return count, staying


def _taken():
    slugs = (
        model._base_manager.filter(slug__startswith="sample-").values_list("slug")
        for model in (Career, *guide_models())
    )
    found = (SLUG.match(slug) for rows in slugs for (slug,) in rows)
    return {int(match[1]) for match in found if match}


def _groups():
    """The fields of work of samples by name, those that are not there made."""
    return {
        name: CareerGroup.objects.get_or_create(
            slug=slug, defaults={"name": name, "order": FIRST_PLACE + place}
        )[0]
        for place, (name, slug) in enumerate(zip(GROUPS, _group_slugs(), strict=True))
    }


def _group_slugs():
    return [f"sample-{slugify(name)}" for name in GROUPS]


def _save(guides):
    Career.objects.bulk_create([guide.career for guide in guides])
    for of_kind in zip(*(guide.by_kind() for guide in guides), strict=True):
        items = list(chain.from_iterable(of_kind))
        type(items[0]).objects.bulk_create(items)


def _changed():
    """The careers of which, or of whose items, there is a history: samples have none.

    Or that have an item of another guide's address.
    """
    found = set(_with_history(samples()).values_list("pk", flat=True))
    for model in guide_models():
        items = model.objects.filter(career__in=samples())
        found.update(_with_history(items).values_list("career", flat=True))
    return found


def _with_history(items):
    revisions = Revision.objects.of_model(items.model)
    return items.filter(Exists(revisions.filter(object_id=OuterRef("pk"))))
