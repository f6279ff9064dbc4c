"""Look words up among those of the index: known, begun, misspelt, run together.

They are asked of the database, so every process knows what was published, and none
keeps a copy. A misspelt word is compared with those that begin alike and are about as
long; most of these are ruled out by which letters they have.
"""

from typing import NamedTuple

from .backends import backend
from .models import Word
from .spelling import Misspelt

SHORTEST = 4  # letters of a word that is corrected
LAST_CHARACTER = "\U0010ffff"
MOST_BEGUN = 24
BEGUN = (
    "SELECT word, token, sections, names FROM search_word "
    "WHERE word >= %s AND word < %s ORDER BY sections DESC LIMIT %s"
)


class Known(NamedTuple):
    """A word of the index, its token, and in how many sections it stands.

    `names` are the documents whose career is called so, where that was asked for.
    """

    word: str
    token: str
    sections: int
    names: int = 0


class Counted(NamedTuple):
    """How many `sections` are indexed; {token: in how many it stands} of those known.

    `names` are the tokens of careers' names, `begun` the words that begin as was asked,
    and `stored` the tokens that the index has of words, of whatever language.
    """

    sections: int
    known: dict
    names: set
    begun: list
    stored: dict


def counted(tokens, begin="", words=()):
    """Return what is `Counted` of tokens and words, in one query; with words that begin
    so.
    """
    engine = backend()
    sql = (
        "SELECT '' AS word, '' AS token, sections, 0 AS names FROM search_indexstate "
        f"UNION ALL SELECT '', k.* FROM ({_known(engine)}) k"
    )
    parameters = [engine.given(tokens)]
    if begin:
        sql += (
            f" UNION ALL SELECT b.word, b.token, b.sections, b.names FROM ({BEGUN}) b"
        )
        parameters += [begin, begin + LAST_CHARACTER, MOST_BEGUN]
    if words:
        sql += (
            f" UNION ALL SELECT word, token, sections, -1 FROM ({_of_words(engine)}) w"
        )
        parameters.append(engine.given(words))
    known, names, begun, stored = {}, set(), [], {}
    for word, token, sections, of_names in engine.rows(sql, parameters):
        if of_names == -1:
            stored[word] = token
            known[token] = max(sections, known.get(token, 0))
            continue
        if word:
            begun.append(Known(word, token, sections, of_names))
            continue
        known[token] = sections
        if of_names:
            names.add(token)
    return Counted(known.pop("", 0), known, names, begun, stored)


def _known(engine):
    return (
        "SELECT token, max(sections), max(names) FROM search_word "
        f"WHERE token {engine.ARE_GIVEN} GROUP BY token"
    )


def _of_words(engine):
    return (
        f"SELECT word, token, sections FROM search_word WHERE word {engine.ARE_GIVEN}"
    )


def begun(word):
    """Return the most frequent words that begin so."""
    rows = backend().rows(BEGUN, [word, word + LAST_CHARACTER, MOST_BEGUN])
    return [Known(*row) for row in rows]


def nearest(word, token, limit=3):
    """Return the words of which this is the likeliest misspelling, best first.

    Maybe none.

    They have as few mistakes as any, and the more frequent come first.
    """
    if len(word) < SHORTEST or any(map(str.isdigit, word)):
        return []
    words = backend().rows(
        "SELECT word, token, sections FROM search_word "
        "WHERE initial IN (%s, %s) AND length BETWEEN %s AND %s",
        [*word[:2], len(word) - 2, len(word) + 2],
    )
    misspelt = Misspelt(word, token)
    found = ((misspelt.mistakes(*row[:2]), -row[2], row) for row in words)
    near = [one for one in found if one[0] is not None]
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
