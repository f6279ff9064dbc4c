"""Write notes of change beside a publication, and correct or take them back later.

Each leaves an entry in the history of its item. A note on a table stands on the pages,
too, whose sentences it changed; what becomes of it, becomes of those.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.publishing.models.change_notes import MOST_STORED, ChangeNote
from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.note_text import NOT_TOLD, WrittenNote, one_line
from careerguide.publishing.models.related import key_of
from careerguide.publishing.signals import Change, announce

from .rows import draft_of, lock


class StaleNote(Exception):
    """Refuse to change a note that somebody else has changed or taken back."""


def write(row, note, by, moment=None, pages=()):
    """Tell readers of `row`, which is being published, what changed; or say why not.

    `moment` is when it shows, if later; `pages` say something else by it, too. Without
    a note, one that waits for the hour of a plan goes with the row to `moment`.
    """
    moment = moment or timezone.now()
    waiting = ChangeNote.objects.of(row).waiting()
    if note is None:
        waiting.update(made_at=moment)
        return
    waiting.delete()
    if note.kind == NOT_TOLD:
        _enter(row, by, _("Readers were not told: %s") % note.reason)
    if note.is_told:
        _tell(row, note, by, moment, pages)


def written(row, *records):
    """Return the note that waits for the next publication of `row`, or none.

    That of the first of its `records`, draft and plan, which has one; or the one that
    waits with the row for its hour.
    """
    found = WrittenNote.stored(*records)
    if found == WrittenNote() and row.was_published:
        waiting = ChangeNote.objects.of(row).waiting().first()
        found = WrittenNote(waiting.kind, waiting.text) if waiting else found
    return found


def take_waiting(row):
    """Take back and return the note that waits for the hour of `row`, as that is
    dropped: the history has its words.
    """
    waiting = ChangeNote.objects.of(row).waiting()
    found = waiting.first()
    waiting.delete()
    return WrittenNote(found.kind, found.text) if found else WrittenNote()


def add(item, note, by):
    """Tell readers of an item that stays as it is what changed before."""
    with transaction.atomic():
        row = lock(item)
        _tell(row, note, by, timezone.now())
        announce(Change.NOTED, row)
        return row


def correct(note, wanted, by, *, seen, reason=""):
    """Give a note another kind or other words; `seen` is the WrittenNote of before."""
    with transaction.atomic():
        row, note = _locked(note, seen)
        before = said(note.kind, note.text)
        note.kind, note.text = wanted.kind, wanted.text
        note.full_clean(exclude=["author"])
        note.save()
        for copy in note.copies.all():
            copy.kind, copy.text = note.kind, _text_of_copy(row, note.text)
            copy.save()
        entry = _("from “%(before)s” to “%(now)s”") % {
            "before": before,
            "now": said(note.kind, note.text),
        }
        _enter_everywhere(row, note, by, _with_reason(entry, reason))
        return row


def take_back(note, by, *, seen, reason=""):
    """Have readers see a note no more; its words stay in the history."""
    with transaction.atomic():
        row, note = _locked(note, seen)
        entry = _("taken back: “%s”") % said(note.kind, note.text)
        _enter_everywhere(row, note, by, _with_reason(entry, reason))
        note.delete()
        return row


def said(kind, text):
    """Return a note as one line of the history."""
    return f"{ChangeNote(kind=kind).get_kind_display()}: {text}"


def _tell(row, note, by, moment, pages=()):
    written = {"kind": note.kind, "made_at": moment, "author": by}
    text = one_line(note.text)
    if not pages and _is_told(row, note.kind, text, moment):
        return  # as by a second click on one form
    origin = ChangeNote.objects.create(**key_of(row), text=text, **written)
    ChangeNote.objects.bulk_create(
        ChangeNote(
            **key_of(page), text=_text_of_copy(row, text), origin=origin, **written
        )
        for page in pages
    )
    _enter_everywhere(row, origin, by, said(note.kind, text), announces=False)


def _is_told(row, kind, text, moment):
    """Whether the newest note that readers see says the same, of the same day."""
    newest = ChangeNote.objects.of(row).told(moment).first()
    if newest is None or (newest.kind, newest.text) != (kind, text):
        return False
    return timezone.localdate(newest.made_at) == timezone.localdate(moment)


def _text_of_copy(row, text):
    return f"“{row}”: {text}"[:MOST_STORED]


def _locked(note, seen):
    """The row of a note and the note, both locked, if it still says what was `seen`."""
    row = lock(note.item)
    notes = ChangeNote.objects.select_for_update(no_key=True, of=("self",))
    found = notes.filter(pk=note.pk, origin=None).first()
    if found is None or (found.kind, found.text) != (seen.kind, seen.text):
        raise StaleNote
    return row, found


def _enter_everywhere(row, note, by, reason, announces=True):
    """Enter it in the history of the item, and of the pages that have a copy."""
    pages = [copy.item for copy in note.copies.prefetch_related("item")]
    for item in (row, *filter(None, pages)):
        _enter(item, by, reason)
        if announces:
            announce(Change.NOTED, item)


def _enter(row, by, reason):
    add_revision(draft_of(row), Event.NOTED, by, reason)


def _with_reason(entry, reason):
    return f"{entry}. {reason}" if reason else entry
