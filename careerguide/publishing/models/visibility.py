"""Define what readers see: the one rule, for a database and for an item in memory.

An item is live while its own status and times show it. It is published, that is public,
if it is live and, in a guide, its career is, too: `GuideContent` adds that.
"""

from django.db import models
from django.db.models import BooleanField, Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide.db.prepared import moment

FIELDS = ("status", "publish_at", "unpublish_at")


class IsLive(Func):
    """Tell in SQL whether an item has this status and its times show it at `now`.

    `prefix` names a related item. One expression, because from lookups Django takes
    longer to write this SQL than a database takes to answer it, and all queries have
    it.
    """

    output_field = BooleanField()

    def __init__(self, status, now, prefix=""):
        super().__init__(*(f"{prefix}{field}" for field in FIELDS))
        self.status, self.now = status, now

    def as_sql(self, compiler, connection):
        sources = self.get_source_expressions()
        status, start, end = (compiler.compile(source)[0] for source in sources)
        now = moment(self.now, connection.ops)
        sql = (
            f"({status} = %s AND ({start} IS NULL OR {start} <= %s)"
            f" AND ({end} IS NULL OR {end} > %s))"
        )
        return sql, (str(self.status), now, now)


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")


class Visible(models.Model):
    """Content with a status and a schedule, decided at read time by the clock."""

    DRAFT, PUBLISHED, ARCHIVED = Status

    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.DRAFT,
        help_text=_("Readers see only what is published."),
    )
    publish_at = models.DateTimeField(
        _("publish at"),
        null=True,
        blank=True,
        help_text=_("Published from this moment on. Leave empty for at once."),
    )
    unpublish_at = models.DateTimeField(
        _("unpublish at"),
        null=True,
        blank=True,
        help_text=_("Hidden from this moment on. Leave empty to keep it published."),
    )

    class Meta:
        abstract = True

    @classmethod
    def live_condition(cls, now, prefix=""):
        """Return the condition for its own status and times showing it at `now`."""
        return IsLive(Status.PUBLISHED, now, prefix)

    @classmethod
    def published_condition(cls, now):
        """Return the condition for being public at `now`."""
        return cls.live_condition(now)

    @classmethod
    def indexed_condition(cls):
        """Return the condition for being public but for the clock: see `search`."""
        return Q(status=Status.PUBLISHED)

    @property
    def is_live(self):
        """Whether its own status and times show it at this moment."""
        return self.is_live_at(timezone.now())

    def is_live_at(self, moment):
        return (
            self.status == Status.PUBLISHED
            and (self.publish_at is None or self.publish_at <= moment)
            and (self.unpublish_at is None or self.unpublish_at > moment)
        )

    @property
    def is_published(self):
        """Agrees with `published()` at this moment."""
        return self.is_published_at(timezone.now())

    def is_published_at(self, moment):
        return self.is_live_at(moment)
