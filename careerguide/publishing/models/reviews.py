"""Say when content has to be checked again: overdue, due soon, or with no day."""

from datetime import timedelta

from django.db.models import Q, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .visibility import Status

SOON = timedelta(days=30)


class Due(TextChoices):
    OVERDUE = "overdue", _("overdue")
    SOON = "soon", _("next 30 days")
    NONE = "none", _("no day set")


def condition(due):
    """Return the condition for a Due: of what is published, as nobody reads the rest.

    A day of review is kept as long as the day itself lasts. What is in the trash is
    not published, says a constraint.
    """
    today = timezone.localdate()
    published = Q(status=Status.PUBLISHED)
    if due is Due.OVERDUE:
        return published & Q(review_by__lt=today)
    if due is Due.SOON:
        return published & Q(review_by__gte=today, review_by__lte=today + SOON)
    return published & Q(review_by=None)


def due_until_soon():
    """Return the condition for what is overdue or due soon, as one range of days."""
    until = timezone.localdate() + SOON
    return Q(status=Status.PUBLISHED, review_by__lte=until)


def is_overdue():
    return condition(Due.OVERDUE)


def due_of(item):
    """Return the Due of a published item, or None where it has time."""
    if item.status != Status.PUBLISHED:
        return None
    today = timezone.localdate()
    if item.review_by is None:
        return Due.NONE
    if item.review_by < today:
        return Due.OVERDUE
    return Due.SOON if item.review_by <= today + SOON else None
