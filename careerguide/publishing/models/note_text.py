"""Say what a note of change may be: its kind, its words, and that there is none."""

import re
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerguide.markup.characters import TURNS, has_something, normalise_line

MOST_TEXT = 500  # characters
MOST_NOT_TOLD = 200
NOT_TOLD = "none"  # in place of a kind: readers need not be told
_TURNS = re.compile(f"[{TURNS}]")
_MARKUP = re.compile(r"<[a-zA-Z/!]|\[\[|\]\(|\*\*|`|^\s*(?:#{1,6}|[-*>])\s")


class NoteKind(models.TextChoices):
    CORRECTION = "correction", gettext_lazy("Correction")
    UPDATE = "update", gettext_lazy("Update")


def one_line(text):
    """Return the words of a note as they are stored: on one line, without controls."""
    return " ".join(normalise_line(text).split())


def validate_note(text):
    """Refuse what readers would not read as it was written."""
    if found := _TURNS.search(text):
        sentence = _(
            "This holds an unseen character that turns the direction of text "
            "(U+%04X): type it anew."
        )
        raise ValidationError(sentence % ord(found[0]), code="turns")
    if _MARKUP.search(text):
        raise ValidationError(
            _("Write plain words: marks, links and tags are not read in a note."),
            code="markup",
        )
    if text and not has_something(text):
        raise ValidationError(
            _("This has only characters that nobody sees: write words."), code="unseen"
        )


@dataclass(frozen=True)
class WrittenNote:
    """What an editor wrote for readers, with a draft, a plan or a publication.

    Without a kind there is none. NOT_TOLD says that readers need not be told, for a
    `reason` that goes into the history.
    """

    kind: str = ""
    text: str = ""
    reason: str = ""

    @classmethod
    def stored(cls, *records):
        """Return the note that the first of some drafts and plans holds, or none."""
        for record in records:
            if record and record.note:
                return cls(**record.note)
        return cls()

    @property
    def is_told(self):
        return self.kind in NoteKind.values

    @property
    def is_decided(self):
        return self.is_told or self.kind == NOT_TOLD

    def to_json(self):
        return asdict(self) if self.kind or self.text else {}
