"""Every way in which content changes, each one transaction: all of it or nothing.

Forms, list actions, commands and the clock come through here, and nothing else writes
a row that readers see. Each function takes an item by its primary key, locks its row
and reads it anew; each leaves an entry in the item's history.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .history import Event, record
from .records import OldSlug, PreviewLink, Stamp, WorkingCopy, key_of
from .restoring import restorable
from .values import same, values_of, with_values


def lock(item):
    """The row of `item` as it is now, held until the transaction ends."""
    return type(item)._base_manager.select_for_update().get(pk=item.pk)


def working_copy(row):
    return WorkingCopy.objects.of(row).first()


def draft_of(row, working=None):
    """`row` with what its editors are working on; itself if there is no draft."""
    working = working or working_copy(row)
    return with_values(row, working.values) if working else row


def create(item, by, *, reason="", form_key="", save=None):
    """Save a new item as a draft; `save`, if given, does it and finds it an address."""
    with transaction.atomic():
        item.status = item.DRAFT
        item.created_by = item.modified_by = by
        item.created_at = item.modified_at = timezone.now()
        item.order = last_place(item)
        (save or item.save)()
        record(item, Event.CREATED, by, reason, form_key)
    return item


def last_place(item):
    """After all others of its guide, or, without one, of its kind."""
    others = type(item).objects.all()
    if career_id := getattr(item, "career_id", None):
        others = others.filter(career_id=career_id)
    return (others.aggregate(last=Max("order"))["last"] or 0) + 1


def save_draft(item, content, by, *, reason="", form_key=""):
    """Keep `content`, an item with the wanted values, as the draft of `item`.

    Returns whether that changed anything. A draft that equals what was published is
    none, and is not kept.
    """
    with transaction.atomic():
        row = lock(item)
        working = working_copy(row)
        if same(content, draft_of(row, working)):
            return False
        _record_what_was(row)
        if not row.was_published:
            row = with_values(row, values_of(content))
        elif same(content, row):
            WorkingCopy.objects.of(row).delete()
        else:
            WorkingCopy.objects.update_or_create(
                **key_of(row),
                defaults={
                    "values": values_of(content),
                    "saved_at": timezone.now(),
                    "saved_by": by,
                    "problem": "",
                },
            )
        row.version += 1
        touch(row, by)
        row.save()
        record(draft_of(row), Event.SAVED, by, reason, form_key)
        return True


def publish(item, by, *, reason=""):
    """Show the draft to readers now.

    Raises ValidationError, and changes nothing, where it may not be published.
    """
    with transaction.atomic():
        return publish_row(lock(item), by, reason=reason)


def publish_row(row, by, *, publish_at=None, reason="", event=Event.PUBLISHED):
    """The same for a row that is locked already; `publish_at` is a later hour."""
    known_as = row.slug if row.was_published else None
    draft = publishable(row)
    _record_what_was(row)
    draft.publish_at = publish_at
    if draft.unpublish_at and draft.unpublish_at <= (publish_at or timezone.now()):
        draft.unpublish_at = None
    touch(draft, by)
    draft.save()
    WorkingCopy.objects.of(draft).delete()
    _leave_redirect(draft, known_as)
    Stamp.bump()
    record(draft, event, by, reason)
    return draft


def publishable(row):
    """What publishing would make of `row`: checked as a whole, and not saved."""
    if row.trashed_at:
        raise ValidationError(_("This is in the trash: take it out first."))
    draft = with_values(draft_of(row), {})
    draft.mark_published()
    draft.full_clean()
    return draft


def _record_what_was(row):
    """Begin the history of what was loaded, and never changed here yet."""
    if not row.history.exists():
        record(row, Event.FOUND, row.modified_by, date=row.modified_at)


def _leave_redirect(item, known_as):
    """An address that readers may have kept leads to the new one; its own, nowhere."""
    OldSlug.objects.of_model(type(item)).filter(slug=item.slug).delete()
    if known_as and known_as != item.slug:
        OldSlug.objects.create(**key_of(item), slug=known_as)


def unpublish(item, by, *, reason="", archive=False):
    """Hide it from readers; its draft and its dates stay."""
    with transaction.atomic():
        row = lock(item)
        row.status = row.ARCHIVED if archive else row.DRAFT
        row.publish_at = row.unpublish_at = None
        WorkingCopy.objects.of(row).update(publish_at=None)
        touch(row, by)
        row.save()
        Stamp.bump()
        event = Event.ARCHIVED if archive else Event.UNPUBLISHED
        record(draft_of(row), event, by, reason)
        return row


def archive(item, by, *, reason=""):
    """Hide it from readers, and mark it as no longer worked on."""
    return unpublish(item, by, reason=reason, archive=True)


def discard_draft(item, by, *, reason=""):
    """Go back to what was published last."""
    with transaction.atomic():
        row = lock(item)
        if WorkingCopy.objects.of(row).delete()[0]:
            row.version += 1
            touch(row, by)
            row.save()
            record(row, Event.DISCARDED, by, reason)
        return row


def trash(item, by, *, reason=""):
    """Take it away from readers and editors; it keeps its address and its history."""
    with transaction.atomic():
        row = lock(item)
        row.status, row.trashed_at = row.DRAFT, timezone.now()
        row.publish_at = row.unpublish_at = None
        WorkingCopy.objects.of(row).update(publish_at=None)
        PreviewLink.objects.of(row).delete()
        touch(row, by)
        row.save()
        Stamp.bump()
        record(draft_of(row), Event.TRASHED, by, reason)
        return row


def recover(item, by):
    """Out of the trash: a draft again, which somebody may publish."""
    with transaction.atomic():
        row = lock(item)
        row.trashed_at = None
        touch(row, by)
        row.save()
        record(draft_of(row), Event.RECOVERED, by)
        return row


def restore(item, entry, by):
    """Make what a history entry holds the draft; return whether that changed it."""
    content = with_values(item, restorable(item, values_of(entry.instance)))
    when = date_format(timezone.localtime(entry.history_date), "DATETIME_FORMAT")
    return save_draft(item, content, by, reason=_("back to the version of %s") % when)


def set_order(items, by):
    """Give items their place in lists by their place in `items`; at once, undrafted."""
    with transaction.atomic():
        changed = False
        for place, item in enumerate(items, start=1):
            rows = type(item).objects.filter(pk=item.pk).exclude(order=place)
            changed |= bool(rows.update(order=place))
        if changed:
            Stamp.bump()
        return changed


def touch(row, by):
    """Say who changed it last, and when."""
    row.modified_by, row.modified_at = by, timezone.now()
