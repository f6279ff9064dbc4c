"""Cut the line out of a section that says most of what was looked for, and mark it."""

import re
from itertools import chain
from typing import NamedTuple

from .tokens import tokens_by_piece, tokens_of_piece

LONGEST = 200  # characters of an excerpt
BEFORE = 60  # of them before the first word that is marked
ELLIPSIS = "…"
_PIECE = re.compile(r"\S+")
# Around a word and no part of it; the signs of “C++” and “.NET” are.
_AROUND = "\"'“”‘’«»‹›()[]{},;:!?…"


class Part(NamedTuple):
    """A plain text, to be escaped, that is a word of the query or is none."""

    text: str
    is_marked: bool = False


def excerpt(section, plan, language):
    """`Part`s of the best line of a section: a row of a table, a part of a text.

    Where no line has a word of the query, as where only the title has, the first. What
    sums a section up in no more than these words, as a topic may, says nothing new.
    """
    wanted = plan.tokens
    text, key = (
        [line for line in part.splitlines() if line.strip()]
        for part in (section.text, section.key)
    )
    lines = text + key
    if not lines:
        return []
    line, is_found = _best(lines, len(text), wanted, language)
    parts = marked(line, wanted, language) if is_found else iter([Part(line)])
    return list(_joined(_cut(parts, len(line))))


def marked(text, wanted, language):
    """`Part`s of a whole text, in which words that give `wanted` tokens are marked."""
    end = 0
    found = {
        piece
        for piece in text.split()
        if not wanted.keys().isdisjoint(tokens_of_piece(piece, language))
    }
    for match in _PIECE.finditer(text) if found else ():
        if match[0] not in found:
            continue
        core = match[0].strip(_AROUND)
        start = match.start() + match[0].index(core)
        # A full stop ends a sentence, and an abbreviation such as “Ph.D.”.
        core = core if "." in core[1:-1] else core.removesuffix(".")
        if start > end:
            yield Part(text[end:start])
        yield Part(core, is_marked=True)
        end = start + len(core)
    if end < len(text):
        yield Part(text[end:])


def _best(lines, of_text, wanted, language):
    """The line in which the words of most weight are, the first of several.

    And whether any word is in it. The first `of_text` are of the text.
    """
    pieces = tokens_by_piece(" ".join(lines), language)
    wanted_tokens = frozenset(wanted)
    found = {
        piece: tokens & wanted_tokens
        for piece, tokens in pieces.items()
        if not tokens.isdisjoint(wanted_tokens)
    }

    def weight(line):
        there = frozenset().union(*(found[p] for p in found.keys() & line.split()))
        return sum(wanted[token] for token in there)

    if of_text:
        more = [line for line in lines[of_text:] if not found.keys() >= {*line.split()}]
        lines = lines[:of_text] + more
    return (max(lines, key=weight), True) if found else (lines[0], False)


def _cut(parts, total):
    """So much of them as an excerpt may have, from shortly before the first mark.

    `total` are the characters of all; what follows the excerpt is not even read.
    """
    before, first, parts = "", next(parts), parts
    if not first.is_marked and (second := next(parts, None)):
        before, first = first.text, second
    rest = chain([first], parts)
    left = max(BEFORE, LONGEST - (total - len(before)))
    if len(before) > left:
        cut = before.find(" ", len(before) - left) + 1 or len(before) - left
        before = ELLIPSIS + before[cut:]
    length = len(before)
    yield Part(before)
    for part in rest:
        if length + len(part.text) > LONGEST:
            text = part.text[: LONGEST - length]
            yield Part(text[: text.rfind(" ") + 1 or len(text)] + ELLIPSIS)
            return
        length += len(part.text)
        yield part


def _joined(parts):
    return (part for part in parts if part.text)
