"""Take SVG and MathML out of a page before it is parsed, and keep their words.

The parser that makes HTML safe drops both with all that is in them.
"""

import re
from html import unescape

DRAWING = re.compile(r"<(svg|math)\b(?:[^<]|<(?!\1\b))*?</\1\s*>", re.IGNORECASE)
LEFT = re.compile(r"</?(?:svg|math)\b[^<>]*>?", re.IGNORECASE)
BEGINS = ("<svg", "</svg", "<math", "</math")
UNSEEN = re.compile(r"<(style|script)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^<>]*>")


def without_drawings(html):
    """Return (the HTML without drawings, the texts that were in them).

    Of a formula the words stay where they are.
    """
    folded = html.lower()
    if not any(begin in folded for begin in BEGINS):  # as in most pages
        return html, []
    texts = []

    def words(found):
        inner = UNSEEN.sub(" ", found[0])
        text = " ".join(TAG.sub(" ", inner).split())
        if found[1].lower() == "math":
            return f" {text} "
        texts.append(unescape(text))
        return ""

    html = DRAWING.sub(words, html)
    return LEFT.sub("", html), [text for text in texts if text]
