"""Read what programs write above Markdown between two lines of dashes: its title."""

import re

from ..tree import HEADING, PARAGRAPH, TITLE, Block, Span

FRONT_MATTER = "front matter"
LONGEST = 100  # lines
LINE = re.compile(r"[\w-]+:(?:\s.*)?|\s+.*|- .*|#.*|", re.ASCII)
NAMED = re.compile(r"title:\s+(.*\S)\s*", re.IGNORECASE)


def front_matter(text):
    """Return (the blocks of a front matter, the text with empty lines in its place)."""
    first, *lines = text.split("\n")
    if first.rstrip() != "---":
        return (), text
    end = next(
        (
            n
            for n, line in enumerate(lines[:LONGEST])
            if line.rstrip() in ("---", "...")
        ),
        0,
    )
    inside = lines[:end]
    if not any(":" in line for line in inside) or not all(map(LINE.fullmatch, inside)):
        return (), text
    blocks = [
        _block(line, place) for place, line in enumerate(inside, 2) if line.strip()
    ]
    return tuple(blocks), "\n".join([*[""] * (end + 2), *lines[end + 1 :]])


def _block(line, place):
    found = NAMED.fullmatch(line)
    name = found[1].strip("\"'") if found else ""
    if name:
        return Block(HEADING, (Span(name),), level=TITLE, place=place)
    return Block(PARAGRAPH, (Span(line.strip()),), place=place, role=FRONT_MATTER)
