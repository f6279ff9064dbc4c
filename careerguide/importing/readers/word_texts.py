"""Read the bare texts of a Word document's parts, to see that none was lost.

Deleted text of tracked changes and the codes of fields are no words. Of what is written
twice, for new and for old programs, the first is read. What Word hides is apart.
"""

import re

from .xml_parts import parse

MAIN, HIDDEN, DRAWN = "not read", "hidden", "words in a drawing"
PARTS = (
    (re.compile(r"word/document\d*\.xml"), MAIN),
    (re.compile(r"word/(?:footnotes|endnotes)\d*\.xml"), MAIN),
    (re.compile(r"word/header\d*\.xml"), "page header"),
    (re.compile(r"word/footer\d*\.xml"), "page footer"),
    (re.compile(r"word/comments\d*\.xml"), "comment"),
    (re.compile(r"word/diagrams/data\d*\.xml"), DRAWN),
    (re.compile(r"word/charts/chart\d*\.xml"), DRAWN),
)
TEXT, PARAGRAPH = "t", "p"
VALUE = "v"  # of a chart: the name of a part of it, or a number
CHUNK = "altChunk"  # another document, which Word joins to this one
SPACES = {"tab": "\t", "br": "\n", "cr": "\n"}
SPACES |= {"noBreakHyphen": "‑", "softHyphen": "\u00ad"}
RUN, VANISH = "r", "vanish"
OFF = {"0", "false", "off"}
SKIPPED = {"Fallback", "del", "moveFrom"}
APART = {*SKIPPED, VANISH, "txbxContent"}  # where these are, it takes longer


class Texts:
    """Texts of the parts of a document, some of which mammoth has had parsed."""

    def __init__(self):
        self.known = {}  # (paragraphs, what is hidden of them) by the names of parts
        self.has_chunks = False  # whether Word would join other documents to it

    def see(self, name, root):
        """Remember the texts of a part, if it is one of those that hold text."""
        if any(pattern.fullmatch(name.lstrip("/")) for pattern, _role in PARTS):
            tags, hidden = {element.tag for element in root.iter()}, []
            names = {tag: tag.rpartition("}")[2] for tag in tags}
            self.known[name] = [*_paragraphs(root, names, hidden)], hidden
            self.has_chunks = self.has_chunks or CHUNK in names.values()

    def read(self, package):
        """Return (role, paragraphs) of each part that holds text."""
        found, hidden = [], []
        for pattern, role in PARTS:
            for name in sorted(package.parts):
                if not pattern.fullmatch(name.lstrip("/")):
                    continue
                if name not in self.known:
                    self.see(name, parse(package.read(name)))
                paragraphs, unseen = self.known[name]
                found.append((role, paragraphs))
                hidden += unseen
        return [*found, (HIDDEN, hidden)]


def is_on(value):
    """Return whether a switch of Word is on: one that is there, unless it says no."""
    return value not in OFF


def _paragraphs(root, names, hidden):
    """Yield the text of each paragraph, those in a shape before the one around it.

    The texts that are not shown are appended to `hidden`.
    """
    if APART.isdisjoint(names.values()):
        return _plain_paragraphs(root, names)
    return _shown_paragraphs(root, names, hidden)


def _plain_paragraphs(root, names):
    """Yield the texts of paragraphs where all is shown, and none within another."""
    text, values = [], {}
    for element in root.iter():
        name = names[element.tag]
        if name == TEXT:
            text.append(element.text or "")
        elif name == VALUE:
            values[element.text or ""] = True
        elif name == PARAGRAPH:
            if line := "".join(text).strip():
                yield line
            text = []
        elif name in SPACES:
            text.append(SPACES[name])
    for line in ("".join(text).strip(), " · ".join(values)):
        if line:
            yield line


def _shown_paragraphs(root, names, hidden):
    stack, skipped, is_hidden = [[]], 0, False
    for is_start, element in _events(root):
        name = names[element.tag]
        if name in SKIPPED:
            skipped += 1 if is_start else -1
        elif name == RUN:
            is_hidden = False
        elif name == VANISH:
            is_hidden = is_on(_value(element))
        elif is_hidden and name == TEXT:
            if not is_start and not skipped and (element.text or "").strip():
                hidden.append(element.text.strip())
        elif name == PARAGRAPH:
            if is_start:
                stack.append([])
            elif text := "".join(stack.pop()).strip():
                yield text
        elif not is_start and not skipped:
            if name == TEXT:
                stack[-1].append(element.text or "")
            else:
                stack[-1].append(SPACES.get(name, ""))
    if text := "".join(stack[0]).strip():
        yield text


def _events(root):
    """Yield (whether it begins, element) for the begin and the end of each."""
    stack = [(root, iter(root))]
    yield True, root
    while stack:
        element, children = stack[-1]
        if (child := next(children, None)) is not None:
            yield True, child
            stack.append((child, iter(child)))
        else:
            stack.pop()
            yield False, element


def _value(element):
    return next(iter(element.attrib.values()), "")
