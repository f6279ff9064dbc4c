"""Cut the line out of a section that says most of what was looked for, and mark it."""

from math import fsum
from typing import NamedTuple

from .initials import FEWEST, MOST, initials_of_line
from .pieces import Pieces
from .stems import stem

LONGEST = 200  # characters of an excerpt
BEFORE = 60  # of them before the first word that is marked
ELLIPSIS = "…"
# Around a word and no part of it; the signs of “C++” and “.NET” are.
_AROUND = "\"'“”‘’«»‹›()[]{},;:!?…"


class Part(NamedTuple):
    """A plain text, to be escaped, that is a word of the query or is none."""

    text: str
    is_marked: bool = False


class Marker:
    """Cut and mark lines of sections by `wanted`, {token: its weight}.

    `pieces` know the wanted tokens of what stands between two spaces, and maybe more.
    """

    def __init__(self, wanted, language, pieces=None):
        self.wanted, self.tokens = wanted, frozenset(wanted)
        # What a word weighs that may be initials: where as much was found, none is.
        short = [wanted[t] for t in wanted if FEWEST <= len(t) <= MOST]
        self.of_abbreviation = max(short, default=0)
        self.language = language
        self.pieces = pieces or Pieces(wanted, language)

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
        line, found = self._best(section.text, section.key, text, key)
        return self._cut(line, found)

    def marked(self, text):
        """Return `Part`s of a whole text, in which wanted words are marked."""
        parts, end = [], 0
        for start, word in self._marks(text, self._wanted_of(text)):
            parts += Part(text[end:start]), Part(word, is_marked=True)
            end = start + len(word)
        return [part for part in (*parts, Part(text[end:])) if part.text]

    def _marks(self, text, found):
        """Yield where a word is to be marked, and the word, of pieces `found` there."""
        if not found:
            return
        first = min(map(text.index, found))
        for match in self.pieces.pattern(text).finditer(text, first):
            piece = match[0]
            if piece not in found:
                continue
            core = piece.strip(_AROUND)
            start = match.start() + piece.index(core)
            # A full stop ends a sentence, and an abbreviation such as “Ph.D.”.
            core = core if "." in core[1:-1] else core.removesuffix(".")
            yield start, core

    def _cut(self, line, found):
        """So much of a line as an excerpt may have, from shortly before the first mark.

        What follows the excerpt is not even looked at.
        """
        parts, end, left = [], 0, LONGEST
        for start, word in self._marks(line, found):
            if not parts:
                before = _before(line, start)
                parts.append(Part(before))
                left -= len(before)
            else:
                left = _add(parts, Part(line[end:start]), left)
            left = _add(parts, Part(word, is_marked=True), left)
            if left < 0:
                break
            end = start + len(word)
        if left >= 0 and end < len(line):
            _add(parts, Part(line[end:]), left)
        return [part for part in parts if part.text]

    def _best(self, whole, whole_key, text, key):
        """The line in which the words of most weight are, the first of several.

        And what is to be marked of it, which may be nothing. `text` and `key` are
        lines, those of `text` of the `whole`, and of `key` of the `whole_key`.
        """
        best, most, marks = (text or key)[0], 0, set()
        if there := self._wanted_of(whole):
            for line in text:
                divided = self.pieces.divided(line) if len(text) > 1 else there
                found = there.intersection(divided)
                if found and (weight := self._weight(found)) > most:
                    best, most, marks = line, weight, found
        in_key = self._wanted_of(whole_key) if key else ()
        for line in key if in_key else ():
            pieces = {*self.pieces.divided(line)}
            found = pieces & in_key
            says_more = not text or len(found) < len(pieces)
            if found and says_more and (weight := self._weight(found)) > most:
                best, most, marks = line, weight, found
        for line in (*text, *key) if most < self.of_abbreviation else ():
            word = initials_of_line(line)
            if word and (weight := self._of_initials(word)) > most:
                best, most, marks = line, weight, {*self.pieces.divided(line)}
        return best, marks

    def _of_initials(self, word):
        """What initials weigh: SVM, of support vector machines."""
        return self.wanted.get(stem(word.lower(), self.language), 0)

    def _weight(self, pieces):
        """What the words of pieces weigh together, each counted once."""
        there = self.tokens & set().union(*[self.pieces.tokens[p] for p in pieces])
        return fsum(map(self.wanted.get, there))  # in whatever order

    def _wanted_of(self, text):
        """Those of the pieces of a text that are to be marked."""
        tokens, wanted = self.pieces.tokens, self.tokens
        _pieces, found = self.pieces.of(text)
        return {piece for piece in found if not wanted.isdisjoint(tokens[piece])}


def _before(line, start):
    """What an excerpt has of a line before its first mark."""
    left = max(BEFORE, LONGEST - (len(line) - start))
    if start <= left:
        return line[:start]
    cut = line.find(" ", start - left, start) + 1 or start - left
    return ELLIPSIS + line[cut:start]


def _add(parts, part, left):
    """Add a part, or so much of it as is `left`; return what is left then.

    Less than nothing where it was not all.
    """
    if left < 0:
        return left
    if len(part.text) > left:
        text = part.text[:left]
        part, left = Part(text[: text.rfind(" ") + 1 or left] + ELLIPSIS), -1
    else:
        left -= len(part.text)
    parts.append(part)
    return left
