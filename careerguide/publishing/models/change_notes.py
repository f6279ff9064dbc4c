"""Store the notes of change that readers see, and load them with their items."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Func, JSONField, OuterRef, Subquery
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

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


class _ListOf(Func):
    """All rows of a query as one JSON list of lists, in whatever order.

    No aggregate to Django, which would group the rows by each column; nor its
    `JSONObject`, which asks each new connection to SQLite whether it knows JSON.
    """

    output_field = JSONField()

    def as_sqlite(self, compiler, connection, **context):
        template = "JSON_GROUP_ARRAY(JSON_ARRAY(%(expressions)s))"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler, connection, **context):
        template = "JSONB_AGG(JSONB_BUILD_ARRAY(%(expressions)s))"
        return self.as_sql(compiler, connection, template=template, **context)


def notes_of_rows(model):
    """Return the notes of each row of a queryset as JSON, for an annotation."""
    of_row = {
        "content_type": ContentType.objects.get_for_model(model),
        "object_id": OuterRef("pk"),
    }
    notes = ChangeNote.objects.told().filter(**of_row).order_by()
    return Subquery(
        notes.annotate(notes=_ListOf("pk", "kind", "text", "made_at")).values("notes")
    )


def shown_notes(stored):
    """Return the ShownNotes of what `notes_of_rows` found, the newest first."""
    notes = [ShownNote(*one, _moment(made_at)) for *one, made_at in stored or ()]
    return sorted(notes, key=lambda note: (note.made_at, note.pk), reverse=True)


def _moment(text):
    """A moment as a database writes it in JSON: SQLite leaves out that it is UTC."""
    moment = parse_datetime(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
