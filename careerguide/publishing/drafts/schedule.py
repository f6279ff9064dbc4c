"""Schedule when items show and hide: set by editors, carried out by the clock.

Like everything in `actions`: each one transaction, on a locked row, in the history.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.publishing.checks.assumptions import published_at
from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.note_text import WrittenNote
from careerguide.publishing.models.related import Plan, WorkingCopy, key_of
from careerguide.publishing.models.snapshots import snapshot
from careerguide.publishing.signals import Change, announce

from . import notes, plans, versions
from .plans import plan_of
from .publication import publish_row, publishable
from .rows import add_first_revision, draft_of, lock, touch, working_copy
from .shown_locks import lock_shown_by
from .waiting import hold_what_shows


@dataclass(frozen=True)
class Schedule:
    """Moments to publish and to hide an item; None for no such time.

    `values` is the content that will be published then, None where nothing is planned.
    """

    publish_at: datetime | None
    unpublish_at: datetime | None
    values: dict | None = None
    version: int | None = None

    @property
    def times(self):
        return self.publish_at, self.unpublish_at


def schedule_of(row, plan):
    """Return the Schedule of a row that has the plan `plan`, or None.

    What readers do not see yet is planned by its own row, and shows by the clock.
    """
    if plan:
        return Schedule(plan.publish_at, row.unpublish_at, plan.values, plan.version)
    if is_waiting(row):
        planned = row.history.filter(event=Event.SCHEDULED).values_list("version")
        version = planned.first() or (row.version,)
        return Schedule(row.publish_at, row.unpublish_at, snapshot(row), *version)
    return Schedule(None, row.unpublish_at)


def is_waiting(row):
    """Return whether the row itself shows once its hour has come."""
    has_hour = row.publish_at and row.publish_at > timezone.now()
    return bool(row.status == row.PUBLISHED and has_hour)


def has_ended(row):
    """Return whether the clock took the row down."""
    is_past = row.unpublish_at and row.unpublish_at <= timezone.now()
    return bool(row.status == row.PUBLISHED and is_past)


def schedule(
    item,
    by,
    *,
    publish_at=None,
    unpublish_at=None,
    reason="",
    takes_draft=False,
    plans_again=False,
    shown=None,
    note=None,
):
    """Set when the draft shows, and when the item is hidden; None for no such time.

    What is planned already keeps its text, and only its hour moves, unless it
    `takes_draft`; what is held goes on being held unless it moves or `plans_again`.
    Without an hour a plan is dropped. `note` is a WrittenNote for readers at that hour,
    by default that of the plan or of the draft. Raises ValidationError, and
    StaleVersion if the item is no longer what was `shown`.
    """
    with transaction.atomic():
        lock_shown_by(item)
        row = lock(item)
        plan, working = plan_of(row), working_copy(row)
        known, is_live = schedule_of(row, plan), row.is_live
        text = known.values
        if text is None or takes_draft:
            text = snapshot(draft_of(row, working))
        keeps_plan = not publish_at or (
            text == known.values
            and publish_at == known.publish_at
            and note in (None, notes.written(row, plan))
            and not plans_again
        )
        is_as_before = keeps_plan and (publish_at, unpublish_at) == known.times
        if shown:  # sent twice is no conflict, but for what the clock did
            check = versions.check_hour if is_as_before else versions.check
            check(row, shown)
        if (publish_at, unpublish_at) != (None, row.unpublish_at):
            _check_times(publish_at, unpublish_at)
        if is_as_before:
            return row
        has_new_end = unpublish_at != row.unpublish_at
        row.unpublish_at = unpublish_at
        if publish_at and not is_live and not (plan and keeps_plan):
            return _plan_first_showing(row, by, working, text, publish_at, reason, note)
        add_first_revision(row)
        told = draft_of(row, working)
        if publish_at and not keeps_plan:
            source = working or (None if takes_draft else plan)
            version = known.version if text == known.values else row.version
            note = note or _note_of(plan, working, text == known.values)
            told = _plan(row, by, source, text, version, publish_at, reason, note)
        elif not publish_at:
            was_waiting = known.publish_at is not None and plan is None
            if plans.drop(row):
                told = draft_of(row)
            if not is_live and (was_waiting or has_new_end):
                row.status, row.publish_at = row.DRAFT, None
                notes.take_waiting(row)
        touch(row, by)
        row.save()
        announce(Change.SCHEDULED, row)
        event = Event.SCHEDULED if publish_at or unpublish_at else Event.UNSCHEDULED
        add_revision(told, event, by, reason)
        row.held_with_it = hold_what_shows(row, by)
        return row


def _check_times(publish_at, unpublish_at):
    now = timezone.now()
    if publish_at and publish_at <= now:
        raise ValidationError({"publish_at": _("This is in the past: publish it now.")})
    if unpublish_at and unpublish_at <= (publish_at or now):
        raise ValidationError(
            {
                "unpublish_at": _("This has to be later than “publish at”.")
                if publish_at
                else _("This is in the past: unpublish it now.")
            }
        )


def _note_of(plan, working, is_planned):
    """The note that was written with what is planned, or with the draft."""
    records = (plan, working) if is_planned else (working, plan)
    return WrittenNote.stored(*records)


def _plan_first_showing(row, by, working, text, publish_at, reason, note):
    """Of what readers do not see, the row waits for its hour and shows by the clock."""
    Plan.objects.of(row).delete()  # of what was hidden by the clock meanwhile
    is_draft = working is None or text == snapshot(draft_of(row, working))
    row.publish_at = publish_at  # which its end is compared with
    with published_at(publish_at):
        return publish_row(
            row,
            by,
            values=None if is_draft else text,
            publish_at=publish_at,
            reason=reason,
            event=Event.SCHEDULED,
            note=note,
        )


def _plan(row, by, source, text, version, publish_at, reason, note):
    """Make or move the plan of a live row; return the item as it is planned."""
    if source is None:
        raise ValidationError(
            {"publish_at": _("There is no draft that could be published then.")}
        )
    with published_at(publish_at, with_plans=True):
        planned = publishable(row, text)
    plan = {
        "values": snapshot(planned),
        "base": snapshot(row),
        "version": version,
        "publish_at": publish_at,
        "made_at": timezone.now(),
        "made_by": by,
        "reason": reason,
        "note": note.to_json(),
        "problem": "",
    }
    Plan.objects.update_or_create(**key_of(row), defaults=plan)
    if isinstance(source, WorkingCopy):
        source.note = plan["note"]
        source.save(update_fields=["note"])
    planned.version = version
    return planned
