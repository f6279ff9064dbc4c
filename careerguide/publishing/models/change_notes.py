"""Store the notes of change that readers see, and load them with their items."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from careerguide.db.json_rows import JsonRows
from careerguide.db.prepared import moment

from .note_text import NoteKind, validate_note
from .related import ItemRecord, ItemRecordQuerySet

MOST_STORED = 800  # that of a table, with its title, on a page that shows its numbers


class ChangeNoteQuerySet(ItemRecordQuerySet):
    def told(self, now=None):
        """Leave out those of a publication whose hour has not come."""
        return self.filter(made_at__lte=now or timezone.now())

    def waiting(self):
        return self.filter(made_at__gt=timezone.now())

    def correcting(self, now):
        """Return corrections that stand at the top of a page, or will."""
        since = now - timedelta(days=settings.CORRECTION_DAYS)
        return self.filter(kind=NoteKind.CORRECTION, made_at__gt=since)


class ChangeNote(ItemRecord):
    """Tell readers of an item that it says something else, and since when.

    Written by `drafts.notes`, in the transaction of a publication. A note on a table
    stands on the pages, too, whose sentences it changed: those are its `copies`.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=NoteKind.choices)
    text = models.CharField(_("note"), max_length=MOST_STORED)
    # The hour of the publication, which may be planned.
    made_at = models.DateTimeField(default=timezone.now)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    origin = models.ForeignKey(
        "self", models.CASCADE, null=True, related_name="copies", editable=False
    )

    objects = ChangeNoteQuerySet.as_manager()

    class Meta(ItemRecord.Meta):
        verbose_name = _("note of change")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="change_note_kind_is_known",
                condition=models.Q(kind__in=NoteKind.values),
            ),
            models.CheckConstraint(
                name="change_note_says_something", condition=models.Q(text__gt="")
            ),
        ]
        indexes = [
            models.Index(
                fields=["content_type", "object_id", "-made_at"], name="notes_of_item"
            ),
            # Every process asks each second when the next one leaves its place.
            models.Index(
                fields=["made_at"],
                condition=models.Q(kind=NoteKind.CORRECTION),
                name="corrections_by_time",
            ),
        ]

    def clean(self):
        super().clean()
        validate_note(self.text)

    @property
    def shown(self):
        return ShownNote(self.pk, self.kind, self.text, self.made_at)


@dataclass(frozen=True)
class ShownNote:
    """A note as a page shows it."""

    pk: int
    kind: str
    text: str
    made_at: datetime

    @property
    def label(self):
        return NoteKind(self.kind).label

    @property
    def is_correction(self):
        return self.kind == NoteKind.CORRECTION

    @property
    def is_on_top(self):
        """Whether it stands at the top of the page, at this moment."""
        lasts = timedelta(days=settings.CORRECTION_DAYS)
        return self.is_correction and self.made_at + lasts > timezone.now()


class _Notes(JsonRows):
    """The notes of a row, in whatever order."""

    def __init__(self, opts, now):
        super().__init__()
        self.opts, self.now = opts, now

    def select(self, ops, key, rows, row):
        notes = ops.quote_name(ChangeNote._meta.db_table)
        types = ops.quote_name(ContentType._meta.db_table)
        sql = (
            f"(SELECT {rows}({row}(n.id, n.kind, n.text, n.made_at)) FROM {notes} n"
            f" WHERE n.content_type_id = (SELECT t.id FROM {types} t"
            f" WHERE t.app_label = %s AND t.model = %s) AND n.object_id = {key}"
            " AND n.made_at <= %s)"
        )
        kind = self.opts.app_label, self.opts.model_name
        return sql, (*kind, moment(self.now, ops))


def notes_of_rows(model, now=None):
    """Return the notes of each row of a queryset as JSON, for an annotation."""
    return _Notes(model._meta, now or timezone.now())


def shown_notes(stored):
    """Return the ShownNotes of what `notes_of_rows` found, the newest first."""
    notes = [ShownNote(*one, _moment(made_at)) for *one, made_at in stored or ()]
    return sorted(notes, key=lambda note: (note.made_at, note.pk), reverse=True)


def _moment(text):
    """A moment as a database writes it in JSON: SQLite leaves out that it is UTC."""
    moment = parse_datetime(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
