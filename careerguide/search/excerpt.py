"""Cut the line out of a section that says most of what was looked for, and mark it."""

import re
from itertools import chain
from typing import NamedTuple

from .tokens import tokens_of_piece

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


class Marker:
    """Cut and mark lines of sections by `wanted`, {token: its weight}.

    What stands between two spaces is looked at once, however often it is met.
    """

    def __init__(self, wanted, language):
        self.wanted, self.language = wanted, language
        self.tokens, self.of_pieces = frozenset(wanted), {}

    def excerpt(self, section):
        """Return `Part`s of the best line of a section, such as the row of a table.

        Where no line has a word of the query, as where only the title has, the first.
        What sums a section up in no more than these words, as a topic may, says nothing
        new.
        """
        text, key = (
            [line for line in part.splitlines() if line.strip()]
            for part in (section.text, section.key)
        )
        if not text and not key:
            return []
        line, is_found = self._best(text, key)
        parts = self.marked(line) if is_found else iter([Part(line)])
        return [part for part in _cut(parts, len(line)) if part.text]

    def marked(self, text):
        """Yield `Part`s of a whole text, in which wanted words are marked."""
        end = 0
        of_pieces, wanted_in = self.of_pieces, self._wanted_in
        found = {
            piece
            for piece in text.split()
            if (of_pieces[piece] if piece in of_pieces else wanted_in(piece))
        }
        start = min(map(text.index, found), default=0)
        for match in _PIECE.finditer(text, start) if found else ():
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

    def _best(self, text, key):
        """The line in which the words of most weight are, the first of several.

        And whether any word is in it.
        """
        best, most = (text or key)[0], 0
        for line in text:
            if (weight := self._weight(line.split())) > most:
                best, most = line, weight
        for line in key:
            pieces = line.split()
            says_more = not text or not all(map(self._wanted_in, pieces))
            if says_more and (weight := self._weight(pieces)) > most:
                best, most = line, weight
        return best, most > 0

    def _weight(self, pieces):
        """What the words of a line weigh together, each counted once."""
        there, of_pieces = set(), self.of_pieces
        for piece in pieces:
            found = of_pieces.get(piece)
            if found is None:
                found = self._wanted_in(piece)
            if found:
                there |= found
        return sum(map(self.wanted.get, there)) if there else 0

    def _wanted_in(self, piece):
        found = self.of_pieces.get(piece)
        if found is None:
            found = tokens_of_piece(piece, self.language) & self.tokens
            self.of_pieces[piece] = found
        return found


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
