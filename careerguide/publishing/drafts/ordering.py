"""Reorder items in their lists: at once, without drafts, and with history."""

from django.db import transaction
from django.utils.translation import gettext as _

from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.signals import Change, announce

from .rows import add_first_revision, draft_of


def set_order(items, by):
    """Give items of one kind their place in lists by their place in `items`.

    At once and undrafted. Rows are locked by key, so that two people who order the same
    list wait for each other. Returns whether anything moved.
    """
    if not items:
        return False
    model = type(items[0])
    wanted = {item.pk: place for place, item in enumerate(items, start=1)}
    with transaction.atomic():
        rows = model._base_manager.select_for_update().order_by("pk")
        moved = [r for r in rows.filter(pk__in=wanted) if r.order != wanted[r.pk]]
        if not moved:
            return False
        for row in moved:
            add_first_revision(row)
            row.order = wanted[row.pk]
        model._base_manager.bulk_update(moved, ["order"], batch_size=200)
        for row in moved:
            reason = _("to place %d") % row.order
            add_revision(draft_of(row), Event.ORDERED, by, reason)
        announce(Change.ORDERED, *moved)
        return True
