"""When items show and hide: told by editors, kept by the clock.

Like everything in `changes`: each one transaction, on a locked row, in the history.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .changes import draft_of, lock, publish_row, publishable, touch, working_copy
from .history import Event, record
from .records import Stamp, WorkingCopy


def schedule(item, by, *, publish_at=None, unpublish_at=None, reason=""):
    """Set when the draft shows, and when the item is hidden; None for no such time.

    What readers do not see yet is published by the clock, at read time. The draft of
    what they do see waits, and `publish_due` applies it. Raises ValidationError.
    """
    now = timezone.now()
    if publish_at and publish_at <= now:
        raise ValidationError({"publish_at": _("This is in the past: publish it now.")})
    if unpublish_at and unpublish_at <= (publish_at or now):
        raise ValidationError(
            {
                "unpublish_at": _("This has to be later than “publish at”.")
                if publish_at
                else _("This is in the past: unpublish it now.")
            }
        )
    with transaction.atomic():
        row = lock(item)
        working = working_copy(row)
        if (publish_at, unpublish_at) == planned(row, working):
            return row
        row.unpublish_at = unpublish_at
        if not row.is_live:
            if publish_at and publish_at != row.publish_at:
                event = Event.SCHEDULED
                return publish_row(
                    row, by, publish_at=publish_at, reason=reason, event=event
                )
            if not publish_at and row.status == row.PUBLISHED:
                row.status, row.publish_at = row.DRAFT, None
        elif working:
            if publish_at:
                publishable(row)
            working.publish_at, working.problem = publish_at, ""
            working.scheduled_by = by
            working.save()
        elif publish_at:
            raise ValidationError(
                {"publish_at": _("There is no draft that could be published then.")}
            )
        touch(row, by)
        row.save()
        Stamp.bump()
        event = Event.SCHEDULED if publish_at or unpublish_at else Event.UNSCHEDULED
        record(draft_of(row), event, by, reason)
        return row


def planned(row, working):
    """When it is to be published, and when hidden: what `schedule` was told last."""
    if row.is_live:
        return working and working.publish_at, row.unpublish_at
    return row.publish_at if row.status == row.PUBLISHED else None, row.unpublish_at


def publish_due(now=None):
    """Publish the drafts whose time has come, each once; return the items."""
    now = now or timezone.now()
    due = WorkingCopy.objects.filter(publish_at__lte=now)
    # A draft of a kind that only another release has is left to it.
    known = [working for working in due if working.content_type.model_class()]
    return [item for working in known if (item := _publish_one_due(working, now))]


def _publish_one_due(working, now):
    with transaction.atomic():
        row = lock(working.item)
        # Another process may have been faster, or an editor have changed the time.
        working = WorkingCopy.objects.of(row).filter(publish_at__lte=now).first()
        if working is None:
            return None
        try:
            with transaction.atomic():
                return publish_row(row, working.scheduled_by, reason=_("on schedule"))
        except ValidationError as error:
            working.publish_at, working.problem = None, " ".join(error.messages)
            working.save(update_fields=["publish_at", "problem"])
            return None
