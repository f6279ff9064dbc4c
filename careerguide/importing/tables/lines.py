"""Split lines of text into the cells of a table, by the kinds of its cells.

    Rank Industry Share of Engineers
    1 Information Technology 31%

Numbers at the end of each line are cells, and a count at its beginning is a rank. Where
the names of the columns part cannot be seen in spaces: it is told by words that begin a
measure, if as many columns come of it as there are cells. Where several readings fit,
somebody is asked.
"""

import re
from dataclasses import dataclass

from statistics.importing.layout.separators import split
from statistics.importing.layout.text_tables import is_number, parted
from statistics.table.errors import DataError

LEAST, MOST_LINES, MOST_WORDS = 2, 500, 60
RANKS = {"rank", "#", "no.", "no", "nr.", "position", "place"}
# What the name of a measure begins with: these first, with the nouns where they fail.
QUALIFIERS = {
    *("annual", "average", "estimated", "expected", "hourly", "maximum", "mean"),
    *("median", "minimum", "monthly", "number", "percent", "percentage", "predicted"),
    *("projected", "proportion", "share", "total", "weekly", "yearly"),
}
NOUNS = {
    *("amount", "cost", "count", "growth", "income", "pay", "price", "rate"),
    *("salary", "score"),
}
VERSUS = re.compile(r"(.{2,60}?)\s+(?:vs\.?|versus|and|or)\s+(.{2,60})", re.IGNORECASE)
MOST_READINGS = 6


@dataclass(frozen=True)
class Split:
    """`readings` are lists of lines: one where it is clear, several to choose from."""

    readings: tuple


def split_lines(texts, heading=""):
    """Return the `Split` of lines of text, None where they are no table.

    `heading` is what stands above them: “A vs. B” names two columns.
    """
    if not LEAST <= len(texts) <= MOST_LINES:
        return None
    if any(len(text.split()) > MOST_WORDS for text in texts):
        return None
    return (
        _by_separator(texts)
        or _by_numbers(texts)
        or _by_ranks(texts)
        or _by_words(texts, heading)
    )


def _by_separator(texts):
    """Tabs, bars, or two spaces and more in each line."""
    if not all(re.search(r"\t|\||\S {2,}\S", text) for text in texts):
        return None
    try:
        lines = split("\n".join(texts)).lines
    except DataError:
        return None
    cells = tuple(tuple(line.cells) for line in lines)
    widths = {len(line) for line in cells}
    return Split((cells,)) if min(widths, default=0) > 1 else None


def _by_numbers(texts):
    names, *body = [text.split() for text in texts]
    if all(map(is_number, names)) or not body:
        return None
    rows = [_tokens(words) for words in body]
    if any(not tail for _label, tail in rows):
        return None
    most = min(len(tail) for _label, tail in rows)
    has_rank = _counts([label for label, _tail in rows]) and len(names) > most + 1
    if not all(label for label, _tail in rows) and not has_rank:
        most = min(most, min(len(tail) for label, tail in rows) - 1)
    readings = []
    for count in range(most, 0, -1):
        cells = [_row(row, count, has_rank) for row in rows]
        if all(cells) and len({*map(len, cells)}) == 1:
            width = len(cells[0])
            readings += [(head, *cells) for head in _heads(names, width, has_rank)]
            if readings:
                break
    return Split(tuple(readings[:MOST_READINGS])) if readings else None


def _tokens(words):
    """(words of the label, numbers after it), where none of a number is torn."""
    front, middle, back = parted(words)
    if middle or back:
        return [*front, *middle.split()], back
    return [], front


def _row(row, count, has_rank):
    """The cells of a row whose last `count` numbers are cells of their own."""
    label, tail = row
    words = [*label, *tail[:-count]]
    if not words:
        return ()
    if has_rank:
        return (words[0], " ".join(words[1:]), *tail[-count:]) if words[1:] else ()
    return (" ".join(words), *tail[-count:])


def _by_ranks(texts):
    """Lines that count from 1, with words alone: the first name is that of ranks."""
    names, *body = [text.split() for text in texts]
    if len(names) < 2 or names[0].casefold() not in RANKS:
        return None
    if not _counts(body) or any(len(words) < 2 for words in body):
        return None
    rows = [(words[0], " ".join(words[1:])) for words in body]
    return Split((((names[0], " ".join(names[1:])), *rows),))


def _counts(rows):
    """Whether the first words of rows are 1, 2, 3."""
    firsts = [words[0].rstrip(".)") if words else "" for words in rows]
    return firsts == [str(number) for number in range(1, len(rows) + 1)]


def _heads(names, width, has_rank):
    """The ways to part names into columns: one where words tell it."""
    if len(names) < width:
        return []
    if len(names) == width:
        return [tuple(names)]
    first = ()
    if has_rank or names[0].casefold() in RANKS:
        first, names, width = (names[0],), names[1:], width - 1
    if width == 1:
        return [(*first, " ".join(names))]
    for words in (QUALIFIERS, QUALIFIERS | NOUNS):
        starts = _starts(names, words)
        if len(starts) == width - 1:
            return [(*first, *_parts(names, starts))]
    if width == 2:
        order = sorted(range(1, len(names)), key=lambda place: place not in starts)
        return [(*first, *_parts(names, [place])) for place in order]
    if len(starts) > width - 1:
        return [(*first, *_parts(names, starts[: width - 1]))]
    # Whatever is not told apart goes to the first column, until somebody parts it.
    rest = len(names) - (width - 1)
    return [(*first, *_parts(names, range(rest, len(names))))]


def _starts(names, words):
    """The places of the first of such words, where several follow each other."""
    begin = [name.strip("()").casefold() in words for name in names]
    return [p for p in range(1, len(names)) if begin[p] and not begin[p - 1]]


def _parts(names, starts):
    edges = [0, *starts, len(names)]
    return [
        " ".join(names[start:end]) for start, end in zip(edges, edges[1:], strict=False)
    ]


def _by_words(texts, heading):
    """Two columns of words, named by a heading “A vs. B”: a line begins twice."""
    found = VERSUS.fullmatch(heading.strip())
    first = " ".join(texts[0].split())
    if not found:
        return None
    pair = [found[1].strip(), found[2].strip()]
    named = [f"{left} {right}" for left, right in (pair, pair[::-1])]
    at = [name.casefold() for name in named]
    if first.casefold() not in at:
        return None
    left = pair if at.index(first.casefold()) == 0 else pair[::-1]
    head = (first[: len(left[0])], first[len(left[0]) + 1 :])
    rows = [_halves(text.split()) for text in texts[1:]]
    return Split(((head, *rows),)) if all(rows) else None


def _halves(words):
    """A line in two, where its first word, or a capital letter, begins it again."""
    again = [n for n, word in enumerate(words) if n and word == words[0]]
    capital = [n for n, w in enumerate(words) if n and w[0].isupper() and w.isalpha()]
    places = again if len(again) == 1 else capital
    if len(places) != 1:
        return ()
    return " ".join(words[: places[0]]), " ".join(words[places[0] :])
