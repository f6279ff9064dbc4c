"""What history keeps of each change: the whole item, who, when, what and why."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


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


# What somebody decided about readers, which another may not know of.
DECISIONS = (
    Event.PUBLISHED,
    Event.SCHEDULED,
    Event.UNSCHEDULED,
    Event.UNPUBLISHED,
    Event.ARCHIVED,
    Event.TRASHED,
    Event.RECOVERED,
    Event.PICTURE,
)


class HistoryEntry(models.Model):
    """The item as an event left it; the other columns are those of its own model."""

    event = models.CharField(
        max_length=12, choices=Event.choices, default=Event.SAVED, db_index=True
    )
    # The form that was open when this was saved: a second save from it is no conflict.
    form_key = models.CharField(max_length=40, default="", blank=True)

    class Meta:
        abstract = True


class History(HistoricalRecords):
    """For an abstract content model. `changes` makes the entries, never save()."""

    def __init__(self):
        super().__init__(
            bases=[HistoryEntry],
            history_change_reason_field=models.CharField(
                max_length=200, default="", blank=True
            ),
            cascade_delete_history=True,
            inherit=True,
        )

    def get_meta_options(self, model):
        """No rights of its own: who may see the item may see its history.

        In the order of what happened, whatever the clock said meanwhile.
        """
        options = super().get_meta_options(model)
        return options | {"default_permissions": (), "ordering": ("-history_id",)}


def record(item, event, by, reason="", form_key="", date=None):
    """An entry in the history of `item`, as it is in memory."""
    item.history.bulk_history_create(
        [item],
        update=event != Event.CREATED,
        default_user=by,
        default_change_reason=reason[:200],
        default_date=date,
        custom_historical_attrs={"event": event, "form_key": form_key},
    )
