"""Split a block of a document in two, or join one to the next: the plan follows.

Both return a new document and a new plan; no word is added or lost.
"""

from dataclasses import replace

from .parting import parted_at
from .plan import DATA, LEFT_OUT, Plan
from .tree import (
    HEADING,
    ITEM,
    LIST,
    PARAGRAPH,
    QUOTE,
    Block,
    Document,
    Span,
    pictures_in,
)

LINES = (HEADING, PARAGRAPH)
HOLDERS = (LIST, QUOTE)


def split(document: Document, plan: Plan, block_id: str, at: int):
    """Part a block: a line before its character `at`, a list before its item `at`.

    The second half is a block of its own in the same place. `ValueError` where there is
    nothing on one side.
    """
    place, block = _found(document, block_id)
    if block.kind in LINES:
        first, second = parted_at(block.spans, at)
        halves = replace(block, spans=first), replace(block, spans=second)
    elif block.kind in HOLDERS:
        first, second = block.blocks[:at], block.blocks[at:]
        start = block.start + len(first)
        halves = (
            replace(block, blocks=first),
            replace(block, blocks=second, start=start),
        )
    else:
        raise ValueError(f"a {block.kind} cannot be parted")
    if not (first and second):
        raise ValueError("nothing is on one side")
    second = replace(halves[1], id=_new_id(document, block_id))
    blocks = (
        *document.blocks[:place],
        halves[0],
        second,
        *document.blocks[place + 1 :],
    )
    old, plan = _as_words(plan, block_id)
    new = replace(old, block=second.id, prefix="")
    placements = [
        one
        for p in plan.placements
        for one in ((old, new) if p.block == block_id else (p,))
    ]
    shown = {str(number) for number in pictures_in(second)}
    decisions = (
        replace(d, block=second.id) if _is_of(d, block_id) and d.about in shown else d
        for d in plan.decisions
    )
    plan = replace(plan, placements=tuple(placements), decisions=tuple(decisions))
    return replace(document, blocks=blocks), plan


def _is_of(decision, block_id):
    """Whether a decision asks for a picture of a block."""
    return decision.kind == "picture" and decision.block == block_id


def join(document: Document, plan: Plan, block_id: str):
    """Join the next block to one of its kind, in the place of the first."""
    place, block = _found(document, block_id)
    if place + 1 == len(document.blocks):
        raise ValueError("no block follows")
    other = document.blocks[place + 1]
    if block.kind in LINES and other.kind in LINES:
        between = Span(" ")
        joined = replace(block, spans=(*block.spans, between, *other.spans))
    elif block.kind in HOLDERS and other.kind == block.kind:
        joined = replace(block, blocks=(*block.blocks, *other.blocks))
    elif block.kind == LIST and other.kind == PARAGRAPH:
        item = Block(ITEM, blocks=(other,), place=other.place, id=f"{other.id}-item")
        joined = replace(block, blocks=(*block.blocks, item))
    else:
        raise ValueError(f"a {block.kind} and a {other.kind} cannot be joined")
    blocks = (*document.blocks[:place], joined, *document.blocks[place + 2 :])
    asked = [d for d in plan.decisions if other.id in (d.block, *d.others)]
    for decision in asked:
        plan = plan.settled(decision, other.id)
    first, plan = _as_words(plan, block_id)
    placements = tuple(
        first if p.block == block_id else p
        for p in plan.placements
        if p.block != other.id
    )
    used = {p.item for p in placements}
    moved = (
        replace(d, block=block_id)
        for d in asked
        if d.block == other.id
        if (d.kind == "picture" and first.role != LEFT_OUT)
        or (d.kind == "title" and d.about in used)
    )
    decisions = (*plan.decisions, *moved)
    changed = replace(plan, placements=placements, decisions=decisions)
    return replace(document, blocks=blocks), changed


def _as_words(plan, block_id):
    """(the placement of a block, the plan), where its lines are no cells any more.

    `ValueError` for a table.
    """
    placement = plan.placement_of[block_id]
    if placement.role == DATA:
        raise ValueError("the cells of a table are edited in the grid")
    asked = (d for d in plan.decisions if (d.kind, d.block) == ("columns", block_id))
    return replace(placement, lines=()), plan.without_decisions(*asked)


def _found(document, block_id):
    for place, block in enumerate(document.blocks):
        if block.id == block_id:
            return place, block
    raise ValueError(f"{block_id} is no block")


def _new_id(document, block_id):
    taken = {block.id for block in document.blocks}
    number = 2
    while f"{block_id}-{number}" in taken:
        number += 1
    return f"{block_id}-{number}"
