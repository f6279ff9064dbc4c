"""Lay out a document beside its guide: a row for each block of a `Review`."""

import hashlib
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from careerguide.importing.plan import CAREER, DATA, LEFT_OUT, TABLE, TEXT, TITLE

from . import drawn, wording


@dataclass
class Row:
    """A block as it was read, and what becomes of it.

    `head` is whether its item begins here, so that the item is named.
    """

    block: object
    as_read: str
    to_be: str = ""
    item: object = None
    head: bool = False
    part: str = ""
    reason: str = ""
    is_known: bool = False  # the script has it as it is
    moved: str = ""  # what it stands after in its item, if it was moved there

    @property
    def id(self):
        return self.block.id

    @property
    def kind(self):
        """What colour its edge has: that of an item's kind, or of what is left out."""
        return self.item.kind if self.item else "out"

    @property
    def is_out(self):
        return self.block.role == LEFT_OUT

    @property
    def is_drawn(self):
        """Whether something of it stands in the guide by itself: a title does not."""
        return bool(self.to_be) or bool(self.block.pictures and self.block.role == TEXT)

    @property
    def is_table(self):
        return self.block.table is not None and self.kind == TABLE

    @property
    def css_role(self):
        return self.block.role.replace(" ", "-")

    @property
    def leave_out(self):
        return operation("place", block=self.id, role=LEFT_OUT, item="")

    @property
    def open_numbers(self):
        return [number for number in self.block.numbers if number.is_open]

    @property
    def offers_ties(self):
        return any(number.ties and not number.tied_to for number in self.block.numbers)

    @property
    def digest(self):
        """What the script compares to see which rows it has to draw anew."""
        block = self.block
        shown = (self.as_read, self.to_be, self.part, self.reason, self.head)
        shown += (self.moved,)
        asked = (block.decisions, block.numbers, block.pictures, block.change)
        named = (self.item.title, self.item.key) if self.item and self.head else ()
        said = block.table and (block.table.sentences, block.table.problems)
        text = repr((shown, self.kind, named, asked, said, block.can_join))
        return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()[:12]


def operation(name, **values):
    """Return the value of a button that makes one operation: see `operations`."""
    return urlencode({"operation": name, **values})


def rows_of(review):
    """Return a `Row` for each block, in the document's order."""
    record = review.record
    tree = {block.id: block for block in record.tree.blocks}
    plan = record.guide
    items = {item.key: item for item in review.items}
    rows, before, begun, part = [], None, set(), None
    for block in review.blocks:
        placement = plan.placement_of[block.id]
        item = items.get(block.item)
        row = Row(block, drawn.as_read(tree[block.id], placement.lines))
        if item is None:
            row.reason = wording.reason_of(placement)
        else:
            row.item = item
            is_second_title = block.role == TITLE and item.key in begun
            row.head = item.key != before and not is_second_title
            row.part = wording.part_here(item.kind, block)
            row.to_be = _to_be(row, tree[block.id], placement)
            before = item.key
            begun.add(item.key)
        # Said once of several that follow each other.
        named, row.part = (
            row.part,
            "" if row.part == part and not row.head else row.part,
        )
        part = named
        rows.append(row)
    _say_what_moved(rows, review.items)
    return rows


def _say_what_moved(rows, items):
    """Say of each row that follows another one in the guide than in the document."""
    by_id = {row.id: row for row in rows}
    at = {row.id: place for place, row in enumerate(rows)}
    for item in items:
        own = [block.id for block in item.blocks]
        as_read = sorted(own, key=at.get)
        if own == as_read:
            continue
        before = dict(zip(as_read[1:], as_read, strict=False))
        for name, previous in zip(own[1:], own, strict=False):
            if before.get(name) != previous and at[name] != at[previous] + 1:
                by_id[name].moved = by_id[previous].block.text or _("a table")


def _to_be(row, block, placement):
    """What becomes of a block that is placed, drawn as the guide will show it."""
    role = row.block.role
    if role == DATA and row.block.table:
        return drawn.table_to_be(row.block.table)
    if role == TITLE or row.item.kind == CAREER:
        return ""
    return drawn.as_text(block, placement, row.block.level)


@dataclass
class Entry:
    """An item in the outline of the guide to be, and the block where it begins."""

    item: object
    block: str = ""
    is_asked: bool = False

    @property
    def up(self):
        return operation("item_up", item=self.item.key)

    @property
    def down(self):
        return operation("item_down", item=self.item.key)


def outline_of(review):
    """Return the items by their kinds: [(name of the kind, entries)]."""
    groups = {}
    for item in review.items:
        first = item.blocks[0].id if item.blocks else ""
        is_asked = any(block.decisions for block in item.blocks)
        groups.setdefault(item.kind_name, []).append(Entry(item, first, is_asked))
    return list(groups.items())
