"""Define when readers were told that an item is there, and of each change of it."""

from datetime import datetime, time

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from .change_notes import shown_notes


def beginning(day):
    """Return the moment at which a day begins where the site is."""
    return timezone.make_aware(datetime.combine(day, time()))


class Told(models.Model):
    """Content whose days and notes of change readers see."""

    class Meta:
        abstract = True

    @cached_property
    def told_notes(self):
        """Its notes of change that readers see, the newest first."""
        if "stored_notes" in self.__dict__:  # of `with_notes`
            return shown_notes(self.stored_notes)
        return [note.shown for note in self.change_notes.told()]

    @property
    def shown_since(self):
        """When readers saw it first, or again at an hour; None of what never was."""
        return self.publish_at or self.first_published_at

    def told_days(self):
        """Return the days on which readers were told that it says something else."""
        return [self.content_updated_on] if self.content_updated_on else []

    @classmethod
    def further_told_days(cls, now):
        """Return (queryset, name of its day, name of the key of an item) or None.

        Where `told_days` has more than the day that editors set, these are its rows.
        """
        return None

    @property
    def told_moments(self):
        """When readers saw it first, and were told of each change: by a day, by a note.

        A day begins where the site is. What its pages, feeds and files date a change
        by: see `public.dates.told_at`.
        """
        shown = [self.shown_since] if self.shown_since else []
        notes = [note.made_at for note in self.told_notes]
        return [*shown, *notes, *map(beginning, self.told_days())]

    @property
    def corrections_on_top(self):
        return [note for note in self.told_notes if note.is_on_top]

    @property
    def listed_notes(self):
        """Those that stand in the list below its text."""
        return [note for note in self.told_notes if not note.is_on_top]
