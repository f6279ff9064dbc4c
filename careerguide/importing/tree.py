"""Define what every document is read as: a small tree of blocks, storable as JSON.

A block holds spans of text, or other blocks, or the rows of a table. `role` is why the
reader thinks that it belongs to the page around the text, such as "navigation". Nothing
is left out of the tree for it: whoever reads the plan can take it back.
"""

from dataclasses import dataclass, field, fields, replace
from functools import cached_property

HEADING, PARAGRAPH, LIST, ITEM, QUOTE = "heading", "paragraph", "list", "item", "quote"
TABLE, CODE, NOTE, RULE = "table", "code", "note", "rule"
KINDS = (HEADING, PARAGRAPH, LIST, ITEM, QUOTE, TABLE, CODE, NOTE, RULE)
CONTENTS = "table of contents"  # the role of what lists the headings
CAPTION = "caption"  # the label of a paragraph that names the table below it
# In the order in which they are written around a text.
MARKS = ("strong", "em", "del", "sub", "sup", "code")
TITLE = 0  # the level of a heading in the style of a document's title


def changed(value, **values):
    """Return a copy as `replace` does, in a fifth of its time: nothing is checked."""
    copy = object.__new__(type(value))
    made = vars(copy)
    made.update(vars(value), **values)
    if "spans" in values:
        made.pop("line", None)
    return copy


@dataclass(frozen=True)
class Span:
    """Text with its marks; or a picture, the number of a note, a line's end.

    `picture` counts from 1 in `Document.pictures`; its `text` is its description.
    `end` is "soft" where a line of a text file ended, "hard" where it has to.
    `reference` is the notation of what shows in place of the text, such as a number.
    """

    text: str = ""
    marks: tuple = ()
    href: str = ""
    picture: int = 0
    note: str = ""
    end: str = ""
    reference: str = ""

    def with_text(self, text):
        """Return the span with another text."""
        return changed(self, text=text)

    def is_like(self, other):
        """Return whether two spans differ in their texts alone."""
        return (
            self.marks == other.marks
            and self.href == other.href
            and self.picture == other.picture
            and self.note == other.note
            and self.end == other.end
            and self.reference == other.reference
        )


@dataclass(frozen=True)
class Cell:
    """A cell of a table, which may span others."""

    spans: tuple = ()
    header: bool = False
    columns: int = 1
    rows: int = 1
    align: str = ""  # left, center or right, where it is told

    @property
    def text(self):
        return text_of(self.spans)


@dataclass(frozen=True)
class Block:
    """`place` says where it came from: a line, or the number of a paragraph."""

    kind: str
    spans: tuple = ()
    blocks: tuple = ()
    rows: tuple = ()
    level: int = 0
    ordered: bool = False
    start: int = 1
    text: str = ""  # of code
    label: str = ""  # of a note; the language of code; `CAPTION`
    place: int = 0
    role: str = ""
    id: str = ""

    @cached_property
    def line(self):
        """The text of a heading or paragraph, for which each step asks."""
        return text_of(self.spans)


@dataclass(frozen=True)
class Picture:
    """`data` is empty where a document names an address, which is never fetched."""

    kind: str = ""
    data: bytes = field(default=b"", repr=False)
    address: str = ""
    text: str = ""
    stored: int = 0  # bytes that are stored elsewhere, of a document from JSON

    @property
    def size(self):
        return len(self.data) or self.stored


