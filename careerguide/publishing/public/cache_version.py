"""Compute the cache version: it changes with whatever may change what readers see."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import DateTimeField, F, Func, PositiveBigIntegerField, Value

from careerguide.publishing.models.change_notes import ChangeNote
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.related import ContentVersion, Plan

NO_NUMBER = Value(None, output_field=PositiveBigIntegerField())
NO_MOMENT = Value(None, output_field=DateTimeField())


@dataclass(frozen=True)
class CacheVersion:
    """The version's number, the next moment at which something shows, hides or leaves
    the top of its page, if any, and whether a plan is due already."""

    number: int
    next_moment: datetime | None
    is_due: bool


def current_version(now, using=None):
    """Return how things stand at `now`, an aware datetime.

    One query, by indexes alone.
    """
    version = ContentVersion.objects.using(using)
    version = version.values_list("number", NO_MOMENT, Value(0))
    moments = [
        model.objects.using(using)
        .filter(**{f"{field}__gt": now})
        .order_by()
        .values_list(NO_NUMBER, F(field), Value(0))
        for model in content_models()
        for field in ("publish_at", "unpublish_at")
    ]
    plans = Plan.objects.using(using).filter(problem="").order_by()
    moments.append(plans.values_list(NO_NUMBER, F("publish_at"), Value(0)))
    # Of corrections the one that leaves its place first, after so many days.
    notes = ChangeNote.objects.using(using).correcting(now).order_by()
    first = Func(F("made_at"), function="MIN", output_field=DateTimeField())
    moments.append(notes.values_list(NO_NUMBER, first, Value(settings.CORRECTION_DAYS)))
    rows = list(version.union(*moments, all=True))
    found = [
        moment + timedelta(days=days) for _, moment, days in rows if moment is not None
    ]
    return CacheVersion(
        number=max((number for number, *_ in rows if number is not None), default=0),
        next_moment=min((moment for moment in found if moment > now), default=None),
        is_due=any(moment <= now for moment in found),
    )
