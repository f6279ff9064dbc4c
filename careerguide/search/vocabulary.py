"""Look words up among those of the index: known, begun, misspelt, run together.

They are asked of the database, so every process knows what was published, and none
keeps a copy. A misspelt word is compared with those that begin alike and are about as
long; most of these are ruled out by which letters they have.
"""

from typing import NamedTuple

from .backends import backend
from .models import Word

SHORTEST = 4  # letters of a word that is corrected
LONG = 8  # letters, of the word or of what was meant, that allow two mistakes
LAST_CHARACTER = "\U0010ffff"
MOST_BEGUN = 24
OF_STEM = 0.5  # mistakes more, where only the stems are alike


class Known(NamedTuple):
    """A word of the index, its token, and in how many sections it stands."""

    word: str
    token: str
    sections: int


def counted(tokens):
    """How many sections are indexed, {token: in how many of them it stands}, and of
    which tokens careers' names are made."""
    engine = backend()
    rows = engine.rows(
        f"SELECT '', sections, 0 FROM search_indexstate UNION ALL {_known(engine)}",
        [engine.given(tokens)],
    )
    found = {token: sections for token, sections, _names in rows}
    of_names = {token for token, _sections, names in rows if names}
    return found.pop("", 0), found, of_names


def known(tokens):
    """{token: in how many sections it stands}, of those that are in the index."""
    engine = backend()
    rows = engine.rows(_known(engine), [engine.given(tokens)])
    return {token: sections for token, sections, _names in rows}


def _known(engine):
    return (
        "SELECT token, max(sections), max(names) FROM search_word "
        f"WHERE token {engine.ARE_GIVEN} GROUP BY token"
    )


def begun(word):
    """Return the most frequent words that begin so."""
    sql = (
        "SELECT word, token, sections FROM search_word WHERE word >= %s AND word < %s "
        "ORDER BY sections DESC LIMIT %s"
    )
    rows = backend().rows(sql, [word, word + LAST_CHARACTER, MOST_BEGUN])
    return [Known(*row) for row in rows]


def nearest(word, token, limit=3):
    """Return the words of which this is the likeliest misspelling, best first.

    Maybe none.

    They have as few mistakes as any, and the more frequent come first. Where only their
    stem is like its `token`, the index has another form of what was meant.
    """
    if len(word) < SHORTEST or any(map(str.isdigit, word)):
        return []
    words = backend().rows(
        "SELECT word, token, sections FROM search_word "
        "WHERE initial = %s AND length BETWEEN %s AND %s",
        [word[0], len(word) - 2, len(word) + 2],
    )
    letters, letters_of_stem = frozenset(word), frozenset(token)
    near = []
    for row in words:
        other, stem, sections = row
        most = 2 if max(len(word), len(other)) >= LONG else 1
        mistakes = most + 1
        if len(letters.symmetric_difference(other)) <= 2 * most:
            mistakes = distance(word, other, most)
        if mistakes > most and len(letters_of_stem.symmetric_difference(stem)) <= 2:
            mistakes = distance(token, stem, 1) + OF_STEM
        if mistakes <= most or mistakes == 1 + OF_STEM:
            near.append((mistakes, -sections, row))
    near.sort()
    best = [row for mistakes, _sections, row in near if mistakes == near[0][0]]
    return [Known(*row) for row in best[:limit]]


def divided(word):
    """Return the two words of the index that this is, written without a space.

    Or none.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return []
    cuts = range(2, len(word) - 1)
    parts = {part for at in cuts for part in (word[:at], word[at:])}
    found = Word.objects.in_bulk(parts)
    pairs = [
        (min(found[a].sections, found[b].sections), found[a], found[b])
        for a, b in ((word[:at], word[at:]) for at in cuts)
        if a in found and b in found
    ]
    return list(max(pairs, key=lambda pair: pair[0])[1:]) if pairs else []


def distance(one, other, most):
    """Return how many letters are missing, too many, wrong or swapped.

    `most` + 1 if more.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = [], list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before_that, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before_that[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
