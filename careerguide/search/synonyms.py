"""Read words that mean the same, as editors wrote them down, as tokens."""

from functools import lru_cache

from .backends import backend
from .plain_text import tokens_of_name


class Synonyms:
    """Names, each a tuple of tokens, and the others that each of them has."""

    def __init__(self, rows):
        self._others = {}
        for names in rows:
            for name in names:
                others = self._others.setdefault(name, [])
                others += [n for n in names if n != name and n not in others]
        self._longest = max(map(len, self._others), default=0)

    def of(self, name):
        """Return what else is called so, which may be nothing."""
        return self._others.get(name, ())

    def others(self, terms, at):
        """Return how many terms from there are a name, the longest; and the others.

        A phrase in quotation marks is taken as it is.
        """
        tokens, found = (), (0, ())
        for count, term in enumerate(terms[at : at + self._longest], start=1):
            if term.in_a_row:
                break
            tokens += tuple(token.text for token in term.tokens)
            if tokens in self._others:
                found = count, self._others[tokens]
        return found


def synonyms(language):
    """Return the `Synonyms` of now."""
    engine = backend()
    [(rows,)] = engine.rows(f"SELECT {engine.JOINED_LINES} FROM search_synonym")
    return _read(rows or "", language)


@lru_cache(maxsize=8)
def _read(rows, language):
    """Of rows in any order, as a database joins them."""
    rows = sorted(rows.split("\n"))
    return Synonyms([_names(words, language) for words in rows])


def _names(words, language):
    names = (tokens_of_name(words, language) for words in words.split(","))
    return tuple(dict.fromkeys(filter(None, names)))
