"""Read the lines of a block of code, and its language."""

import re

from .element import INLINE, Element

LANGUAGE = re.compile(r"language-([\w+#.-]{1,20})")


def code_of(element):
    """Return (the text of code, its language) of an element `pre`."""
    inner = element.children[0] if element.children else ""
    classes = inner.get("class") if isinstance(inner, Element) else ""
    language = LANGUAGE.search(f"{element.get('class')} {classes}")
    return _lines_of(element).strip("\n"), language[1] if language else ""


def _lines_of(element):
    """The text of code, in which what begins a line of its own does so."""
    pieces = []
    for child in element.children:
        if isinstance(child, str):
            pieces.append(child)
        elif child.name == "br":
            pieces.append("\n")
        elif child.name in INLINE:
            pieces.append(_lines_of(child))
        else:
            pieces += [*["\n"] * (not "".join(pieces[-1:]).endswith("\n"))]
            pieces += [_lines_of(child), "\n"]
    return "".join(pieces)
