"""Make blocks of elements: of a saved page, or what others make of documents."""

import re

from ..tree import (
    CODE,
    CONTENTS,
    HEADING,
    ITEM,
    LIST,
    NOTE,
    PARAGRAPH,
    QUOTE,
    RULE,
    TITLE,
    Block,
    Document,
    Span,
    changed,
    numbered,
)
from .clutter import clutter
from .code_text import code_of
from .element import INLINE, Element
from .pictures import Pictures
from .spans import joined, marked
from .table_cells import table_or_blocks
from .word_styles import OF_CONTENTS

DRAWN = "words in a drawing"
CONTAINERS = frozenset({"li", "dd", "dt", "caption", "figcaption", "summary", "legend"})
NOTE_ID = re.compile(r"#?(fn-|fn:|footnote-|endnote-|ftnt|_ftn|_edn)(?!ref)(.+)")
ENDNOTES = {"endnote-", "_edn"}  # which count from 1 beside the footnotes
EMPTY = Span()
WAY_BACK = re.compile(r"#(?:fnref|footnote-ref|endnote-ref|ftnt_ref|_ftnref|_ednref)")


def document_of(root, kind, drawn=()):
    """Return the `Document` of elements, and of the texts that were in drawings."""
    pictures = Pictures()
    words = root.size if kind == "html" else 0
    blocks = Builder(pictures, words).blocks_of(root)
    blocks += tuple(Block(PARAGRAPH, (Span(text),), role=DRAWN) for text in drawn)
    blocks = numbered(blocks)
    return Document(kind, blocks, pictures.found(), tuple(pictures.messages))


class Builder:
    """Turns elements into blocks; text between them is a paragraph.

    `words` is how many a page has, 0 where nothing around the text is looked for.
    """

    def __init__(self, pictures, words=0, places=None):
        self.pictures, self.words = pictures, words
        self.places = [0] if places is None else places
        self.out, self.spans = [], []
        self.beside = []  # what is left out within a paragraph, until its end

    def blocks_of(self, element, marks=(), href=""):
        """Return the blocks of an element's children, apart from what is collected."""
        inner = Builder(self.pictures, self.words, self.places)
        inner._children(element, marks, href)
        inner._end_paragraph()
        return tuple(inner.out)

    def _children(self, element, marks, href):
        for child in element.children:
            if isinstance(child, str):
                span = changed(EMPTY, text=child, marks=marks, href=href)
                self.spans.append(span)
            else:
                self._element(child, marks, href)

    def _element(self, element, marks, href):
        name = element.name
        if self.words and (reason := clutter(element, self.words)):
            if name not in INLINE:
                self._end_paragraph()
            around = Builder(self.pictures, 0, self.places)
            left_out = around.blocks_of(element)
            self.beside += [changed(block, role=reason) for block in left_out]
            if name not in INLINE:
                self._end_paragraph()
        elif name == "br":
            self.spans.append(Span(end="hard"))
        elif name == "img":
            self.spans.append(self.pictures.span(element))
        elif name == "a":
            self._link(element, marks, href)
        elif name in METHODS:
            self._end_paragraph()
            getattr(self, METHODS[name])(element, marks, href)
        elif name in BLOCKS:
            self._end_paragraph()
            self._children(element, marks, href)
            self._end_paragraph(element)
        else:
            inner = marked(element, marks)
            quotes = name == "q"
            if quotes:
                self.spans.append(Span("“", inner, href))
            self._children(element, inner, href)
            if quotes:
                self.spans.append(Span("”", inner, href))

    def _link(self, element, marks, href):
        address = element.get("href")
        if WAY_BACK.match(address):
            return
        if address.startswith("#") and (label := _label(address)):
            self.spans.append(Span(note=label))
            return
        self._children(element, marks, address or href)

    def _heading(self, element, marks, href):
        level = int(element.name[1])
        if "document-title" in element.get("class"):
            level = TITLE
        spans, rest = [], []
        for block in self.blocks_of(element, marks, href):
            if block.spans and block.kind in (PARAGRAPH, HEADING):
                spans += [Span(" ")] * bool(spans) + list(block.spans)
            else:
                rest.append(block)
        if spans:
            self._add(Block(HEADING, joined(spans), level=level), element)
        self.out += rest

    def _list(self, element, marks, href):
        items, notes = [], []
        for child in element.children:
            if isinstance(child, str):
                child = Element("li", {}, [child])
            holder = child if child.name == "li" else Element("li", {}, [child])
            blocks = self.blocks_of(holder, marks, href)
            if label := _label(holder.get("id")):
                notes.append(Block(NOTE, blocks=blocks, label=label))
            elif child.name in ("ul", "ol", "menu") and items:
                # A list beside items, as careless programs write it, is of the last.
                last = items.pop()
                items.append(Block(ITEM, blocks=last.blocks + blocks))
            elif blocks:
                items.append(Block(ITEM, blocks=blocks))
        if items:
            ordered = element.name == "ol"
            start = element.get("start")
            start = int(start) if start.isdecimal() and len(start) < 9 else 1
            made = Block(LIST, blocks=tuple(items), ordered=ordered, start=start)
            self._add(made, element)
        self.out += notes

    def _quote(self, element, marks, href):
        if blocks := self.blocks_of(element, marks, href):
            self._add(Block(QUOTE, blocks=blocks), element)

    def _code(self, element, marks, href):
        text, language = code_of(element)
        if text.strip():
            self._add(Block(CODE, text=text, label=language), element)

    def _table(self, element, marks, href):
        made = table_or_blocks(element, lambda cell: self.blocks_of(cell, marks, href))
        for block in made:
            self._add(block, element)

    def _rule(self, element, marks, href):
        self._add(Block(RULE), element)

    def _notes(self, element, marks, href):
        """A loose item: of a note, or of a list that was not opened."""
        self._list(Element("ul", {}, [element]), marks, href)

    def _end_paragraph(self, element=None):
        if self.spans:
            spans, self.spans = joined(self.spans), []
            if spans:
                self._add(Block(PARAGRAPH, spans), element)
        if self.beside:
            self.out += self.beside
            self.beside = []

    def _add(self, block, element):
        self.places[0] += 1
        position = element.get("data-sourcepos") if element else ""
        line = position.partition(":")[0]
        place = int(line) if line.isdecimal() else self.places[0]
        if element and element.get("class") == OF_CONTENTS:
            block = changed(block, role=CONTENTS)
        self.out.append(block if block.place else changed(block, place=place))


def _label(name):
    """The label of a note by its id, or by a link to it; "" where it is of none."""
    found = NOTE_ID.fullmatch(name)
    if not found:
        return ""
    prefix = "end-" if found[1] in ENDNOTES else ""
    return prefix + re.sub(r"[^\w-]", "-", found[2])[:60]


METHODS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "_heading"),
    **dict.fromkeys(("ul", "ol", "menu"), "_list"),
    "blockquote": "_quote",
    "pre": "_code",
    "table": "_table",
    "hr": "_rule",
    "li": "_notes",
}
BLOCKS = CONTAINERS | {
    *("address", "article", "aside", "button", "center", "details", "dialog", "div"),
    *("dl", "fieldset", "figure", "footer", "form", "header", "hgroup", "input"),
    *("main", "nav", "optgroup", "option", "p", "search", "section", "select", "tbody"),
    *("td", "textarea", "tfoot", "th", "thead", "title", "tr"),
}
