"""Place blocks in items, part them and merge them."""

from django.utils.translation import gettext as _

from careerguide.importing import editing
from careerguide.importing.content import models_by_kind
from careerguide.importing.plan import (
    ARTICLE,
    DATA,
    FACT,
    LEFT_OUT,
    MYTH,
    NOTE,
    QUESTION,
    TAKEAWAYS,
    TEXT,
    TITLE,
    roles_of,
)
from careerguide.importing.recognition.signs import ASKED, NUMBERED
from careerguide.importing.refusals import Refused
from careerguide.importing.tables.lines import split_lines
from careerguide.importing.tree import HEADING, PARAGRAPH
from careerguide.importing.tree import TABLE as TABLE_BLOCK

NEW = "new:"
IN_TEXT = (TEXT, TAKEAWAYS, MYTH, FACT, NOTE)


def place(opened, block, role="", item="", title="", following=""):
    """Place a block in an item, or in a new one of a kind: “new:question”.

    With `following` what stands below it goes along, up to the next heading or title.
    """
    found = opened.block(block)
    followers = _following(opened, block) if following else []
    if item.startswith(NEW):
        item = _new_item(opened, item.removeprefix(NEW), title)
    values = _values(opened, found, role, item)
    opened.plan = opened.plan.changed(block, role, item, **values)
    if role == TITLE:
        opened.plan = opened.plan.with_values(item, written="")
    if followers:
        text = LEFT_OUT
        if role != LEFT_OUT:
            text = TEXT if TEXT in roles_of(opened.plan.item(item).kind) else NOTE
        for other in followers:
            opened.plan = opened.plan.changed(other, text, item)


def _new_item(opened, kind, title):
    if kind not in models_by_kind() or kind == "career":
        raise Refused(_("There is no such kind of content."))
    opened.plan = opened.plan.with_item(kind, title.strip()[:200])
    return opened.plan.items[-1].key


def _following(opened, block):
    """The texts after a block in its item, before the next heading or title."""
    placements = opened.plan.placements
    at = next(n for n, p in enumerate(placements) if p.block == block)
    item = placements[at].item
    found = []
    for placement in placements[at + 1 :]:
        if placement.item != item or placement.role in (TITLE, DATA):
            break
        if opened.blocks[placement.block].kind == HEADING:
            break
        found.append(placement.block)
    return found


def _sign(block, kind):
    """The match of what stands before a title and is none of it: “3.” or “Q:”."""
    asked = kind == QUESTION and ASKED.match(block.line)
    return asked or NUMBERED.match(block.line)


def _values(opened, block, role, item):
    """What a placement says besides: cells of lines, the article of a table."""
    old = opened.plan.placement_of[block.id]
    if role == LEFT_OUT:
        return {}
    if role not in roles_of(opened.plan.item(item).kind):
        raise Refused(_("This cannot stand there."))
    if role == TITLE and (sign := _sign(block, opened.plan.item(item).kind)):
        return {"prefix": sign[0]}
    if role != DATA:
        prefix = old.prefix if old.role in IN_TEXT else ""
        kept = {"level": old.level, "lines": old.lines} if role == TEXT else {}
        return kept | {"prefix": prefix}
    taken = any(p.role == DATA and p.block != block.id for p in opened.plan.of(item))
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
    return {"lines": lines, "choices": old.choices, "shown_in": _article(opened, old)}


def _article(opened, placement):
    """The article that a block stands in, or the one of the text before it."""
    if placement.shown_in:
        return placement.shown_in
    kinds = {item.key: item.kind for item in opened.plan.items}
    found = ""
    for other in opened.plan.placements:
        if kinds.get(other.item) == ARTICLE:
            found = other.item
        if other.block == placement.block and found:
            return found
    return next((i.key for i in opened.plan.items if i.kind == ARTICLE), "")


def split(opened, block, at="0"):
    _edit(opened, editing.split, opened.block(block).id, number_of(at))


def join(opened, block):
    """Merge a block with the one before it in the document."""
    blocks = opened.document.blocks
    at = blocks.index(opened.block(block))
    if not at:
        raise Refused(_("Nothing stands before it."))
    _edit(opened, editing.join, blocks[at - 1].id)


def _edit(opened, function, *arguments):
    try:
        document, opened.plan = function(opened.document, opened.plan, *arguments)
    except ValueError:
        sentence = _("These parts of the document cannot be parted or merged so.")
        raise Refused(sentence) from None
    opened.set_document(document)


def number_of(text):
    text = str(text)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
