"""Find the dates that readers see on a page that shows several items."""

from dataclasses import dataclass
from datetime import date, datetime, time

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

    `others` are moments of items that are not in hand. In whole seconds; a day that
    editors set begins where the site is. Not that of the last publication, which may be
    of a comma.
    """
    days = {item.content_updated_on for item in items} - {None}
    moments = [timezone.make_aware(datetime.combine(day, time())) for day in days]
    moments += others
    moments += (note.made_at for item in items for note in item.told_notes)
    return max(moments, default=timezone.now()).replace(microsecond=0)
