"""Ask for one note of change, for all of the items of a list whose numbers change.

An item that has a note with its draft keeps that.
"""

from django import forms

from careerguide.publishing.drafts import notes
from careerguide.publishing.impact.last_seen import last_seen_of
from careerguide.publishing.impact.number_changes import number_changes
from careerguide.publishing.models.note_text import WrittenNote
from careerguide.publishing.models.querysets import refer_together

from .note_fields import NoteFields


class BulkNoteForm(NoteFields, forms.Form):
    def note_for(self, changes):
        """Return the note of an item; None, that of its draft, if it is not asked."""
        return self.note if changes else None


def changes_by_row(wanted, losses, batch):
    """Return the NumberChanges that readers are not told of yet, by row.

    `wanted` has by row the item as it would be published, `losses` what is lost by it.
    """
    refer_together([*wanted, *wanted.values()])
    seen = last_seen_of(list(wanted))
    return {
        row: []
        if WrittenNote.stored(batch.working_copies.get(row.pk)).is_decided
        else number_changes(seen[row], item, losses[row])
        for row, item in wanted.items()
    }


def own_note(working):
    """Return the note that an item has with its draft, as the page says it, or ""."""
    note = WrittenNote.stored(working)
    return notes.said(note.kind, note.text) if note.is_told else ""
