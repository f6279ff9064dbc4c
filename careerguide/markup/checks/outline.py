"""Parse a text as cmark does, with its source lines, for checks of the text.

Not for readers: nothing here is sanitised, and nothing of it is shown as HTML.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from html import unescape

from careerguide.markup.limits import Amounts
from careerguide.markup.rules import PHRASING_TAGS, VOID_TAGS
from careerguide.markup.sanitise import to_raw_html
from careerguide.markup.tables import ESCAPED
from careerguide.markup.tidy import RAW, comment_end

CODE = "\ufffc"  # stands for a span of code
CODE_TAGS = frozenset({"code", "kbd", "samp"})  # what is typed, and what a program says
TAG = "\0"  # stands for the start or end of emphasis, a link or the like

_ATTRIBUTE = re.compile(
    r"""([a-zA-Z_:][\w.:-]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?"""
)
_LINES = re.compile(r'data-sourcepos="(\d{1,7}):(\d{1,7})-(\d{1,7}):')
NEAR = 10_000  # characters in which HTML of the editor's own is looked for


@dataclass
class Block:
    """The text of a paragraph, an item, a heading or a cell, from its first line on."""

    line: int
    name: str  # of the element it stands in
    parent: str  # of that; "" at the outer level
    is_first: bool  # of what that element stands in
    is_html: bool  # whether that element is the editor's own, where marks are text
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self):
        """The text of the block, with `CODE` and `TAG` for what is not words."""
        return "".join(self.pieces)

    def lines(self, text=None):
        """A function from a place in its text, or in `text`, to the line of it."""
        ends = [m.start() for m in re.finditer("\n", text or self.text)]
        return lambda place: self.line + bisect_left(ends, place)


@dataclass
class Link:
    line: int
    address: str
    is_picture: bool
    text: str = ""


@dataclass
class Row:
    """A row of a table, and how many of its cells readers see; line 0: of HTML."""

    line: int
    cells: int = 0


@dataclass
class Items:
    """A list with numbers: the first that readers see, and where each item begins."""

    first: int
    places: list[tuple[int, int]] = field(default_factory=list)  # line and column


@dataclass
class Tag:
    """A tag, and the line where it stands or, of what cmark wrote, may stand."""

    line: int
    written: str
    name: str
    is_closing: bool
    is_ours: bool  # whether cmark wrote it, as far as it can be told


@dataclass
class _Element:
    name: str
    end: int  # its last line; 0 if that is not known, as of the editor's own HTML
    is_filled: bool = False


class Outline:
    """The parts of a text, in order; pictures are among `links`.

    `code` has the first and last lines of each block of code.
    """

    def __init__(self, text: str):
        self.blocks, self.links, self.rows = [], [], []
        self.lists, self.tags, self.code = [], [], []
        self._open_lists = []
        self._source, self._found = text, 0
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self._stack, self._open_links, self._block, self._line = [], [], None, 1
        self._code, self._pre, self._is_filled = False, 0, False
        self._in_call = False  # of a note, whose number is no word of the text
        # What is escaped is no line of its own.
        html, at = to_raw_html(text, positions=True).replace(ESCAPED, TAG), 0
        amounts = Amounts()
        last = max(html.rfind("-->"), html.rfind("--!>"))  # that ends a comment
        while at < len(html):
            is_comment = at < last and html.startswith("<!--", at)
            if is_comment and (end := comment_end(html, at)) > 0:
                self._line += html.count("\n", at, end)
                at = end
                continue
            token = RAW.match(html, at)
            at = token.end()
            if name := (token[2] or "").lower():
                if not token[1] and amounts.is_full(name):
                    self.tags = []
                    return  # a form refuses so much
                is_ours = "data-sourcepos" in token[0] or "footnote" in token[0]
                tag = Tag(self._line, token[0], name, bool(token[1]), is_ours)
                self.tags.append(tag)
                self._tag(name, bool(token[1]), token[3] or "")
            else:
                self._text(token[0])

    def _tag(self, name, is_closing, attributes):
        if name == "img":
            self._picture(attributes)
        elif name in PHRASING_TAGS or name == "input":
            self._inline(name, is_closing, attributes)
        elif is_closing:
            self._close(name)
        else:
            self._open(name, attributes)

    def _open(self, name, attributes):
        self._block, end = None, 0
        if found := _LINES.search(attributes):
            self._line, end = int(found[1]), int(found[3])
        self._note(name, attributes, end, int(found[2]) if found else 0)
        if name == "tr":
            self.rows.append(Row(self._line if found else 0))
        elif name in ("td", "th") and self.rows:
            self.rows[-1].cells += 1
        self._pre += name == "pre"
        if name not in VOID_TAGS:
            self._stack.append(_Element(name, end))

    def _note(self, name, attributes, end, column):
        """Keep where code and the items of lists are; column 0: of HTML."""
        if name in ("ol", "ul"):
            start = _value(attributes, "start") if column else ""
            self._open_lists.append(Items(int(start or 1)))
            if name == "ol" and column:
                self.lists.append(self._open_lists[-1])
        elif column and name == "pre":
            self.code.append((self._line, end))
        elif column and name == "li" and self._open_lists:
            self._open_lists[-1].places.append((self._line, column))

    def _close(self, name):
        if name in ("ol", "ul") and self._open_lists:
            self._open_lists.pop()
        self._block, self._code = None, False
        while self._stack:
            element = self._stack.pop()
            self._pre -= element.name == "pre"
            self._line = max(self._line, element.end)
            if element.name == name:
                break
        self._fill()

    def _fill(self):
        """What comes next is not the first in what is open."""
        if self._stack:
            self._stack[-1].is_filled = True

    def _inline(self, name, is_closing, attributes):
        if name in CODE_TAGS:
            self._code = not is_closing
            if self._code and not self._pre:
                self._add(CODE)
                if self._open_links:
                    self._open_links[-1].text += CODE
            return
        if name == "br":
            return
        self._add(TAG)
        if name == "a":
            self._in_call = not is_closing and "data-footnote-" in attributes
        if name == "a" and is_closing:
            if self._open_links:
                self._open_links.pop()
        elif name == "a":
            href = _value(attributes, "href")
            link = Link(self._near(href), href or "", is_picture=False)
            self._open_links.append(link)
            if href is not None and "data-footnote-" not in attributes:
                self.links.append(link)

    def _picture(self, attributes):
        self._add(TAG)
        alt = _value(attributes, "alt") or ""
        source = _value(attributes, "src") or ""
        if self._open_links:
            self._open_links[-1].text += alt
        self.links.append(Link(self._near(source), source, is_picture=True, text=alt))

    def _text(self, text):
        if self._in_call:
            return
        if self._pre or self._code or text == "\n":
            if self._block and text == "\n" and not self._code:
                self._add(text)
            self._line += text.count("\n")
            return
        if self._block is None:
            begun = text.lstrip("\n")
            self._line += len(text) - len(begun)
            text = begun
        self._add(unescape(text))
        self._line += text.count("\n")
        if self._open_links:
            self._open_links[-1].text += unescape(text[:200])

    def _add(self, text):
        if self._block is None:
            if not text.strip():
                return
            inside = self._stack[-1] if self._stack else None
            around = self._stack[-2] if len(self._stack) > 1 else None
            self._line = self._near(text)
            self._block = Block(
                self._line,
                inside.name if inside else "",
                around.name if around else "",
                not (around and around.is_filled),
                not (inside and inside.end),
            )
            self._fill()
            self.blocks.append(self._block)
        self._block.pieces.append(text)

    def _near(self, text):
        """The line of what stands in the editor's own HTML, which tells none."""
        known = any(element.end for element in self._stack[-3:])
        words = (text or "").strip().split("\n")[0][:40]
        if known or not words or words in (CODE, TAG):
            return self._line
        first = self._starts[min(self._line, len(self._starts)) - 1]
        for start in dict.fromkeys((max(first, self._found), first)):
            at = self._source.find(words, start, start + NEAR)
            if at >= 0:
                self._found = at + len(words)
                return bisect_right(self._starts, at)
        return self._line


def _value(attributes, name):
    for found in _ATTRIBUTE.finditer(attributes):
        if found[1].lower() == name:
            return unescape(found[2] or found[3] or found[4] or "")
    return None
