"""Find what readers saw of an item last, whether it shows now or was hidden since."""

from collections import defaultdict

from django.utils import timezone

from careerguide.publishing.models.history import Event, Revision
from careerguide.publishing.models.snapshots import apply_snapshot

from .plans import HIDING

# What an entry of these events holds may have been shown as it is.
_SHOWN = (Event.FOUND, Event.PUBLISHED, Event.SCHEDULED)
_BEGUN = (*_SHOWN, *HIDING, Event.HELD)


def last_seen(row):
    """Return `row` with the content that readers saw last; None if they never did."""
    return last_seen_of([row])[row]


def last_seen_of(rows):
    """Return the `last_seen` of rows of one model, by row, in two queries at most."""
    found = {row: row if row.is_live else None for row in rows if _was_public(row)}
    asked = [row for row, seen in found.items() if seen is None]
    entries = _entries_of(asked)
    shown = {row: _shown_entry(entries[row.pk]) for row in asked}
    keys = [entry.pk for entry in shown.values() if entry]
    entries_with_values = Revision.objects.in_bulk(keys) if keys else {}
    for row, entry in shown.items():
        if entry:
            found[row] = apply_snapshot(row, entries_with_values[entry.pk].values)
        elif not (entries[row.pk] or _has_hour(row)):
            found[row] = row  # what was loaded, and never changed here
    return {row: found.get(row) for row in rows}


def _was_public(row):
    """Whether the item, and its career, were ever published, or are about to be."""
    career = getattr(row, "career", None)
    return row.was_published and (career is None or career.was_published)


def _entries_of(rows):
    """The entries of rows that tell when something showed, newest first, by key."""
    found = defaultdict(list)
    if rows:
        entries = Revision.objects.of_model(type(rows[0]))
        entries = entries.filter(object_id__in=[r.pk for r in rows], event__in=_BEGUN)
        for entry in entries.order_by("-pk").defer("values"):
            found[entry.object_id].append(entry)
    return found


def _shown_entry(entries):
    """Return the newest entry that readers saw before the next one was made."""
    until = timezone.now()
    for entry in entries:
        if _start(entry) < min(until, entry.unpublish_at or until):
            return entry
        until = entry.created_at
    # What was loaded, and first changed here when somebody hid it.
    return entries[-1] if entries and entries[-1].event in HIDING else None


def _has_hour(row):
    return row.publish_at is not None and row.publish_at > timezone.now()


def _start(entry):
    """From when on readers saw what an entry holds; never, if they did not.

    A change that was planned for an hour was published then, by an entry of its own.
    """
    never = timezone.now()
    if entry.event not in _SHOWN or entry.status != "published":
        return never
    has_hour = entry.publish_at and entry.publish_at > entry.created_at
    if entry.event == Event.SCHEDULED and not has_hour:
        return never
    return max(entry.created_at, entry.publish_at or entry.created_at)
