"""Read words that mean the same, as editors wrote them down, as tokens."""

from functools import lru_cache

from .backends import backend
from .tokens import units


def synonyms(language):
    """{tokens of a name: [tokens of each other name]}, each a tuple of tokens."""
    rows = backend().rows("SELECT words FROM search_synonym ORDER BY words")
    return _read(tuple(words for (words,) in rows), language)


@lru_cache(maxsize=8)
def _read(rows, language):
    found = {}
    for words in rows:
        names = _names(words, language)
        for name in names:
            others = found.setdefault(name, [])
            others += [n for n in names if n != name and n not in others]
    return found


def _names(words, language):
    names = (
        tuple(token.text for unit in units(name, language) for token in unit.tokens)
        for name in words.split(",")
    )
    return tuple(dict.fromkeys(name for name in names if name))
