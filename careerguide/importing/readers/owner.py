"""Part from a paragraph the sentence at its end that only says who owns the text.

Bakers bake. © 2024 Bakers’ Guild. All rights reserved.
"""

import re

from ..parting import parted_at
from ..tree import PARAGRAPH, changed, numbered

YEARS = r"(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)?\d\d)?\b,?"
WORDS = r"(?: [^\s!?]+){0,10}"
# A sign makes it sure; without one it has to say that rights are reserved.
OWNED = re.compile(
    r"(?:(?<=[.!?…”\"»)])[ \t]+|\n[ \t]*)(?P<owner>"
    rf"(?:©|copyright ?(?:©|\(c\))) ?{YEARS}{WORDS}"
    rf"|(?:copyright|\(c\)) ?{YEARS}{WORDS} (?:all rights reserved|alle rechte"
    r" vorbehalten)\.?)\s*\Z",
    re.IGNORECASE,
)
MAY = ("©", "(c)", "reserved", "vorbehalten")  # one of which each of them has


def with_owner_parted(document):
    """Return a document in which such a sentence is a paragraph of its own."""
    found = {
        number: owned.start("owner")
        for number, block in enumerate(document.blocks)
        if block.kind == PARAGRAPH
        and any(sign in block.line.lower() for sign in MAY)
        and (owned := OWNED.search(block.line))
    }
    if not found:
        return document
    blocks = []
    for number, block in enumerate(document.blocks):
        at = found.get(number)
        parts = parted_at(block.spans, at) if at else (block.spans,)
        blocks += [changed(block, spans=_ended(part)) for part in parts if part]
        if not block.spans:
            blocks.append(block)
    return changed(document, blocks=numbered(blocks))


def _ended(spans):
    """Spans without the end of a line after the last word."""
    while spans and spans[-1].end:
        spans = spans[:-1]
    return spans
