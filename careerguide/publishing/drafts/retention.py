"""Delete what is not kept for good: old trash, and old history if so wished."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, ProtectedError, Q
from django.utils import timezone

from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.history import Event, Revision

# What an entry of these events holds, readers may have seen.
SHOWN = (Event.PUBLISHED, Event.SCHEDULED, Event.FOUND)


def empty_trash(days):
    """Delete what has been in the trash for `days`; return (how many, what stays).

    What stays is a list of (item, what needs it). Nothing brings back the rest: its
    history, draft and old addresses go with it.
    """
    before = timezone.now() - timedelta(days=days)
    deleted, staying = 0, []
    for model in content_models():
        old = model._base_manager.filter(trashed_at__lte=before)
        for pk in list(old.values_list("pk", flat=True)):
            try:
                deleted += _delete_one(old.filter(pk=pk))
            except ProtectedError as error:
                item = model._base_manager.get(pk=pk)
                staying.append((item, next(iter(error.protected_objects))))
    return deleted, staying


def _delete_one(rows):
    """Delete the only one of `rows`, unless somebody took it out meanwhile."""
    with transaction.atomic():
        row = rows.select_for_update().first()
        if row is None:
            return 0
        row.delete()
        return 1


def prune_history(days):
    """Delete entries older than `days`, and return how many; 0 keeps all.

    Of each item its newest entry stays, and its newest published one.
    """
    if not days:
        return 0
    before = timezone.now() - timedelta(days=days)
    newer = Revision.objects.filter(
        pk__gt=OuterRef("pk"),
        content_type=OuterRef("content_type"),
        object_id=OuterRef("object_id"),
    )
    published_since = newer.filter(event=Event.PUBLISHED)
    old = Revision.objects.filter(Exists(newer), created_at__lt=before)
    return old.filter(~Q(event__in=SHOWN) | Exists(published_since)).delete()[0]
