"""Publish a row that is locked: what `actions.publish` and the clock have in common."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.publishing.impact.publishing import pages_changed
from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.note_text import WrittenNote
from careerguide.publishing.models.related import OldSlug, key_of
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from careerguide.publishing.models.tags import Extent
from careerguide.publishing.signals import Change, announce

from . import conflicts, notes, plans
from .link_following import follow_rename
from .rows import add_first_revision, draft_of, touch, working_copy
from .shown_locks import holds_shown_by
from .waiting import hold_what_shows


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
    note=None,
):
    """Show the draft of `row`, which is locked, to readers.

    `values` are what to publish in place of the draft, which then stays; `publish_at`
    is a later hour, for what readers do not see yet. An end that has passed goes, as
    whoever publishes wants it seen, unless it `keeps_end`. `note` is a WrittenNote for
    readers, by default that of the draft.
    """
    known_as, was_seen = row.slug if row.was_published else None, row.is_published
    before, working = snapshot(row), working_copy(row)
    published = publishable(row, values)
    if note is None and values is None and working and working.note:
        note = WrittenNote.stored(working)
    told_pages = pages_changed(row, published) if note and note.is_told else ()
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
    relinked = _follow_rename(published, known_as, by)
    published.after_publication(before, by)
    is_seen = was_seen and published.is_published
    extent = published.extent_since(row) if is_seen else Extent.ANYWHERE
    change = Change.SCHEDULED if publish_at else Change.PUBLISHED
    announce(
        change,
        published,
        was_in=before.get("career_id"),
        also=(*told_pages, *relinked),
        told=(published, *told_pages) if note and note.is_told else (),
        extent=extent,
    )
    notes.write(published, note, by, publish_at, told_pages)
    add_revision(published, event, by, reason, form_key)
    if working and values is None:
        working.delete()
    elif values is not None:
        _keep_draft(published, working, before, by, note)
    plans.carry_over(published, by)
    published.held_with_it = hold_what_shows(published, by)
    return published


def _follow_rename(item, known_as, by):
    """Have links follow to its new address; return the pages that readers see of it."""
    if not known_as or known_as == item.slug:
        return []
    former = OldSlug.objects.of(item).values_list("slug", flat=True)
    return follow_rename(item, {known_as, *former}, by)


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


def _keep_draft(row, working, before, by, note):
    """Bring a draft that stays up to what was published beside it.

    Fields that the draft left alone take over what readers see now, or publishing the
    draft would take it back. A draft that says nothing else is none.
    """
    if working is None:
        return
    if note and working.note == note.to_json():
        working.note = {}  # it is told
        working.save(update_fields=["note"])
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
