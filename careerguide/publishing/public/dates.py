"""Find the two dates that readers see on a page that shows several items."""

from dataclasses import dataclass
from datetime import date


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
