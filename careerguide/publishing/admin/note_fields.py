"""Ask for a note of change in the forms that publish, and refuse one that is not whole.

It is asked for where a number that readers saw changes: see `impact.number_changes`.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.forms import DeclarativeFieldsMetaclass
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.impact.number_changes import sentence_on
from careerguide.publishing.models.note_text import (
    MOST_NOT_TOLD,
    MOST_TEXT,
    NOT_TOLD,
    NoteKind,
    WrittenNote,
    one_line,
    validate_note,
)

NOTE_FIELDS = ("note_kind", "note_text", "note_reason")
KINDS = [
    ("", _("No note")),
    (NoteKind.CORRECTION, _("Correction: what readers saw was wrong")),
    (NoteKind.UPDATE, _("Update: what readers saw was right, and something is new")),
]
NEED_NOT = (NOT_TOLD, _("Readers need not be told, for this reason:"))


class NoteText(forms.CharField):
    """The words of a note: plain, on one line."""

    def __init__(self, **options):
        super().__init__(
            label=_("What changed, in a sentence or two"),
            label_suffix="",
            max_length=MOST_TEXT,
            validators=[validate_note],
            widget=forms.Textarea(attrs={"rows": 2, "maxlength": MOST_TEXT}),
            help_text=_(
                "Plain words: The salary of juniors was given as $120,000; it is "
                "$125,000."
            ),
            **options,
        )

    def to_python(self, value):
        return one_line(super().to_python(value) or "")


class NoteFields(metaclass=DeclarativeFieldsMetaclass):
    """A mixin for forms; `number_changes` are those that were asked about."""

    number_changes = ()

    note_kind = forms.ChoiceField(
        label=_("A note for readers"),
        required=False,
        choices=[*KINDS, NEED_NOT],
        widget=forms.RadioSelect(),
    )
    note_text = NoteText(required=False)
    note_reason = forms.CharField(
        label=_("Why not? (For the history)"),
        label_suffix="",
        required=False,
        max_length=MOST_NOT_TOLD,
    )

    @property
    def note(self):
        """Return the WrittenNote that was sent."""
        kind, text, reason = (self.cleaned_data.get(name, "") for name in NOTE_FIELDS)
        if kind == NOT_TOLD:
            return WrittenNote(kind, reason=one_line(reason))
        return WrittenNote(kind, text)

    @property
    def has_note(self):
        """Whether its fields are filled in, or something is wrong with them."""
        is_filled = any(self[name].value() for name in NOTE_FIELDS)
        return is_filled or not self.errors.keys().isdisjoint(NOTE_FIELDS)

    @staticmethod
    def initial_note(note):
        return {
            "note_kind": note.kind,
            "note_text": note.text,
            "note_reason": note.reason,
        }

    def check_note(self, changes=()):
        """Refuse a note that is not whole, and none at all where `changes` ask for it.

        They are NumberChanges.
        """
        if not self.errors.keys().isdisjoint(NOTE_FIELDS):
            self.number_changes = changes
            return
        kind = self.cleaned_data.get("note_kind", "")
        text = self.cleaned_data.get("note_text", "")
        if kind in NoteKind.values and not text:
            self._refuse("note_text", _("Write for readers what changed."))
        elif kind == NOT_TOLD and not self.cleaned_data.get("note_reason"):
            self._refuse("note_reason", _("Say why readers need not be told."))
        elif not kind and text:
            self._refuse("note_kind", _("Choose whether it is a correction."))
        elif not kind and changes:
            self.number_changes = changes
            self._refuse("note_kind", sentence_on(changes))

    def _refuse(self, name, sentence):
        self.add_error(name, ValidationError(sentence, code="asked"))
