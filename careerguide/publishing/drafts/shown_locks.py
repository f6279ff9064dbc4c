"""Lock what an item shows, before it is checked and published.

To publish an article and to hide a table that it shows are each right alone. Whoever
publishes holds the rows of what the texts show from before the check until the
transaction ends, so that whoever hides one comes before or after, and never between.
All transactions lock in one order: careers, what is shown, what shows it.
"""

from django.db import connection

from careerguide.markup.references.sources import slugs_of
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.related import OldSlug, Plan, WorkingCopy
from careerguide.publishing.models.snapshots import apply_snapshot


def lock_shown_by(item):
    """Lock what the row of `item`, its draft and its plan show; before the row itself.

    Waits for whoever changes it.
    """
    row = type(item)._base_manager.get(pk=item.pk)
    kept = [kind.objects.of(row).first() for kind in (WorkingCopy, Plan)]
    texts = [apply_snapshot(row, one.values) for one in kept if one]
    _lock(_slugs(row, *texts), waits=True)


def holds_shown_by(item):
    """Whether what `item` shows is locked by this transaction, or could be at once.

    For the row that is locked already: to wait now might be to wait for each other.
    """
    return _lock(_slugs(item), waits=False)


def _slugs(*items):
    return slugs_of(reference for item in items for reference in item.referred_to())


def _lock(slugs, waits):
    for model in content_models() if slugs else ():
        if not hasattr(model, "embed_keyword"):
            continue
        keys = _keys(model, slugs)
        career = model._meta.get_field("career").related_model
        careers = model._base_manager.filter(pk__in=keys).values_list("career_id")
        for kind, wanted in ((career, {key for (key,) in careers}), (model, keys)):
            if not _have(kind, wanted, waits):
                return False
    return True


def _keys(model, slugs):
    """The keys of items that have one of the slugs, had it, or will by a plan."""
    kept = model._base_manager.filter(slug__in=slugs).values_list("pk", flat=True)
    old = OldSlug.objects.of_model(model).filter(slug__in=slugs)
    planned = Plan.objects.of_model(model).filter(values__slug__in=slugs)
    owners = [*old.values_list("object_id"), *planned.values_list("object_id")]
    return {*kept, *(key for (key,) in owners)}


def _have(model, keys, waits):
    rows = model._base_manager.filter(pk__in=keys).order_by("pk")
    if not keys:
        return True
    may_skip = connection.features.has_select_for_update_skip_locked
    locked = rows.select_for_update(no_key=True, skip_locked=not waits and may_skip)
    found = len(locked.values_list("pk"))
    return waits or found == rows.count()
