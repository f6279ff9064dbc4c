"""Change content: each action is one transaction, all of it or nothing.

Forms, list actions, commands and the clock come through here, and nothing else writes
a row that readers see. Each function takes an item by its primary key, locks its row
and reads it anew; each leaves an entry in the item's history. What a page decides is
told which version the page showed (`shown`), and raises StaleVersion if that is past.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.note_text import WrittenNote
from careerguide.publishing.models.related import PreviewLink, WorkingCopy, key_of
from careerguide.publishing.models.snapshots import (
    apply_snapshot,
    same_content,
    snapshot,
)
from careerguide.publishing.signals import Change, announce

from . import notes, plans, versions
from .link_following import follow_rename
from .publication import publish_row
from .restore import restorable
from .rows import add_first_revision, draft_of, last_place, lock, touch, working_copy
from .shown_locks import lock_shown_by
from .stored_names import name_as_now
from .waiting import hold_what_shows


def create(item, by, *, reason="", form_key="", save=None):
    """Save a new item as a draft; `save`, if given, does it and finds it an address."""
    with transaction.atomic():
        item.status = item.DRAFT
        item.created_by = item.modified_by = by
        item.created_at = item.modified_at = timezone.now()
        item.order = last_place(item)
        name_as_now(item)
        (save or item.save)()
        add_revision(item, Event.CREATED, by, reason, form_key)
    return item


def save_draft(item, content, by, *, reason="", form_key="", note=None, has_entry=True):
    """Keep `content`, an item with the wanted values, as the draft of `item`.

    Returns whether that changed anything. A draft that equals what was published is
    none, and is not kept. `note` is the WrittenNote to be published with it, by default
    the one it has. What is published in the same transaction has its entry by that
    (`has_entry`).
    """
    with transaction.atomic():
        row = lock(item)
        working = working_copy(row)
        name_as_now(content)
        if same_content(content, draft_of(row, working)):
            return _keep_note(working, note)
        add_first_revision(row)
        known_as = row.slug
        if not row.was_published:
            row = apply_snapshot(row, snapshot(content))
        elif same_content(content, row):
            WorkingCopy.objects.of(row).delete()
        else:
            written = {"note": note.to_json()} if note else {}
            WorkingCopy.objects.update_or_create(
                **key_of(row),
                defaults={
                    "values": snapshot(content),
                    "saved_at": timezone.now(),
                    "saved_by": by,
                    **written,
                },
            )
        row.version += 1
        touch(row, by)
        row.save()
        if row.slug != known_as:  # of a draft that nobody has seen: none leads on
            follow_rename(row, {known_as}, by)
        if has_entry:
            add_revision(draft_of(row), Event.SAVED, by, reason, form_key)
        return True


def _keep_note(working, note):
    """Keep another note with a draft that stays as it is; return whether it is one."""
    if working is None or note is None or note.to_json() == working.note:
        return False
    working.note = note.to_json()
    working.save(update_fields=["note"])
    return True


def publish(item, by, *, reason="", form_key="", shown=None, note=None):
    """Show the draft to readers now, with a note of change: see `publish_row`.

    Raises ValidationError, and changes nothing, where it may not be published.
    """
    with transaction.atomic():
        lock_shown_by(item)
        return publish_row(
            lock(item, shown), by, reason=reason, form_key=form_key, note=note
        )


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
    notes.take_waiting(row)
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
            note = WrittenNote.stored(plan)
            save_draft(row, planned, by, reason=reason, note=note)
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
