"""Lay out a document beside its guide: a row for each block."""

import hashlib
from dataclasses import dataclass, field

from careerguide.importing.plan import (
    CAREER,
    DATA,
    LEFT_OUT,
    TITLE,
)

from . import drawn, wording


@dataclass
class Row:
    """A block as it was read, and what becomes of it.

    `head` is the item that begins with this row, where it does.
    """

    block: object
    placement: object
    as_read: str
    to_be: str = ""
    item: object = None
    draft: object = None
    head: bool = False
    part: str = ""
    reason: str = ""
    reading: object = None
    decisions: list = field(default_factory=list)
    numbers: list = field(default_factory=list)

    @property
    def id(self):
        return self.block.id

    @property
    def kind(self):
        """What colour its edge has: that of an item's kind, or of what is left out."""
        return self.item.kind if self.item else "out"

    @property
    def is_out(self):
        return self.placement.role == LEFT_OUT

    @property
    def digest(self):
        """What the script compares to see which rows it has to draw anew."""
        shown = (self.as_read, self.to_be, self.part, self.reason, self.head)
        asked = (*self.decisions, *self.numbers)
        title = self.draft.title if self.draft and self.head else ""
        text = repr((shown, self.kind, title, asked))
        return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()[:12]


def rows_of(record, drafts, numbers=()):
    """Return a `Row` for each block of an import's document, in its order."""
    document, plan = record.tree, record.guide
    blocks = {block.id: block for block in document.blocks}
    items = {item.key: item for item in plan.items}
    by_key = {draft.key: draft for draft in drafts}
    shifts = drawn.shifts(plan, blocks)
    address = drawn.picture_address(record)
    asked, told = {}, {}
    for decision in plan.decisions:
        asked.setdefault(decision.block, []).append(decision)
    for number in numbers:
        told.setdefault(number.block, []).append(number)
    rows, seen, before = [], set(), None
    for block in document.blocks:
        placement = plan.placement_of[block.id]
        item, draft = items.get(placement.item), by_key.get(placement.item)
        row = Row(
            block,
            placement,
            drawn.as_read(block, address, placement.lines),
            item=item,
            draft=draft,
            decisions=asked.get(block.id, []),
            numbers=told.get(block.id, []),
        )
        if item is None:
            row.reason = wording.reason_of(placement)
        else:
            row.head = item.key != before
            before = item.key
            _describe(row, shifts, address, first=item.key not in seen)
            seen.add(item.key)
        rows.append(row)
    return rows


def _describe(row, shifts, address, first):
    """Say what becomes of a block that is placed, and draw it so."""
    kind, role = row.item.kind, row.placement.role
    row.part = wording.SHORT.get((kind, role), "")
    if role == TITLE:
        row.head = row.head or not first
    elif role == DATA:
        row.reading = row.draft.reading
        if row.reading:
            row.to_be = drawn.table_to_be(row.reading)
    elif kind != CAREER:
        shift = shifts.get(row.placement.item, 0)
        row.to_be = drawn.as_text(row.block, row.placement, address, shift)


@dataclass
class Entry:
    """An item in the outline of the guide to be, and the block where it begins."""

    item: object
    draft: object
    block: str = ""
    is_asked: bool = False


def outline_of(plan, drafts):
    """Return the items by their kinds: [(name of the kind, entries)]."""
    asked = {decision.block for decision in plan.decisions}
    groups = []
    for kind, name in wording.KINDS.items():
        entries = []
        for draft in drafts:
            if draft.kind != kind:
                continue
            placements = plan.of(draft.key)
            first = placements[0].block if placements else ""
            is_asked = any(p.block in asked for p in placements)
            entries.append(Entry(plan.item(draft.key), draft, first, is_asked))
        if entries:
            groups.append((name, entries))
    return groups
