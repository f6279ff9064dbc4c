"""Lock the row of an item, read its draft, and say who changed it."""

from django.db.models import Max
from django.utils import timezone

from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.related import WorkingCopy
from careerguide.publishing.models.snapshots import apply_snapshot

from . import versions


def lock(item, shown=None):
    """Return the row of `item` as it is now, held until the transaction ends.

    Raises StaleVersion if it is no longer what was `shown`, a ShownVersion.
    """
    row = type(item)._base_manager.select_for_update().get(pk=item.pk)
    if shown is not None:
        versions.check(row, shown)
    return row


def working_copy(row):
    return WorkingCopy.objects.of(row).first()


def draft_of(row, working=None):
    """`row` with what its editors are working on; itself if there is no draft."""
    working = working or working_copy(row)
    return apply_snapshot(row, working.values) if working else row


def last_place(item):
    """Return the place after all others of its guide, or, without one, of its kind."""
    others = type(item).objects.all()
    if career_id := getattr(item, "career_id", None):
        others = others.filter(career_id=career_id)
    return (others.aggregate(last=Max("order"))["last"] or 0) + 1


def add_first_revision(row):
    """Begin the history of what was loaded, and never changed here yet."""
    if not row.history.exists():
        add_revision(row, Event.FOUND, row.modified_by, date=row.modified_at)


def touch(row, by):
    """Say who changed it last, and when."""
    row.modified_by, row.modified_at = by, timezone.now()
