"""Recognise tables of contents: lines that lead to headings, by links or by pages."""

import re

from ..tree import CONTENTS, HEADING, LIST, PARAGRAPH, walk
from . import signs

LEAST = 3  # lines
# “What they do . . . . . 12”
PAGED = re.compile(r"\S.{0,150}?(?:(?:\s?\.){4,}|…{2,}|_{4,})\s*\d{1,4}")


def lists_of_contents(blocks):
    """Return the ids of blocks that list what follows, and of the headings of those."""
    found, run, count = set(), [], 0
    for before, block in zip((None, *blocks), (*blocks, None), strict=True):
        lines = _entries(block) if block else 0
        if lines:
            if not run and before and signs.is_one(signs.CONTENTS, before.line):
                run.append(before.id)
            run.append(block.id)
            count += lines
            continue
        if count >= LEAST:
            found |= {*run}
        run, count = [], 0
    return found


def _entries(block):
    """How many lines lead elsewhere, if all of a block's do; else 0."""
    if block.role == CONTENTS:
        return LEAST
    if block.kind not in (LIST, PARAGRAPH) and not (
        block.kind == HEADING and PAGED.fullmatch(block.line)
    ):
        return 0
    count = 0
    for part in walk((block,)):
        if part.spans and part.line.strip():
            led = _led(part)
            if not led:
                return 0
            count += led
    return count


def _led(part):
    """How many links to places on the page a paragraph is, or lines with a page."""
    if any(span.href.startswith("#") for span in part.spans):
        words = [s for s in part.spans if any(c.isalnum() for c in s.text)]
        return len(words) if all(s.href.startswith("#") for s in words) else 0
    if not part.line[-1:].isdecimal():
        return 0
    lines = [line.strip() for line in part.line.split("\n")]
    if lines[1:] and signs.is_one(signs.CONTENTS, lines[0]):
        lines = lines[1:]
    return len(lines) if all(map(PAGED.fullmatch, lines)) else 0
