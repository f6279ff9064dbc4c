"""Write the colours of drawings beside their shapes, too.

Many devices draw SVG and do not apply the sheet of the book to it: without attributes
of their own all shapes are black, and words on them cannot be read.
"""

import re
from functools import cache
from pathlib import Path

SHEET = Path(__file__).with_name("book.css").read_text()
RULE = re.compile(r"(?:^|})([^{}]+){([^{}]*)(?=})")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
# What SVG takes as attributes; lengths of ours in `em` are of text in pages.
PAINT = re.compile(
    r"(fill|fill-opacity|stroke|stroke-width|stroke-dasharray|text-anchor): ([^;]+);"
)


@cache
def rules():
    """Return (names, attributes) of the sheet's rules for drawings.

    The names are those of classes and elements, the last of the shape itself.
    """
    found = []
    for selectors, declared in RULE.findall(COMMENT.sub("", SHEET)):
        if attributes := dict(PAINT.findall(declared)):
            found += [(one.split(), attributes) for one in selectors.split(",")]
    return found


def paint(body):
    """Give each shape of a page's drawings the colours that the sheet has for it."""
    for element, above in _shapes(body, frozenset(), False):
        own = _names(element)
        for (*around, name), attributes in rules():
            if name in own and above.issuperset(around):
                element.attrib.update(attributes)


def _shapes(element, above, is_drawing):
    """Each element of a drawing, with the names of all around it."""
    is_drawing = is_drawing or element.tag == "svg"
    if is_drawing:
        yield element, above
    above |= _names(element)
    for child in element:
        yield from _shapes(child, above, is_drawing)


def _names(element):
    classes = element.get("class", "").split()
    return {element.tag, *(f".{name}" for name in classes)}
