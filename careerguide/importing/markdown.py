"""Write blocks as Markdown that shows the same words in the same structure."""

from collections.abc import Callable

from .inline import cell_text, code_fence, inline
from .tree import (
    CODE,
    HEADING,
    ITEM,
    LIST,
    NOTE,
    PARAGRAPH,
    QUOTE,
    RULE,
    TABLE,
    Span,
)

DEEPEST = 6
RULES = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}


def to_markdown(blocks, picture: Callable[[Span], str] | None = None, shift=0):
    """Return the Markdown of blocks.

    `picture` returns the address of a span's picture, or "" to leave its description.
    `shift` is added to the level of headings.
    """
    writer = _Writer(picture or (lambda span: f"picture-{span.picture}"), shift)
    text = "\n\n".join(filter(None, writer.parts(blocks)))
    return f"{text}\n" if text else ""


class _Writer:
    def __init__(self, picture, shift):
        self.picture, self.shift = picture, shift

    def parts(self, blocks):
        """Yield each block; lists beside one another have signs of their own."""
        before = None
        for block in blocks:
            is_second = bool(
                before
                and before.kind == block.kind == LIST
                and before.ordered == block.ordered
            )
            self.other = is_second and not getattr(self, "other", False)
            yield self.block(block, self.other)
            before = block

    def block(self, block, other=False):
        if block.kind == HEADING:
            level = min(max(block.level + self.shift, 1), DEEPEST)
            words = inline(block.spans, self.picture, one_line=True)
            if words.endswith("#"):  # a row of them would close the heading
                words = f"{words[:-1]}\\#"
            return f"{'#' * level} {words}" if words else ""
        if block.kind == PARAGRAPH:
            return inline(block.spans, self.picture)
        if block.kind == LIST:
            return self._list(block, other)
        if block.kind == ITEM:
            return self._inner(block.blocks)
        if block.kind == QUOTE:
            return _prefixed(self._inner(block.blocks), "> ", ">")
        if block.kind == CODE:
            fence = code_fence(block.text)
            return f"{fence}{block.label}\n{block.text}\n{fence}"
        if block.kind == NOTE:
            inner = self._inner(block.blocks)
            return f"[^{block.label}]: {_indented(inner, 4)}"
        if block.kind == TABLE:
            return self._table(block)
        return "***" if block.kind == RULE else ""

    def _inner(self, blocks):
        outer = getattr(self, "other", False)
        self.other = False
        text = "\n\n".join(filter(None, self.parts(blocks)))
        self.other = outer
        return text

    def _list(self, block, other):
        lines = []
        is_loose = any(
            sum(inner.kind != LIST for inner in item.blocks) > 1
            for item in block.blocks
        )
        for number, item in enumerate(block.blocks, block.start):
            sign = f"{number}{')' if other else '.'}" if block.ordered else "-*"[other]
            text = self._inner(item.blocks)
            if not is_loose:
                text = self._tight(item)
            lines.append(f"{sign} {_indented(text, len(sign) + 1)}".rstrip())
        return ("\n\n" if is_loose else "\n").join(lines)

    def _tight(self, item):
        """An item of one paragraph and lists, which follow it on the next line."""
        outer = getattr(self, "other", False)
        self.other = False
        text = "\n".join(filter(None, self.parts(item.blocks)))
        self.other = outer
        return text

    def _table(self, block):
        """A table of as many columns as its longest row; its first row is its head."""
        rows = [
            [text for cell in row for text in self._cell(cell)] for row in block.rows
        ]
        width = max(map(len, rows), default=0)
        rows = [row + [""] * (width - len(row)) for row in rows]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        rules = [RULES[align] for align in _aligned(block.rows, width)]
        lines.insert(1, f"| {' | '.join(rules)} |")
        return "\n".join(lines)

    def _cell(self, cell):
        """The text of a cell, and empty ones where it spans several columns."""
        return [cell_text(cell.spans, self.picture), *[""] * (cell.columns - 1)]


def _aligned(rows, width):
    """How each of the columns is aligned: as all its cells below the head are."""
    found = [set() for _ in range(width)]
    for row in rows[1:]:
        place = 0
        for cell in row:
            if cell.spans:
                found[place].add(cell.align if cell.columns == 1 else "")
            place += cell.columns
    return [aligns.pop() if len(aligns) == 1 else "" for aligns in found]


def _prefixed(text, prefix, empty):
    return "\n".join(prefix + line if line else empty for line in text.split("\n"))


def _indented(text, width):
    first, *rest = text.split("\n")
    return "\n".join([first, *(" " * width + line if line else "" for line in rest)])
