"""Every way in which content changes, each one transaction: all of it or nothing.

Forms, list actions, commands and the clock come through here, and nothing else writes
a row that readers see. Each function takes an item by its primary key, locks its row
and reads it anew; each leaves an entry in the item's history.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from .history import Event
from .records import OldSlug, PreviewLink, Stamp, WorkingCopy
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
        if not row.history.exists():
            record(row, Event.FOUND, row.modified_by, date=row.modified_at)
        if not row.was_published:
            row = with_values(row, values_of(content))
        elif same(content, row):
            WorkingCopy.objects.of(row).delete()
        else:
            WorkingCopy.objects.update_or_create(
                **_key(row),
                defaults={
                    "values": values_of(content),
                    "saved_at": timezone.now(),
                    "saved_by": by,
                    "problem": "",
                },
            )
        row.version += 1
        _touch(row, by)
        row.save()
        record(draft_of(row), Event.SAVED, by, reason, form_key)
        return True


def publish(item, by, *, reason=""):
    """Show the draft to readers now.

    Raises ValidationError, and changes nothing, where it may not be published.
    """
    with transaction.atomic():
        return _publish(lock(item), by, reason=reason)


def _publish(row, by, *, publish_at=None, reason="", event=Event.PUBLISHED):
    known_as = row.slug if row.was_published else None
    draft = publishable(row)
    if not row.history.exists():
        record(row, Event.FOUND, row.modified_by, date=row.modified_at)
    draft.publish_at = publish_at
    if draft.unpublish_at and draft.unpublish_at <= (publish_at or timezone.now()):
        draft.unpublish_at = None
    _touch(draft, by)
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
    draft = with_values(row, values_of(draft_of(row)))
    draft.mark_published()
    draft.full_clean()
    return draft


def _leave_redirect(item, known_as):
    """An address that readers may have kept leads to the new one; its own, nowhere."""
    OldSlug.objects.of_model(type(item)).filter(slug=item.slug).delete()
    if known_as and known_as != item.slug:
        OldSlug.objects.create(**_key(item), slug=known_as)


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
                return _publish(
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
        _touch(row, by)
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
                return _publish(row, working.scheduled_by, reason=_("on schedule"))
        except ValidationError as error:
            working.publish_at, working.problem = None, " ".join(error.messages)
            working.save(update_fields=["publish_at", "problem"])
            return None


def unpublish(item, by, *, reason="", archive=False):
    """Hide it from readers; its draft and its dates stay."""
    with transaction.atomic():
        row = lock(item)
        row.status = row.ARCHIVED if archive else row.DRAFT
        row.publish_at = row.unpublish_at = None
        WorkingCopy.objects.of(row).update(publish_at=None)
        _touch(row, by)
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
            _touch(row, by)
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
        _touch(row, by)
        row.save()
        Stamp.bump()
        record(draft_of(row), Event.TRASHED, by, reason)
        return row


def recover(item, by):
    """Out of the trash: a draft again, which somebody may publish."""
    with transaction.atomic():
        row = lock(item)
        row.trashed_at = None
        _touch(row, by)
        row.save()
        record(draft_of(row), Event.RECOVERED, by)
        return row


def restore(item, entry, by):
    """Make what a history entry holds the draft; return whether that changed it."""
    content = with_values(item, restorable(item, values_of(entry.instance)))
    when = timezone.localtime(entry.history_date).strftime("%-d %B %Y, %H:%M")
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


def record(item, event, by, reason="", form_key="", date=None):
    """An entry in the history of `item`, as it is in memory."""
    item.history.bulk_history_create(
        [item],
        update=event != Event.CREATED,
        default_user=by,
        default_change_reason=reason[:200],
        default_date=date,
        custom_historical_attrs={"event": event, "form_key": form_key},
    )


def _touch(row, by):
    row.modified_by, row.modified_at = by, timezone.now()


def _key(item):
    working = WorkingCopy(item=item)
    return {"content_type": working.content_type, "object_id": item.pk}
