"""Find what has changed since a process last looked, by the tags of pages."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q

from careerguide.publishing.models.change_log import ChangeEntry
from careerguide.publishing.models.change_notes import ChangeNote
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.tags import tags_of_items


def changed_tags(before, number, moments=None, using=None):
    """Return the tags of all changes after the version `before`, up to `number`.

    `moments` are two, between which an hour has passed that an editor set. None where
    any page may have changed.
    """
    logged = frozenset()
    if number != before:
        logged = ChangeEntry.tags_between(before, number, using)
    if logged is None or moments is None:
        return logged
    passed = tags_of_items(_shown_or_hidden(*moments, using))
    return None if passed is None else logged | passed


def _shown_or_hidden(after, until, using):
    """Items that the clock showed or hid, or whose correction left its place."""
    for model in content_models():
        passed = Q(publish_at__gt=after, publish_at__lte=until)
        passed |= Q(unpublish_at__gt=after, unpublish_at__lte=until)
        yield from model.objects.using(using).filter(passed)
    lasts = timedelta(days=settings.CORRECTION_DAYS)
    notes = ChangeNote.objects.using(using).filter(
        made_at__gt=after - lasts, made_at__lte=until - lasts
    )
    yield from filter(None, (note.item for note in notes.prefetch_related("item")))
