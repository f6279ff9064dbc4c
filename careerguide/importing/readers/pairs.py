"""Part the lines of one paragraph in which somebody asks and somebody answers.

Q: How long does it take?
A: Three years.
"""

import re

from ..tree import PARAGRAPH, changed, numbered

ASKS = re.compile(
    r"\s*(?:q|question|frage)\s?(?:\d{0,3}\s?:|\d{1,3}\s?[.)])\s+\S", re.IGNORECASE
)
SAYS = re.compile(
    r"\s*(?:a|answer|antwort)\s?(?:\d{0,3}\s?:|\d{1,3}\s?[.)])\s+\S", re.IGNORECASE
)


def with_pairs_parted(document):
    """Return a document whose questions and answers are paragraphs of their own."""
    lines = [
        line
        for block in document.blocks
        if block.kind == PARAGRAPH
        for line in block.line.split("\n")
    ]
    if not (any(map(ASKS.match, lines)) and any(map(SAYS.match, lines))):
        return document
    blocks = [part for block in document.blocks for part in _parted(block)]
    return changed(document, blocks=numbered(blocks))


def _parted(block):
    """The paragraphs of one: each begins with its first line, or with a sign."""
    if block.kind != PARAGRAPH:
        return [block]
    parts = [[]]
    for line in _lines(block.spans):
        text = "".join(span.text for span in line if not span.picture)
        if parts[-1] and (ASKS.match(text) or SAYS.match(text)):
            parts.append([])
        parts[-1] += line if parts[-1] or not line[0].end else line[1:]
    return [changed(block, spans=tuple(part)) for part in parts if part]


def _lines(spans):
    """The spans of each line; from the second on the end of the one before is first."""
    lines = [[]]
    for span in spans:
        if span.end:
            lines.append([])
        lines[-1].append(span)
    return [line for line in lines if line]
