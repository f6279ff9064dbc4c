"""Keep what happened to each item: the whole of it, who, when, what and why."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .related import ItemRecord, ItemRecordQuerySet, key_of
from .snapshots import apply_snapshot, snapshot

MOST_REASON = 200  # characters that an editor writes
MOST_ENTRY = 1_000  # with what is said beside it


class Event(models.TextChoices):
    FOUND = "found", _("as it was before")
    CREATED = "created", _("created")
    SAVED = "saved", _("draft saved")
    PUBLISHED = "published", _("published")
    SCHEDULED = "scheduled", _("scheduled")
    UNSCHEDULED = "unscheduled", _("schedule cancelled")
    UNPUBLISHED = "unpublished", _("unpublished")
    ARCHIVED = "archived", _("archived")
    DISCARDED = "discarded", _("draft discarded")
    TRASHED = "trashed", _("moved to the trash")
    RECOVERED = "recovered", _("taken out of the trash")
    HELD = "held", _("plan held")
    ORDERED = "ordered", _("moved in its list")
    PICTURE = "picture", _("words of a picture changed")
    FOLLOWED = "followed", _("names of a table’s cells followed")
    RELINKED = "relinked", _("links to a renamed page followed")
    WITHDRAWN = "withdrawn", _("edition withdrawn")
    NOTED = "noted", _("note of change")
    REVIEWED = "reviewed", _("still correct")


# What somebody decided about readers, which another may not know of.
EVENTS_FOR_READERS = (
    Event.PUBLISHED,
    Event.SCHEDULED,
    Event.UNSCHEDULED,
    Event.UNPUBLISHED,
    Event.ARCHIVED,
    Event.TRASHED,
    Event.RECOVERED,
    Event.PICTURE,
    Event.WITHDRAWN,
)


# What changes neither an item nor whether readers see it.
BESIDE_CONTENT = (Event.ORDERED, Event.NOTED)


class RevisionQuerySet(ItemRecordQuerySet):
    def listed(self):
        """Select the author of each, and leave out the content, which may be large."""
        return self.select_related("author").defer("values")


class Revision(ItemRecord):
    """An item as an event left it, in the form of a draft.

    Made by `add_revision` in the transaction of the change, never by save(), and never
    changed. Its key is its place in the history, whatever the clock said meanwhile.
    """

    event = models.CharField(max_length=12, choices=Event.choices)
    version = models.PositiveIntegerField()  # of the item
    created_at = models.DateTimeField(default=timezone.now)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(max_length=MOST_ENTRY, default="", blank=True)
    # The form that was open when this was saved: a second save from it is no conflict.
    form_key = models.CharField(max_length=40, default="", blank=True)
    # Whether and when its row showed, which a draft does not say.
    status = models.CharField(max_length=10)
    publish_at = models.DateTimeField(null=True)
    unpublish_at = models.DateTimeField(null=True)
    # Last in the row, as SQLite reads all that stands before a column.
    values = models.JSONField(encoder=DjangoJSONEncoder)

    objects = RevisionQuerySet.as_manager()

    class Meta(ItemRecord.Meta):
        verbose_name = _("version")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["content_type", "object_id", "-id"], name="revisions_of_item"
            ),
            models.Index(fields=["created_at"], name="revisions_by_time"),
            # What a form for a new item has made already, if it is sent again.
            models.Index(fields=["form_key"], name="revisions_by_form"),
        ]

    @property
    def content(self):
        """The `snapshot`, as the model and the rules of today write it.

        A field that is newer than the revision has the model's default.
        """
        model = ContentType.objects.get_for_id(self.content_type_id).model_class()
        return snapshot(apply_snapshot(model(), self.values))


def add_revision(item, event, by, reason="", form_key="", date=None):
    """Enter an event in the history of `item`, as it is in memory."""
    Revision.objects.create(
        **key_of(item),
        event=event,
        version=item.version,
        created_at=date or timezone.now(),
        author=by,
        reason=reason[:MOST_ENTRY],
        form_key=form_key,
        status=item.status,
        publish_at=item.publish_at,
        unpublish_at=item.unpublish_at,
        values=snapshot(item),
    )
