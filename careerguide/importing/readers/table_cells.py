"""Read a table of HTML: as a table, or as the blocks it only arranges on the page."""

import re
from dataclasses import replace

from ..tree import CAPTION, HEADING, PARAGRAPH, TABLE, Block, Cell, Span, walk
from .element import Element
from .spans import joined

MOST_SPAN = 30
# In a style, or in the name of a class, as ours and those of others are.
ALIGN = re.compile(r"(?:text-align:\s*|\balign-|\btext-)(left|center|right)\b")


def table_or_blocks(element, blocks_of):
    """Return the blocks of a `table` element.

    One that holds tables or headings, or one cell alone, arranges a page: its cells are
    blocks one after the other. A caption stands before the table.
    """
    rows, others = _rows(element)
    before = [block for other in others for block in _beside(other, blocks_of)]
    cells = [[(cell, blocks_of(cell)) for cell in row] for row in rows]
    inside = [block for row in cells for _cell, blocks in row for block in blocks]
    arranges = sum(map(len, rows)) == 1 or any(
        block.kind in (TABLE, HEADING) for block in walk(inside)
    )
    if arranges:
        return [*before, *inside]
    made = tuple(tuple(_cell(cell, blocks) for cell, blocks in row) for row in cells)
    return [*before, Block(TABLE, rows=made)] if inside else before


def _beside(element, blocks_of):
    """The blocks of what is no row; a caption of one line is known as one."""
    blocks = blocks_of(element)
    if element.name == "caption" and [b.kind for b in blocks] == [PARAGRAPH]:
        return [replace(blocks[0], label=CAPTION)]
    return blocks


def _rows(element):
    """(rows of cells, what else stands in the table): a caption, or a loose cell."""
    rows, others = [], []
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                others.append(Element("p", {}, [child]))
        elif child.name in ("thead", "tbody", "tfoot"):
            inner, rest = _rows(child)
            rows += inner
            others += rest
        elif child.name == "tr":
            cells = [c for c in child.children if isinstance(c, Element)]
            rows.append([c for c in cells if c.name in ("td", "th")])
            others += [c for c in cells if c.name not in ("td", "th")]
        else:
            others.append(child)
    return [row for row in rows if row], others


def _cell(element, blocks):
    spans = []
    for block in walk(blocks):
        if block.text:
            block = Block(PARAGRAPH, (Span(block.text, ("code",)),))
        if block.spans:
            spans += [Span(end="hard")] * bool(spans) + list(block.spans)
    return Cell(
        joined(spans),
        element.name == "th",
        _span(element.get("colspan")),
        _span(element.get("rowspan")),
        _align(element),
    )


def _align(element):
    """Return how a cell is aligned: numbers are, in a table of ours, to the right."""
    classes = element.get("class")
    words = f"align-{element.get('align')} {element.get('style')} {classes}"
    found = ALIGN.search(words.lower())
    return found[1] if found else "right" if "number" in classes.split() else ""


def _span(text):
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1
    return min(max(number, 1), MOST_SPAN)
