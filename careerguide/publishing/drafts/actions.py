"""Change content: each action is one transaction, all of it or nothing.

Forms, list actions, commands and the clock come through here, and nothing else writes
a row that readers see. Each function takes an item by its primary key, locks its row
and reads it anew; each leaves an entry in the item's history. What a page decides is
told which version the page showed (`shown`), and raises StaleVersion if that is past.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.related import (
    OldSlug,
    PreviewLink,
    WorkingCopy,
    key_of,
)
from careerguide.publishing.models.snapshots import (
    apply_snapshot,
    same_content,
    snapshot,
)
from careerguide.publishing.signals import Change, announce

from . import conflicts, plans, versions
from .restore import restorable
from .shown_locks import holds_shown_by, lock_shown_by
from .waiting import hold_what_shows


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


def create(item, by, *, reason="", form_key="", save=None):
    """Save a new item as a draft; `save`, if given, does it and finds it an address."""
    with transaction.atomic():
        item.status = item.DRAFT
        item.created_by = item.modified_by = by
        item.created_at = item.modified_at = timezone.now()
        item.order = last_place(item)
        (save or item.save)()
        add_revision(item, Event.CREATED, by, reason, form_key)
    return item


def last_place(item):
    """Return the place after all others of its guide, or, without one, of its kind."""
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
        if same_content(content, draft_of(row, working)):
            return False
        add_first_revision(row)
        if not row.was_published:
            row = apply_snapshot(row, snapshot(content))
        elif same_content(content, row):
            WorkingCopy.objects.of(row).delete()
        else:
            WorkingCopy.objects.update_or_create(
                **key_of(row),
                defaults={
                    "values": snapshot(content),
                    "saved_at": timezone.now(),
                    "saved_by": by,
                },
            )
        row.version += 1
        touch(row, by)
        row.save()
        add_revision(draft_of(row), Event.SAVED, by, reason, form_key)
        return True


def publish(item, by, *, reason="", form_key="", shown=None):
    """Show the draft to readers now.

    Raises ValidationError, and changes nothing, where it may not be published.
    """
    with transaction.atomic():
        lock_shown_by(item)
        return publish_row(lock(item, shown), by, reason=reason, form_key=form_key)


def publish_row(
    row,
    by,
    *,
    values=None,
    publish_at=None,
    reason="",
    form_key="",
    event=Event.PUBLISHED,
    keeps_end=False,
):
    """Return the same for a row that is locked already.

    `values` are what to publish in place of the draft, which then stays; `publish_at`
    is a later hour, for what readers do not see yet. An end that has passed goes, as
    whoever publishes wants it seen, unless it `keeps_end`.
    """
    known_as, was_seen = row.slug if row.was_published else None, row.is_published
    before, working = snapshot(row), working_copy(row)
    published = publishable(row, values)
    add_first_revision(row)
    published.publish_at = publish_at
    start = publish_at or timezone.now()
    has_ended = published.unpublish_at and published.unpublish_at <= start
    if has_ended and not keeps_end:
        published.unpublish_at = None
    if values is not None and snapshot(published) != before:
        published.version += 1  # forms that are open began with something else
    touch(published, by)
    published.save()
    _leave_redirect(published, known_as, was_seen)
    change = Change.SCHEDULED if publish_at else Change.PUBLISHED
    announce(change, published, was_in=before.get("career_id"))
    add_revision(published, event, by, reason, form_key)
    if working and values is None:
        working.delete()
    elif values is not None:
        _keep_draft(published, working, before, by)
    plans.carry_over(published, by)
    published.held_with_it = hold_what_shows(published, by)
    return published


def publishable(row, values=None):
    """Return what publishing would make of the locked `row`: checked, and not saved."""
    if row.trashed_at:
        raise ValidationError(_("This is in the trash: take it out first."))
    wanted = draft_of(row) if values is None else apply_snapshot(row, values)
    wanted = apply_snapshot(wanted, {})
    wanted.mark_published()
    if not holds_shown_by(wanted):
        raise ValidationError(
            _("Somebody is changing a table that this shows right now: try again.")
        )
    wanted.full_clean()
    return wanted


def _keep_draft(row, working, before, by):
    """Bring a draft that stays up to what was published beside it.

    Fields that the draft left alone take over what readers see now, or publishing the
    draft would take it back. A draft that says nothing else is none.
    """
    if working is None:
        return
    model, now = type(row), snapshot(row)
    mine = snapshot(apply_snapshot(row, working.values))
    found = conflicts.field_changes(model, before, now, mine)
    mine = conflicts.merged(mine, found)
    if mine == now:
        working.delete()
        return
    if mine != working.values:
        working.values = mine
        working.save(update_fields=["values"])
        reason = _("took over what was published meanwhile")
    else:
        reason = _("stayed beside what was published meanwhile")
    row.version += 1
    row.save(update_fields=["version"])
    add_revision(draft_of(row, working), Event.SAVED, by, reason)


def add_first_revision(row):
    """Begin the history of what was loaded, and never changed here yet."""
    if not row.history.exists():
        add_revision(row, Event.FOUND, row.modified_by, date=row.modified_at)


def _leave_redirect(item, known_as, was_seen):
    """An address that readers may have kept leads to the new one; its own, nowhere.

    Until the item shows, its address leads on to where it did. So may one that the
    clock, or its career, brought before readers: it leads here if it `was_seen`.
    """
    old = OldSlug.objects.of_model(type(item))
    if item.is_published:
        old.filter(slug=item.slug).delete()
    if not known_as or known_as == item.slug:
        return
    key = key_of(item)
    leading, is_new = old.get_or_create(
        content_type=key["content_type"], slug=known_as, defaults=key
    )
    if was_seen and not is_new:
        old.filter(pk=leading.pk).update(**key)


def unpublish(item, by, *, reason="", archive=False, shown=None):
    """Hide it from readers; its draft and its dates stay, and its plan becomes one."""
    with transaction.atomic():
        row = lock(item, shown)
        _hide(row, row.ARCHIVED if archive else row.DRAFT, by)
        event = Event.ARCHIVED if archive else Event.UNPUBLISHED
        add_revision(draft_of(row), event, by, reason)
        row.held_with_it = hold_what_shows(row, by)
        return row


def archive(item, by, *, reason="", shown=None):
    """Hide it from readers, and mark it as no longer worked on."""
    return unpublish(item, by, reason=reason, archive=True, shown=shown)


def _hide(row, status, by):
    row.status = status
    row.publish_at = row.unpublish_at = None
    plans.drop(row)
    touch(row, by)
    row.save()
    announce(Change.HIDDEN, row)


def discard_draft(item, by, *, reason="", shown=None):
    """Go back to what was published last; a plan stays."""
    with transaction.atomic():
        row = lock(item, shown)
        if WorkingCopy.objects.of(row).delete()[0]:
            row.version += 1
            touch(row, by)
            row.save()
            add_revision(row, Event.DISCARDED, by, reason)
        return row


def take_plan(item, by, *, reason="", shown=None):
    """Make what is planned the draft, to be changed and planned again."""
    with transaction.atomic():
        row = lock(item, shown)
        if plan := plans.plan_of(row):
            planned = apply_snapshot(row, plan.values)
            reason = reason or _("what is planned")
            save_draft(row, planned, by, reason=reason)
            row.refresh_from_db()
        return row


def trash(item, by, *, reason="", shown=None):
    """Take it away from readers and editors; it keeps its address and its history."""
    with transaction.atomic():
        row = lock(item, shown)
        row.trashed_at = timezone.now()
        _hide(row, row.DRAFT, by)
        PreviewLink.objects.of(row).delete()
        add_revision(draft_of(row), Event.TRASHED, by, reason)
        row.held_with_it = hold_what_shows(row, by)
        return row


def recover(item, by):
    """Out of the trash: a draft again, which somebody may publish."""
    with transaction.atomic():
        row = lock(item)
        row.trashed_at = None
        touch(row, by)
        row.save()
        add_revision(draft_of(row), Event.RECOVERED, by)
        return row


def restore(item, entry, by, *, reason="", shown=None):
    """Make what a history entry holds the draft; return whether that changed it."""
    with transaction.atomic():
        row = lock(item)
        draft = draft_of(row)
        content = apply_snapshot(draft, restorable(row, entry.content))
        if same_content(content, draft):
            return False
        if shown:
            versions.check(row, shown)
        when = date_format(timezone.localtime(entry.created_at), "DATETIME_FORMAT")
        back = _("back to the version of %s") % when
        reason = f"{back}: {reason}" if reason else back
        return save_draft(row, content, by, reason=reason)


def touch(row, by):
    """Say who changed it last, and when."""
    row.modified_by, row.modified_at = by, timezone.now()
