"""Confirm that what readers see is still correct, which sets its next day of review."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.related import Plan, WorkingCopy
from careerguide.publishing.models.snapshots import same_content, snapshot
from careerguide.publishing.signals import Change, announce

from .rows import add_first_revision, draft_of, lock


def confirm(item, by, *, reason="", shown=None):
    """Say of what readers see that it is still correct; return the row.

    It claims no change: `content_updated_on` and who changed it last stay. A draft or a
    plan that left the day of review alone takes the new one over, or it would bring the
    old one back. Raises ValidationError where readers are shown nothing of it.
    """
    with transaction.atomic():
        row = lock(item, shown)
        if row.trashed_at or row.status != row.PUBLISHED:
            raise ValidationError(_("Readers do not see it: there is nothing to say."))
        add_first_revision(row)
        before = snapshot(row)["review_by"]
        row.review_by = row.next_review()
        row.version += 1  # forms that are open began with another day
        row.save(update_fields=["review_by", "version"])
        after = snapshot(row)["review_by"]
        for kind in (WorkingCopy, Plan):
            _carry_over(kind, row, before, after)
        add_revision(draft_of(row), Event.REVIEWED, by, reason)
        announce(Change.REVIEWED, row)
        return row


def _carry_over(kind, row, before, after):
    record = kind.objects.of(row).select_for_update().first()
    if record is None:
        return
    if record.values.get("review_by") == before:
        record.values["review_by"] = after
    if kind is Plan:
        record.base["review_by"] = after
        record.save(update_fields=["values", "base"])
    elif same_content(draft_of(row, record), row):
        record.delete()  # it said nothing else
    else:
        record.save(update_fields=["values"])
