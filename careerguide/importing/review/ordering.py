"""Put blocks in another order, and change the levels of headings."""

from dataclasses import replace

from django.utils.translation import gettext as _

from careerguide.importing.drafts import TOP_LEVEL, shift_of
from careerguide.importing.plan import ARTICLE, DATA, TABLE, TEXT, TITLE, roles_of
from careerguide.importing.refusals import Refused
from careerguide.importing.tree import HEADING

from .placing import number_of, place


def up(opened, block):
    _step(opened, block, -1)


def down(opened, block):
    _step(opened, block, 1)


def _step(opened, block, by):
    """Move a block past its neighbour in the item where it shows."""
    opened.block(block)
    shown = _shown_in(opened.plan.placement_of[block])
    if not shown:
        raise Refused(_("What is left out has no place."))
    there = [p.block for p in opened.plan.placements if _shown_in(p) == shown]
    at = there.index(block) + by
    if not 0 <= at < len(there):
        raise Refused(_("It stands at the end already."))
    _put(opened, block, there[at], after=by > 0)


def move(opened, block, before="", item=""):
    """Put a block before another one, or at the end of an item."""
    found, old = opened.block(block), opened.plan.placement_of[block]
    target = opened.plan.placement_of.get(before)
    if before and (target is None or before == block):
        raise Refused(_("This part of the document is not there any more."))
    item = item or (_shown_in(target) if target else _shown_in(old))
    if not item:
        raise Refused(_("What is left out has no place."))
    if old.role == DATA and opened.plan.item(item).kind != TABLE:
        if opened.plan.item(item).kind != ARTICLE:
            raise Refused(_("A table stands in an article."))
        opened.plan = opened.plan.replaced(replace(old, shown_in=item))
    elif item != old.item:
        role = old.role if old.role in roles_of(opened.plan.item(item).kind) else TEXT
        role = TEXT if role == TITLE else role
        place(opened, found.id, role, item)
    there = [p.block for p in opened.plan.placements if _shown_in(p) == item]
    there = [other for other in there if other != block]
    if before or there:
        _put(opened, block, before or there[-1], after=not before)


def level(opened, block, level="0"):
    if opened.block(block).kind != HEADING:
        raise Refused(_("Only headings have a level."))
    if not TOP_LEVEL <= number_of(level) <= 6:
        raise Refused(_("A heading in a text is of level 2 to 6."))
    placement = opened.plan.placement_of[block]
    if placement.role != TEXT:
        raise Refused(_("This heading is no part of a text."))
    shift = shift_of(opened.plan, opened.blocks, placement.item)
    opened.plan = opened.plan.replaced(
        replace(placement, level=max(number_of(level) - shift, 1))
    )


def _shown_in(placement):
    if placement.role == DATA:
        return placement.shown_in or placement.item
    return placement.item


def _put(opened, block, other, after):
    """Put a placement right before or after another."""
    moved = opened.plan.placement_of[block]
    placements = [p for p in opened.plan.placements if p.block != block]
    at = next(n for n, p in enumerate(placements) if p.block == other)
    placements.insert(at + after, moved)
    opened.plan = replace(opened.plan, placements=tuple(placements))