@dataclass(frozen=True)
class Document:
    """A document as it was read, whatever kind of file it was."""

    kind: str
    blocks: tuple = ()
    pictures: tuple = ()
    messages: tuple = ()

    def to_json(self):
        """Return all but the bytes of pictures."""
        pictures = [
            {"kind": p.kind, "address": p.address, "text": p.text, "size": p.size}
            for p in self.pictures
        ]
        return {
            "kind": self.kind,
            "blocks": [_to_json(block) for block in self.blocks],
            "pictures": pictures,
            "messages": list(self.messages),
        }

    def with_message(self, sentence):
        return replace(self, messages=(*self.messages, sentence))

    @classmethod
    def from_json(cls, data, pictures=()):
        """Return a document that was stored; `pictures` are the bytes of each."""
        stored = data["pictures"]
        named = zip(stored, [*pictures] or [b""] * len(stored), strict=True)
        return cls(
            data["kind"],
            tuple(map(_block, data["blocks"])),
            tuple(
                Picture(p["kind"], b, p["address"], p["text"], p["size"])
                for p, b in named
            ),
            tuple(data["messages"]),
        )


def text_of(spans):
    """Return the text that spans show, without descriptions of pictures."""
    texts = [
        "\n" if span.end else "" if span.picture or span.note else span.text
        for span in spans
    ]
    return texts[0] if len(texts) == 1 else "".join(texts)


def without_start(spans, length):
    """Return spans without the first characters of the text they show."""
    out = []
    for span in spans:
        if length and not (span.end or span.picture or span.note):
            taken = min(length, len(span.text))
            span, length = span.with_text(span.text[taken:]), length - taken
            if not span.text:
                continue
        out.append(span)
    return tuple(out)


def walk(blocks):
    """Yield each block, and after it those within it."""
    stack = list(reversed(blocks))
    while stack:
        block = stack.pop()
        yield block
        stack += reversed(block.blocks)


def spans_in(block):
    """Yield the spans of a block, of its cells and of the blocks within it."""
    if not (block.blocks or block.rows):
        yield from block.spans
        return
    for part in walk((block,)):
        yield from part.spans
        for row in part.rows:
            for cell in row:
                yield from cell.spans


def pictures_in(block):
    """Return the numbers of the pictures in a block."""
    return [span.picture for span in spans_in(block) if span.picture]


def numbered(blocks, start=1):
    """Return the blocks with ids, in their order: b1, b2, ..."""
    counter = iter(range(start, 10**9))

    def with_id(block):
        name = f"b{next(counter)}"
        return changed(block, id=name, blocks=tuple(map(with_id, block.blocks)))

    return tuple(map(with_id, blocks))


DEFAULTS = {
    kind: {one.name: one.default for one in fields(kind)}
    for kind in (Span, Cell, Block)
}


def _to_json(value):
    """Fields that are at their default are left out."""
    made = vars(value)
    data = {
        name: made[name]
        for name, default in DEFAULTS[type(value)].items()
        if made[name] != default
    }
    if "spans" in data:
        data["spans"] = [*map(_span_to_json, value.spans)]
    if "blocks" in data:
        data["blocks"] = [*map(_to_json, value.blocks)]
    if "rows" in data and type(value) is Block:
        data["rows"] = [[*map(_to_json, row)] for row in value.rows]
    return data


def _span_to_json(span):
    """As of the others, whose defaults are not all empty."""
    data = {name: content for name, content in vars(span).items() if content}
    if "marks" in data:
        data["marks"] = [*span.marks]
    return data


def _from_json(kind, data):
    """Fields that are not there are at their default."""
    made = object.__new__(kind)
    object.__setattr__(made, "__dict__", DEFAULTS[kind] | data)
    return made


def _block(data):
    made = {}
    if "spans" in data:
        made["spans"] = tuple(map(_span, data["spans"]))
    if "blocks" in data:
        made["blocks"] = tuple(map(_block, data["blocks"]))
    if "rows" in data:
        made["rows"] = tuple(tuple(map(_cell, row)) for row in data["rows"])
    return _from_json(Block, data | made)


def _cell(data):
    spans = tuple(map(_span, data.get("spans", ())))
    return _from_json(Cell, data | {"spans": spans})


def _span(data):
    if "marks" in data:
        data = data | {"marks": tuple(data["marks"])}
    return _from_json(Span, data)
