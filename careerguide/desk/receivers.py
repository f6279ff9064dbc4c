"""Hear of what is saved, and keep the facts of it once that is stored.

After the transaction: nobody else waits for it, and a text that cannot be read undoes
no save. What is missed when a process ends there is of another version than its item,
and read by the housekeeping.
"""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.history import BESIDE_CONTENT, Event, Revision
from careerguide.publishing.models.ignored import IgnoredFinding
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.signals import Change, readers_see_change

from . import facts

MOST_LOADED = 100  # items, which takes some seconds
UNREAD = {*BESIDE_CONTENT, Event.HELD}
SHOWN = {Change.PUBLISHED, Change.HIDDEN, Change.SCHEDULED, Change.DELETED}


@receiver(post_save, sender=Revision, dispatch_uid="desk_facts")
def keep_facts(instance, created, **options):
    if not created or instance.event in UNREAD:
        return
    transaction.on_commit(partial(_keep, instance), robust=True)


def _keep(entry):
    """Read the item, and then what has paragraphs of it, which came or went."""
    if item := entry.item:
        facts.keep_all([item])
        facts.refresh(facts.stale_of_guide(item), facts.AT_ONCE)


@receiver([post_save, post_delete], sender=IgnoredFinding, dispatch_uid="desk_ignored")
def keep_without_ignored(instance, **options):
    """What is ignored counts nowhere."""
    transaction.on_commit(partial(_keep, instance), robust=True)


@receiver(readers_see_change, dispatch_uid="desk_stale_facts")
def read_what_names_it(change, items, **options):
    """Read again what names an item that shows, hides, or has another address."""
    if change in SHOWN and items:
        transaction.on_commit(partial(_read_again, items), robust=True)


@receiver(readers_see_change, dispatch_uid="desk_loaded_facts")
def read_what_was_loaded(change, items, **options):
    """Read the items of a file: of one guide at once, of more with the housekeeping.

    And what named something that was not there: it may have come with the file.
    """
    content = [item for item in items if isinstance(item, Publishable)]
    if change != Change.LOADED:
        return
    if 0 < len(content) <= MOST_LOADED:
        transaction.on_commit(partial(facts.keep_all, content), robust=True)
    transaction.on_commit(facts.read_broken_again, robust=True)


def _read_again(items):
    slugs = {item.slug for item in items if getattr(item, "slug", "")}
    for item in items:
        old = OldSlug.objects.of(item)
        slugs |= {*old.values_list("slug", flat=True)}
    facts.read_again(slugs)
