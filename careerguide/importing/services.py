"""What the screens ask of an import: start it, read it, change it, make drafts of it.

Every function takes the primary key of an `Import` and reads the row anew. A change
names the version that its page showed. What cannot be done raises `Refused`, whose
`sentences` are for people, and leaves everything as it was; `Stale` is one of them.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .models import Import


class Refused(Exception):
    """Says in `sentences` why something is not done."""

    def __init__(self, *sentences):
        super().__init__(" ".join(map(str, sentences)))
        self.sentences = list(map(str, sentences))


class Stale(Refused):
    """The plan was changed meanwhile, in another tab or by somebody else."""


# --- Reading --------------------------------------------------------------------------


def may_import(user) -> bool:
    """Return whether somebody may upload documents at all."""
    raise NotImplementedError


def may_change(user, record) -> bool:
    """Return whether somebody may change this import: its own, or any as an editor."""
    raise NotImplementedError


def start(name: str, data: bytes, by, previous: int | None = None) -> Import:
    """Keep an uploaded file and begin to read it, off this thread.

    `Refused` where nothing here reads such a file. `previous` is the import of the same
    document as it was before; `same_before` finds those.
    """
    raise NotImplementedError


def start_pasted(text: str, by, previous: int | None = None, html="") -> Import:
    """Begin to read what was pasted: `html` as the clipboard has it, or plain text."""
    raise NotImplementedError


def same_before(data: bytes, name: str = "") -> list[Import]:
    """Return earlier imports of the same bytes, or of a file of that name."""
    raise NotImplementedError


@dataclass(frozen=True)
class Progress:
    """`percent` never goes back; `sentence` says what is done, or what went wrong."""

    state: str  # a `State`
    percent: int
    sentence: str
    is_over: bool  # there is something to review, or a reason why not


def progress(pk: int) -> Progress:
    """Return how far the reading is; begin it again where whoever read has gone."""
    raise NotImplementedError


def read_again(pk: int, by) -> Import:
    """Read a file again that was not read, or whose reading broke off."""
    raise NotImplementedError


# --- Reviewing ------------------------------------------------------------------------


@dataclass
class Tie:
    """A cell that says the same: `id` goes to “tie”, `label` is “85,000 · table: …”."""

    id: str
    label: str


@dataclass
class Number:
    """A number in the prose; `id` goes to “tie”, “mark” and “untie”."""

    id: str
    written: str
    around: str  # the sentence that it stands in
    is_open: bool  # somebody has to answer for it
    ties: list[Tie] = field(default_factory=list)
    tied_to: str = ""  # what shows in its place: a cell's name, or a source


@dataclass
class ReviewPicture:
    number: int
    text: str  # its description, "" where it has none
    has_data: bool  # it is in the file, and can be shown: see `picture`


@dataclass
class ReviewDecision:
    """What only a person can say. `id` goes to “answer”.

    `choices` are (value, label); where there are none, the answer is a text.
    """

    id: str
    kind: str
    block: str
    sentence: str
    choices: list[tuple[str, str]] = field(default_factory=list)
    proposed: str = ""
    may_stay: bool = False  # an empty answer leaves it as it is


@dataclass
class ReviewTable:
    """A table as it is read: for the grid, and what is said of it."""

    is_read: bool
    lines: tuple  # as it stands in the document
    numbers: str  # for the grid: StatTableForm's texts
    columns: str
    data: dict | None  # StatTable.data
    sentences: list[str]
    problems: list[str]
    is_edited: bool


@dataclass
class ReviewBlock:
    """A block of the document with its place in the guide."""

    id: str
    kind: str  # of tree.KINDS
    text: str
    markdown: str  # of the block alone, as the document has it
    level: int
    words: int
    role: str  # of plan.ROLES
    item: str  # key; "" where it is left out
    reason: str  # why it is left out
    shown_in: str  # the article in which a table stands
    can_join: bool  # with the one before it in the document
    numbers: list[Number] = field(default_factory=list)
    pictures: list[ReviewPicture] = field(default_factory=list)
    decisions: list[ReviewDecision] = field(default_factory=list)
    table: ReviewTable | None = None
    split_at: list[tuple[int, str]] = field(default_factory=list)  # (at, words after)
    change: str = ""  # in a newer document: "", "new" or "changed"
    was: str = ""  # its text in the older one


@dataclass
class ReviewItem:
    """A draft to be, with its blocks in its own order."""

    key: str
    kind: str  # of plan.ITEM_KINDS, or a content type's own
    kind_name: str
    title: str
    slug: str
    summary: str
    has_summary: bool
    blocks: list[ReviewBlock]
    roles: list[tuple[str, str]]  # (role, label) that a block may have in it
    existing: object = None  # the content item that gets the text, if there is one


@dataclass
class Review:
    record: Import
    blocks: list[ReviewBlock]  # in the document's order
    items: list[ReviewItem]  # in the guide's; the career comes first
    left_out: dict[str, list[ReviewBlock]]  # by reason
    decisions: list[ReviewDecision]
    new_kinds: list[tuple[str, str]]  # (kind, label) of items that can be added
    ledger: object  # see `ledger.Ledger`
    messages: list[str]  # of whatever read the file
    obstacles: list[str]  # what is in the way of making drafts, in sentences
    undo: str  # what “undo” would take back, in words; "" for nothing
    career: object = None  # an existing Career that gets the guide
    gone: list[str] = field(default_factory=list)  # texts a newer document lacks
    open_numbers: int = 0


def review(pk: int) -> Review:
    """Return all that a review shows."""
    raise NotImplementedError


def picture(pk: int, number: int) -> tuple[str, bytes]:
    """Return the type and bytes of a picture, safe to show; `Refused` if none."""
    raise NotImplementedError


OPERATIONS = {
    "place": _(
        "Place"
    ),  # block, role, item (a key, or "new:KIND"), [title], [following]
    "split": _("Split"),  # block, at
    "join": _("Merge"),  # block: with the one before it in the document
    "up": _("Move up"),  # block, within its item
    "down": _("Move down"),  # block
    "move": _("Move"),  # block, before (another block, or "" for the end), item
    "level": _("Change a heading’s level"),  # block, level (2 to 6)
    "cells": _("Edit a table"),  # block, numbers, columns, decimal_mark
    "answer": _("Answer a question"),  # decision, answer
    "item": _("Name"),  # item, title, slug, summary: each of them if given
    "item_up": _("Move up"),  # item
    "item_down": _("Move down"),  # item
    "career": _("Choose the career"),  # career: primary key, or "" for a new one
    "describe": _("Describe a picture"),  # picture, text
    "tie": _("Tie a number"),  # number, tie
    "mark": _("Say where a number comes from"),  # number, source, url or own
    "untie": _("Leave a number as it is"),  # number
    "version": _("Choose a version"),  # item, choice: "document" or "draft"
    "undo": _("Undo"),  # the last operation
}


def apply(pk: int, version: int, name: str, values: dict[str, str], by) -> Import:
    """Make one of `OPERATIONS`, saved at once; return the record with its version.

    `Stale` if the plan is no longer at `version`; `Refused` for what cannot be.
    """
    raise NotImplementedError


# --- Making drafts --------------------------------------------------------------------


def obstacles(pk: int, by=None) -> list[str]:
    """Return what is in the way of making drafts, with `by` also of their rights."""
    raise NotImplementedError


def create(pk: int, version: int, by) -> Import:
    """Make all drafts, or none; or bring those of the previous import up to date."""
    raise NotImplementedError


@dataclass
class MadeItem:
    """`item` is None where it was deleted for good since."""

    key: str
    kind_name: str
    item: object
    is_new: bool
    is_in_trash: bool


def items(pk: int) -> list[MadeItem]:
    """Return what an import made drafts of: the career first, then in reading order."""
    raise NotImplementedError


def obstacles_to_undo(pk: int) -> list[str]:
    """Return why an import cannot be undone: what of it was published, or changed."""
    raise NotImplementedError


def undo_import(pk: int, by) -> Import:
    """Put all that an import made into the trash, and drafts back that it changed.

    Afterwards it can be reviewed again, and its drafts made anew: `reopen`.
    """
    raise NotImplementedError


def reopen(pk: int, by) -> Import:
    """Review an import again that was undone."""
    raise NotImplementedError


def delete(pk: int, by) -> None:
    """Delete an import with its file; what it made stays."""
    raise NotImplementedError


# --- The same document again ----------------------------------------------------------


@dataclass
class ItemVersions:
    """An item in two versions, side by side.

    `state`: "same", "changed" (by the document), "conflict" (both were changed), "new"
    or "gone" (the document has it no longer: its draft stays).
    """

    key: str
    kind_name: str
    title: str
    state: str
    document: dict[str, str]  # by the name of a field's label
    draft: dict[str, str]
    choice: str = ""  # "document" or "draft"; "" where somebody has to choose
    item: object = None


def versions(pk: int) -> list[ItemVersions]:
    """Return how a newer document stands to the drafts of the import before it."""
    raise NotImplementedError
