"""Compare the version that a page showed with the item's own: an optimistic lock.

A page that publishes, schedules, hides or restores sends back what it showed, and
whatever happened since is a conflict.
"""

from dataclasses import dataclass

from django.db.models import Max

from careerguide.publishing.models.history import BESIDE_CONTENT, Revision


@dataclass(frozen=True)
class ShownVersion:
    """Version that a page showed: of the item, and the newest `entry` of its history.

    The version counts what editors saved; the entry also tells that somebody published,
    planned or hid the item. The clock leaves no entry: `is_live` tells whether its
    times showed the item. None leaves out either.
    """

    version: int
    entry: int | None = None
    is_live: bool | None = None

    @classmethod
    def of(cls, row):
        return cls(row.version, newest_entry(row) or 0, row.is_live)


class StaleVersion(Exception):
    """Refuse to act, as something happened to the item since the page was shown."""


def newest_entry(row):
    """The key of the last thing that happened to it, its place and notes aside."""
    entries = row.history.exclude(event__in=BESIDE_CONTENT)
    return entries.values_list("pk", flat=True).first()


def newest_entries(condition):
    """Return {(content type's key, item's key): newest entry} in one query.

    `condition` is a Q on the content types and keys of the items that are asked for.
    """
    entries = Revision.objects.exclude(event__in=BESIDE_CONTENT).filter(condition)
    entries = entries.order_by().values_list("content_type", "object_id")
    return {(kind, key): entry for kind, key, entry in entries.annotate(Max("pk"))}


def check(row, shown):
    """Raise StaleVersion unless `row`, which is locked, is what was shown."""
    check_hour(row, shown)
    if shown.version != row.version:
        raise StaleVersion
    if shown.entry is not None and shown.entry != (newest_entry(row) or 0):
        raise StaleVersion


def check_hour(row, shown):
    """Raise StaleVersion if the row shows by now, or hides, and did not when shown."""
    if shown.is_live not in (None, row.is_live):
        raise StaleVersion
