"""Place blocks elsewhere, part and merge them, and put them in another order."""

from dataclasses import replace

from django.utils.translation import gettext as _

from careerguide.importing import editing
from careerguide.importing.content import models_by_kind
from careerguide.importing.drafts import TOP_LEVEL, shift_of
from careerguide.importing.plan import (
    ARTICLE,
    DATA,
    LEFT_OUT,
    TABLE,
    TEXT,
    TITLE,
    roles_of,
)
from careerguide.importing.refusals import Refused
from careerguide.importing.tables.lines import split_lines
from careerguide.importing.tree import HEADING, PARAGRAPH
from careerguide.importing.tree import TABLE as TABLE_BLOCK

NEW = "new:"


def place(desk, block, role="", item="", title="", following=""):
    """Place a block in an item, or in a new one of a kind: “new:question”.

    With `following` what stands below it goes along, up to the next heading or title.
    """
    found = desk.block(block)
    followers = _following(desk, block) if following else []
    if item.startswith(NEW):
        item = _new_item(desk, item.removeprefix(NEW), title)
    values = _values(desk, found, role, item)
    desk.plan = desk.plan.changed(block, role, item, **values)
    if role == TITLE:
        desk.plan = desk.plan.with_values(item, written="")
    text = LEFT_OUT if role == LEFT_OUT else TEXT
    for other in followers:
        desk.plan = desk.plan.changed(other, text, item)


def _new_item(desk, kind, title):
    if kind not in models_by_kind() or kind == "career":
        raise Refused(_("There is no such kind of content."))
    desk.plan = desk.plan.with_item(kind, title.strip()[:200])
    return desk.plan.items[-1].key


def _following(desk, block):
    """The texts after a block in its item, before the next heading or title."""
    placements = desk.plan.placements
    at = next(n for n, p in enumerate(placements) if p.block == block)
    item = placements[at].item
    found = []
    for placement in placements[at + 1 :]:
        if placement.item != item or placement.role in (TITLE, DATA):
            break
        if desk.blocks[placement.block].kind == HEADING:
            break
        found.append(placement.block)
    return found


def _values(desk, block, role, item):
    """What a placement says besides: cells of lines, the article of a table."""
    old = desk.plan.placement_of[block.id]
    if role == LEFT_OUT:
        return {}
    if role not in roles_of(desk.plan.item(item).kind):
        raise Refused(_("This cannot stand there."))
    if role == TEXT and old.level:
        return {"level": old.level}
    if role != DATA:
        return {"lines": old.lines} if old.lines and role == TEXT else {}
    taken = any(p.role == DATA and p.block != block.id for p in desk.plan.of(item))
    if taken:
        raise Refused(_("This table has its cells already: make a new table."))
    lines = old.lines
    if block.kind == PARAGRAPH and not lines:
        read = split_lines([text.strip() for text in block.line.split("\n")])
        if read is None:
            sentence = _("These lines are no cells: no number or sign parts them.")
            raise Refused(sentence)
        lines = tuple(map(tuple, read.readings[0]))
    elif block.kind != TABLE_BLOCK and not lines:
        raise Refused(_("Only a table, or lines of one, can be cells."))
    lines = lines if block.kind == PARAGRAPH else ()
    return {"lines": lines, "choices": old.choices, "shown_in": _article(desk, old)}


def _article(desk, placement):
    """The article that a block stands in, or the one of the text before it."""
    if placement.shown_in:
        return placement.shown_in
    kinds = {item.key: item.kind for item in desk.plan.items}
    found = ""
    for other in desk.plan.placements:
        if kinds.get(other.item) == ARTICLE:
            found = other.item
        if other.block == placement.block and found:
            return found
    return next((i.key for i in desk.plan.items if i.kind == ARTICLE), "")


def split(desk, block, at="0"):
    _edit(desk, editing.split, desk.block(block).id, _number(at))


def join(desk, block):
    """Merge a block with the one before it in the document."""
    blocks = desk.document.blocks
    at = blocks.index(desk.block(block))
    if not at:
        raise Refused(_("Nothing stands before it."))
    _edit(desk, editing.join, blocks[at - 1].id)


def _edit(desk, function, *arguments):
    try:
        document, desk.plan = function(desk.document, desk.plan, *arguments)
    except ValueError:
        sentence = _("These parts of the document cannot be parted or merged so.")
        raise Refused(sentence) from None
    desk.set_document(document)


def up(desk, block):
    _step(desk, block, -1)


def down(desk, block):
    _step(desk, block, 1)


def _step(desk, block, by):
    """Move a block past its neighbour in the item where it shows."""
    desk.block(block)
    shown = _shown_in(desk.plan.placement_of[block])
    if not shown:
        raise Refused(_("What is left out has no place."))
    there = [p.block for p in desk.plan.placements if _shown_in(p) == shown]
    at = there.index(block) + by
    if not 0 <= at < len(there):
        raise Refused(_("It stands at the end already."))
    _put(desk, block, there[at], after=by > 0)


def move(desk, block, before="", item=""):
    """Put a block before another one, or at the end of an item."""
    found, old = desk.block(block), desk.plan.placement_of[block]
    target = desk.plan.placement_of.get(before)
    if before and (target is None or before == block):
        raise Refused(_("This part of the document is not there any more."))
    item = item or (_shown_in(target) if target else _shown_in(old))
    if not item:
        raise Refused(_("What is left out has no place."))
    if old.role == DATA and desk.plan.item(item).kind != TABLE:
        if desk.plan.item(item).kind != ARTICLE:
            raise Refused(_("A table stands in an article."))
        desk.plan = desk.plan.replaced(replace(old, shown_in=item))
    elif item != old.item:
        role = old.role if old.role in roles_of(desk.plan.item(item).kind) else TEXT
        role = TEXT if role == TITLE else role
        place(desk, found.id, role, item)
    there = [p.block for p in desk.plan.placements if _shown_in(p) == item]
    there = [other for other in there if other != block]
    if before or there:
        _put(desk, block, before or there[-1], after=not before)


def level(desk, block, level="0"):
    if desk.block(block).kind != HEADING:
        raise Refused(_("Only headings have a level."))
    if not TOP_LEVEL <= _number(level) <= 6:
        raise Refused(_("A heading in a text is of level 2 to 6."))
    placement = desk.plan.placement_of[block]
    if placement.role != TEXT:
        raise Refused(_("This heading is no part of a text."))
    shift = shift_of(desk.plan, desk.blocks, placement.item)
    desk.plan = desk.plan.replaced(
        replace(placement, level=max(_number(level) - shift, 1))
    )


def _shown_in(placement):
    if placement.role == DATA:
        return placement.shown_in or placement.item
    return placement.item


def _put(desk, block, other, after):
    """Put a placement right before or after another."""
    moved = desk.plan.placement_of[block]
    placements = [p for p in desk.plan.placements if p.block != block]
    at = next(n for n, p in enumerate(placements) if p.block == other)
    placements.insert(at + after, moved)
    desk.plan = replace(desk.plan, placements=tuple(placements))


def _number(text):
    text = str(text)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
