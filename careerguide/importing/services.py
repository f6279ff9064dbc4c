"""Offer to screens and commands all that can be done with an import.

A function takes the primary key of an `Import` and reads the row anew. A change names
the version that its page showed. What cannot be done raises `Refused`, whose
`sentences` are for people, and leaves everything as it was; `Stale` is one of them.
"""

from dataclasses import dataclass
from inspect import signature

from django.db import transaction
from django.utils.translation import gettext as _

from careerguide.media.formats import ImageError, detect

from . import intake, jobs
from .making import creating, undoing
from .making.comparing import compared
from .making.known import existing_items
from .making.obstacles import obstacles_of
from .models import Import, State, Step
from .refusals import NotReady, Refused, Stale
from .review import answers, grid, naming, numbers, open_import, ordering, page, placing
from .review.choosing import version as choose_version
from .review.labels import OPERATIONS as NAMES
from .review.open_import import OpenImport
from .rights import may_change, may_import

start, start_pasted = intake.start, intake.start_pasted
same_before, read_again = intake.same_before, intake.read_again
review = page.review
review_of = page.review_of
create, undo_import, reopen = creating.create, undoing.undo_import, undoing.reopen

# By name: the function, and its values, each a text; those in brackets may be missing.
OPERATIONS = {
    "place": placing.place,  # block, role, item (or “new:KIND”), [title, following]
    "split": placing.split,  # block, at
    "join": placing.join,  # block: with the one before it in the document
    "up": ordering.up,  # block: within its item
    "down": ordering.down,  # block
    "move": ordering.move,  # block, before (another block, "" for the end), [item]
    "level": ordering.level,  # block, level: 2 to 6
    "cells": grid.cells,  # block, numbers, columns, decimal_mark
    "answer": answers.answer,  # decision, answer
    "item": naming.item,  # item, [title, slug, summary]
    "item_up": naming.item_up,  # item
    "item_down": naming.item_down,  # item
    "career": naming.career,  # career: a primary key, or "" for a new one
    "describe": naming.describe,  # picture, text
    "tie": numbers.tie,  # number, tie
    "tie_all": numbers.tie_all,
    "mark": numbers.mark,  # number, and source and url, or own
    "untie": numbers.untie,  # number
    "version": choose_version,  # item, choice: “document” or “draft”
    "undo": None,  # the last of them
}


def apply(pk, version, name, values, by):
    """Make one of `OPERATIONS`, saved at once; return the record anew.

    `Stale` if the plan is no longer at `version`; `Refused` for what cannot be. Of the
    values those are taken that the operation knows.
    """
    if name not in OPERATIONS:
        raise Refused(_("This cannot be done."))
    if name == "undo":
        return open_import.undo(pk, version, by)
    known = signature(OPERATIONS[name]).parameters
    values = {k: str(v).replace("\0", "") for k, v in values.items() if k in known}
    try:
        with open_import.change(pk, version, by, name, values) as at:
            OPERATIONS[name](at, **values)
    except (KeyError, StopIteration, TypeError, ValueError) as error:
        raise Refused(_("This cannot be done here: the page may be older.")) from error
    return Import.objects.get(pk=pk)


@dataclass(frozen=True)
class Progress:
    """`percent` never goes back; `sentence` says what is done, or what went wrong."""

    state: str  # a `State`
    percent: int
    sentence: str
    is_over: bool  # there is something to review, or a reason why not


PERCENT = {Step.WAITING: 0, Step.OPENING: 10, Step.TABLES: 40, Step.WORDS: 90}


def progress(pk):
    """Return how far the reading is; begin it again where whoever read has gone."""
    rows = Import.objects.listed().filter(pk=pk)
    record = rows.first()
    if record is None:
        raise Refused(_("The import is not there any more: somebody deleted it."))
    if record.state != State.READING:
        return Progress(record.state, 100, record.sentence, True)
    jobs.resume(record)
    percent, sentence = PERCENT[record.step], record.get_step_display()
    if record.step == Step.TABLES and record.total:
        percent += 50 * min(record.done, record.total) // record.total
    return Progress(record.state, percent, sentence, False)


def picture(pk, number):
    """Return the type and bytes of a picture that a browser may show as one."""
    found = Import.objects.get(pk=pk).pictures.filter(number=number).first()
    try:
        data = bytes(found.data) if found else b""
        return f"image/{detect(data).name.lower()}", data
    except ImageError as error:
        raise Refused(str(error)) from None


def obstacles(pk, by=None):
    """Return what is in the way of making drafts, with `by` also of their rights."""
    at = OpenImport(Import.objects.get(pk=pk))
    return obstacles_of(at, at.drafts, by)


def has_drafts(record):
    """Return whether drafts were made of a document, or of the one before it."""
    return bool(record.previous_id or record.made_at)


def versions(pk):
    """Return how a document stands to the drafts that it, or the older one, has."""
    at = OpenImport(Import.objects.get(pk=pk))
    return compared(at, at.drafts, existing_items(at))


@dataclass
class MadeItem:
    """`item` is None where it was deleted for good since."""

    key: str
    kind_name: str
    item: object
    is_new: bool
    is_in_trash: bool
    is_edited: bool  # a new one, since the import made it
    was_changed: bool  # one that was here before, by the import


def items(pk):
    """Return what an import made drafts of, the career first."""
    rows = undoing.made_items(Import.objects.get(pk=pk))
    return [
        MadeItem(
            row.key,
            str(row.model._meta.verbose_name),
            row.item,
            row.is_new,
            bool(row.item and row.item.trashed_at),
            bool(row.item and undoing.is_edited(row)),
            undoing.changed_a_draft(row),
        )
        for row in rows
    ]


def obstacles_to_undo(pk):
    """Return why an import cannot be undone: what of it was published, or changed."""
    return [*undoing.obstacles_to_undo(Import.objects.get(pk=pk))]


def delete(pk, by):
    """Delete an import with its file; what it made stays."""
    with transaction.atomic():
        record = open_import.locked(pk, by, states=State.values)
        record.delete()


__all__ = ["NAMES", "NotReady", "Stale", "may_change", "may_import"]
