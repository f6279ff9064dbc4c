"""Announce that what readers see has changed, in the transaction that changes it."""

from enum import StrEnum

from django.db import transaction
from django.dispatch import Signal

from careerguide.publishing.models.change_log import ChangeEntry
from careerguide.publishing.models.related import ContentVersion
from careerguide.publishing.models.tags import Extent, of_guide, tags_of_items


class Change(StrEnum):
    """Kinds of change to the items that `readers_see_change` names."""

    PUBLISHED = "published"  # for the first time, or anew
    HIDDEN = "hidden"  # unpublished, archived or in the trash
    SCHEDULED = "scheduled"  # to show or to be hidden at an hour
    ORDERED = "ordered"  # moved in its list
    IMAGE = "image"  # the words or the crop of an image
    GROUP = "group"  # the name or the place of a field of work
    SITE = "site"  # its name, its colours or whatever else is said of the site
    MEASURE = "measure"  # the name, the definition or the place of a measure
    NOTED = "noted"  # a note of change, and nothing of the item
    REVIEWED = "reviewed"  # the day of its next review, and nothing else of it
    RECORDED = "recorded"  # first editions, of tables that had been published
    LOADED = "loaded"  # by a fixture, or as sample guides
    DELETED = "deleted"


# Sent by `announce`, with the class of the items as its sender, or None. `change` is a
# Change; `items` a tuple of them as they are stored now, empty where any may have
# changed; `careers` the keys of the careers whose guides show them, None where it may
# be any. A receiver that raises an exception undoes the change.
readers_see_change = Signal()

# Sent by a preview once it has written its `item` as published, in the transaction that
# is rolled back: for what a publication records and its page shows.
preview_written = Signal()


# How far kinds of change reach that leave items where readers find them.
EXTENTS = {
    Change.ORDERED: Extent.GUIDE,
    Change.NOTED: Extent.ITEM,
    Change.REVIEWED: Extent.GUIDE,
}


def announce(change, *items, was_in=None, also=(), told=(), extent=Extent.ANYWHERE):
    """Raise the number that caches ask for, and send `readers_see_change`.

    `was_in` is the key of the career that an item has left, if it has; `also` are items
    whose pages say something else by it, and `told` all that have a note of it.
    `extent` says how far it reaches. Raises TransactionManagementError outside the
    transaction of the change.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            "announce() belongs in the transaction of the change."
        )
    ContentVersion.bump()
    is_any = change is Change.LOADED  # which replaces rows, whatever they were before
    extent = EXTENTS.get(change, extent)
    tags = None if is_any else _tags(items, was_in, also, extent)
    if tags is not None:
        tags |= _days_of_guides(items if change is Change.NOTED else told)
    ChangeEntry.add(tags)
    readers_see_change.send(
        sender=type(items[0]) if items else None,
        change=change,
        items=items,
        careers=None if is_any else _careers_of(items, was_in),
    )


def _tags(items, was_in, also, extent):
    """What a change concerns: see `tags`. None where it may be any page."""
    own = tags_of_items(items, extent) if items else None
    others = tags_of_items(also, Extent.ITEM)
    if own is None or others is None:
        return None
    has_left = was_in is not None and extent == Extent.ANYWHERE
    left = {of_guide(type(item), was_in) for item in items} if has_left else set()
    return own | others | left


def _days_of_guides(told):
    """What names the day of a guide, which may be that of a note in it."""
    keys = {(type(item), getattr(item, "career_id", None)) for item in told}
    return {of_guide(model, key) for model, key in keys if key is not None}


def _careers_of(items, was_in):
    if not items or not all(hasattr(item, "career_keys") for item in items):
        return None  # an image is shown by whoever likes
    keys = {key for item in items for key in item.career_keys()}
    return frozenset(keys | {was_in} - {None})
