"""Read a text file or a paste by the signs that people use: dots, dashes, stars.

A short line between empty ones is a heading, unless a sentence ends there.
  • lines with such signs, or 1. and 1), are lists, by their indent one in another
**strong**, *emphasis*, _emphasis_, `code`
"""

import re
from dataclasses import dataclass, field

from ..headings import is_heading
from ..tree import (
    HEADING,
    ITEM,
    LIST,
    PARAGRAPH,
    QUOTE,
    Block,
    Document,
    numbered,
)
from .asked import is_question
from .pairs import PAIRS
from .text_marks import spans_of

# The last are of fonts of signs, as they come out of Word and of PDF.
DOTS = "•·▪▫◦‣⁃∙●○■□◆◇►▶▸▹➢➤➔→⇒✓✔✗✘☐☑★☆»›\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
BULLET = re.compile(rf"([ \t]*)(?:[{DOTS}–—*+-]|--|o(?=[ \t]{{2}}|\t))[ \t]+(?=\S)")
NUMBER = re.compile(r"([ \t]*)\(?(\d{1,3})[.)][ \t]+(?=\S)")
HASHES = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(.*?)[ \t#]*")
RULE = re.compile(r"[ \t]*([-=_*~])(?:[ \t]*\1){2,}[ \t]*")
QUOTED = re.compile(r"[ \t]{0,3}> ?")
UNMARKED = 2  # the level of a heading that only looks like one


@dataclass
class _Item:
    """An item of a list, with the lines that follow it."""

    indent: int
    ordered: bool
    start: int
    number: int
    lines: list = field(default_factory=list)


def read_text(text):
    """Return the `Document` of a text."""
    blocks = []
    for number, chunk in _chunks(text):
        blocks += _blocks(number, chunk)
    return Document("text", numbered(blocks))


def _chunks(text):
    """Yield the lines that stand together, with the number of the first."""
    chunk, first = [], 0
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip() and not RULE.fullmatch(line):
            first = first if chunk else number
            chunk.append(line.rstrip())
        elif chunk:
            yield first, chunk
            chunk = []


def _blocks(number, lines):
    """Yield the blocks of lines that stand together: its lists, and what is between."""
    if all(QUOTED.match(line) for line in lines):
        inner = [QUOTED.sub("", line, count=1) for line in lines]
        yield Block(QUOTE, blocks=tuple(_blocks(number, inner)), place=number)
        return
    if _is_numbered_title(lines):
        yield Block(PARAGRAPH, spans_of(lines[0].strip()), place=number)
        return
    plain, items = [], []
    for place, line in enumerate(lines, number):
        at = place - number + 1
        after = lines[at] if at < len(lines) else ""
        if _is_numbered_question(line, after):
            is_above = [n for n, _line in plain] == [number]
            yield from (*_paragraph(plain, alone=is_above), *_lists(items))
            plain, items = [], []
            yield Block(PARAGRAPH, spans_of(line), place=place)
        elif item := _item(place, line):
            yield from _paragraph(plain)
            plain = []
            items.append(item)
        elif items and line[:1] in " \t":
            items[-1].lines.append(line.strip())
        elif found := HASHES.fullmatch(line):
            yield from (*_paragraph(plain), *_lists(items))
            plain, items = [], []
            level, words = len(found[1]), spans_of(found[2])
            yield Block(HEADING, words, level=level, place=place)
        else:
            yield from _lists(items)
            items = []
            plain.append((place, line))
    yield from (*_paragraph(plain, alone=len(lines) == 1), *_lists(items))


def _is_numbered_title(lines):
    """Whether a line alone is “3. Where they work”, and no list of one."""
    return (
        len(lines) == 1
        and bool(NUMBER.match(lines[0]))
        and lines[0][0] not in " \t"
        and not lines[0].endswith((".", "!", ";"))
    )


def _is_numbered_question(line, after):
    """Whether a line is “2. Is it hard?” above its answer, and no item of a list."""
    is_asked = line.endswith("?") and line[0] not in " \t" and bool(NUMBER.match(line))
    return is_asked and after[:1].strip() != "" and not _item(0, after)


def _item(place, line):
    if found := BULLET.match(line):
        return _Item(_width(found[1]), False, 1, place, [line[found.end() :]])
    if found := NUMBER.match(line):
        start = int(found[2])
        return _Item(_width(found[1]), True, start, place, [line[found.end() :]])
    return None


def _width(indent):
    return len(indent.expandtabs(4))


def _lists(items):
    """Yield lists of items; one that is indented by two more is within the last."""
    while items:
        first = items[0]
        same = [
            n
            for n, item in enumerate(items)
            if item.indent < first.indent + 2 and item.ordered == first.ordered
        ]
        end = len(items)
        for n, item in enumerate(items):
            if item.indent < first.indent + 2 and item.ordered != first.ordered:
                end = n
                break
        starts = [n for n in same if n < end]
        made = []
        for n, after in zip(starts, [*starts[1:], end], strict=True):
            words = spans_of(" ".join(items[n].lines))
            own = Block(PARAGRAPH, words, place=items[n].number)
            inner = tuple(_lists(items[n + 1 : after]))
            made.append(Block(ITEM, blocks=(own, *inner), place=items[n].number))
        yield Block(
            LIST,
            blocks=tuple(made),
            ordered=first.ordered,
            start=first.start,
            place=first.number,
        )
        items = items[end:]


def _paragraph(numbered_lines, alone=False):
    """Yield the paragraph of lines without signs, or the heading of one `alone`."""
    if not numbered_lines:
        return
    place = numbered_lines[0][0]
    lines = [line for _number, line in numbered_lines]
    if alone and is_heading(lines[0]):
        yield Block(HEADING, spans_of(lines[0].strip()), level=UNMARKED, place=place)
        return
    if len(lines) > 1 and _is_above(*lines):
        yield Block(HEADING, spans_of(lines[0].strip()), level=UNMARKED, place=place)
        place, lines = place + 1, lines[1:]
    spans = spans_of("\n".join(line.strip() for line in lines))
    yield Block(PARAGRAPH, spans, place=place)


def _is_above(line, *below):
    """Whether a heading stands right above questions, as “FAQ”, or lines of cells."""
    asks = is_question(below[0]) or PAIRS[0][0].match(below[0])
    has_cells = len(below) > 1 and all("\t" in one.strip() for one in below)
    return is_heading(line) and bool(asks or has_cells)
