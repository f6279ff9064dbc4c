"""Keep what editors chose to ignore of what the checks of an item find."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .related import ItemRecord

MOST_REASON = 200


class IgnoredFinding(ItemRecord):
    """A finding that somebody looked at and left, with the reason.

    `key` is of the check and the passage, see `Finding.key`: it holds wherever that
    stands, and no longer once it is another. `sentence` is what the check said then.
    """

    key = models.CharField(max_length=20)
    check_name = models.CharField(max_length=40)
    sentence = models.TextField()
    reason = models.CharField(_("reason"), max_length=MOST_REASON)
    ignored_at = models.DateTimeField(default=timezone.now)
    ignored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta(ItemRecord.Meta):
        verbose_name = _("ignored finding")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "key"],
                name="a_finding_is_ignored_once",
            )
        ]


def open_findings(item, findings):
    """Return the findings that nobody ignores, and pairs of the others with records."""
    records = {one.key: one for one in item.ignored_findings.all()} if findings else {}
    ignored = [(one, records[one.key]) for one in findings if one.key in records]
    return [one for one in findings if one.key not in records], ignored
