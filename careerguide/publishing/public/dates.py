"""Find the dates that readers see on a page that shows several items."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone


@dataclass(frozen=True)
class ShownDates:
    """Dates of a list: its newest update, and the first review that is due."""

    content_updated_on: date | None
    review_by: date | None


def shown_dates(items):
    items = list(items)
    updated = [i.content_updated_on for i in items if i.content_updated_on]
    due = [item.review_by for item in items if item.review_by]
    return ShownDates(max(updated, default=None), min(due, default=None))


def told_at(items, others=()):
    """Return the moment of the last change of items that readers were told of.

    That is the day editors set, a note of change, another edition, or that an item is
    there at all: see `told_moments` of content. Not that of the last publication, which
    may be of a comma. `others` are moments of items that are not in hand. In whole
    seconds.
    """
    moments = [*others, *(one for item in items for one in item.told_moments)]
    return max(moments, default=timezone.now()).replace(microsecond=0)
