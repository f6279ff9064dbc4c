"""Part the lines of one paragraph of which each says what it is, in pairs.

Q: How long does it take?
A: Three years.

Myth: It takes ten.
Fact: Three are enough.
"""

import re

from ..parting import line_text, lines_of, parted_lines
from ..tree import PARAGRAPH, changed, numbered

SIGN = r"\s?#?(?:\d{0,3}\s?:|\d{1,3}\s?[.)])\s+\S"
PAIRS = tuple(
    tuple(re.compile(rf"\s*(?:{words}){SIGN}", re.IGNORECASE) for words in pair)
    for pair in (
        ("q|question|frage", "a|answer|antwort"),
        (
            "myth|misconception|belief|mythos|irrtum",
            "fact|truth|reality|fakt|tatsache|wahrheit",
        ),
    )
)


def with_pairs_parted(document):
    """Return a document in which the lines of pairs are paragraphs of their own."""
    lines = [
        line
        for block in document.blocks
        if block.kind == PARAGRAPH
        for line in block.line.split("\n")
    ]
    begins = [
        sign.match
        for pair in PAIRS
        if all(any(map(sign.match, lines)) for sign in pair)
        for sign in pair
    ]
    if not begins:
        return document
    blocks = [part for block in document.blocks for part in _parted(block, begins)]
    return changed(document, blocks=numbered(blocks))


def _parted(block, begins):
    """The paragraphs of one: each begins with its first line, or with a sign."""
    if block.kind != PARAGRAPH:
        return [block]
    lines = lines_of(block.spans)
    texts = [*map(line_text, lines)]
    starts = {n for n, text in enumerate(texts) if any(begin(text) for begin in begins)}
    return parted_lines(block, lines, starts)
