"""Read the bare texts of a Word document's parts, to see that none was lost.

Deleted text of tracked changes and the codes of fields are no words. Of what is written
twice, for new and for old programs, the first is read.
"""

import re
from xml.etree.ElementTree import XMLPullParser

MAIN = "not read"
PARTS = (
    (re.compile(r"word/document\d*\.xml"), MAIN),
    (re.compile(r"word/(?:footnotes|endnotes)\d*\.xml"), MAIN),
    (re.compile(r"word/header\d*\.xml"), "page header"),
    (re.compile(r"word/footer\d*\.xml"), "page footer"),
    (re.compile(r"word/comments\d*\.xml"), "comment"),
)
TEXT, PARAGRAPH = "t", "p"
SPACES = {"tab": "\t", "br": "\n", "cr": "\n"}
SPACES |= {"noBreakHyphen": "‑", "softHyphen": "\u00ad"}
SKIPPED = {"Fallback", "del", "moveFrom"}


def read_texts(package):
    """Return (role, paragraphs) of each part that holds text."""
    found = []
    for pattern, role in PARTS:
        for name in sorted(package.parts):
            if pattern.fullmatch(name.lstrip("/")):
                found.append((role, [*_paragraphs(package.read(name))]))
    return found


def _paragraphs(data):
    """Yield the text of each paragraph, those in a shape before the one around it."""
    parser = XMLPullParser(("start", "end"))
    parser.feed(data)
    parser.close()
    stack, skipped = [[]], 0
    for event, element in parser.read_events():
        name = element.tag.rpartition("}")[2]
        is_start = event == "start"
        if name in SKIPPED:
            skipped += 1 if is_start else -1
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
        if not is_start and name != TEXT:
            element.clear()
    if text := "".join(stack[0]).strip():
        yield text
