"""Cut the line out of a section that says most of what was looked for, and mark it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from .tokens import units

LONGEST = 200  # characters of an excerpt
BEFORE = 60  # of them before the first word that is marked
ELLIPSIS = "…"
_PIECE = re.compile(r"\S+")
# Around a word and no part of it; the signs of “C++” and “.NET” are.
_AROUND = "\"'“”‘’«»‹›()[]{},;:!?…"


@dataclass(frozen=True)
class Part:
    """A plain text, to be escaped, that is a word of the query or is none."""

    text: str
    is_marked: bool = False


def excerpt(section, plan, language):
    """`Part`s of the best line of a section: a row of a table, a part of a text.

    Where no line has a word of the query, as where only the title has, the first.
    """
    wanted = plan.tokens
    lines = [line for line in section.text.splitlines() if line.strip()]
    lines += [line for line in section.key.splitlines() if line.strip()]
    if not lines:
        return []
    line = max(lines, key=lambda line: _weight(line, wanted, language))
    return list(_joined(_cut(marked(line, wanted, language))))


def marked(text, wanted, language):
    """`Part`s of a whole text, in which words that give `wanted` tokens are marked."""
    end = 0
    for match in _PIECE.finditer(text):
        start, piece = match.start(), match[0]
        core = piece.strip(_AROUND)
        if not core or not _tokens(core, language) & wanted.keys():
            continue
        start += piece.index(core)
        # A full stop ends a sentence, and an abbreviation such as “Ph.D.”.
        core = core if "." in core[1:-1] else core.removesuffix(".")
        if start > end:
            yield Part(text[end:start])
        yield Part(core, is_marked=True)
        end = start + len(core)
    if end < len(text):
        yield Part(text[end:])


def _weight(line, wanted, language):
    found = {
        token for piece in _PIECE.findall(line) for token in _tokens(piece, language)
    }
    return sum(wanted[token] for token in found & wanted.keys())


@lru_cache(maxsize=20_000)
def _tokens(piece, language):
    found = units(piece[: 2 * LONGEST], language)
    return frozenset(
        text
        for unit in found
        for text in (*(t.text for t in (*unit.tokens, *unit.joined)), *unit.also)
    )


def _cut(parts):
    """So much of them as an excerpt may have, from shortly before the first mark."""
    parts = list(parts)
    first = next((n for n, part in enumerate(parts) if part.is_marked), 0)
    before = "".join(part.text for part in parts[:first])
    rest = parts[first:]
    left = max(BEFORE, LONGEST - sum(len(part.text) for part in rest))
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
