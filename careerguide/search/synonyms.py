"""Read words that mean the same, as editors wrote them down, as tokens."""

from functools import lru_cache

from .models import Synonym
from .tokens import units


def synonyms(language):
    """{tokens of a name: [tokens of each other name]}, each a tuple of tokens."""
    found = {}
    for words in Synonym.objects.values_list("words", flat=True):
        names = _names(words, language)
        for name in names:
            others = found.setdefault(name, [])
            others += [n for n in names if n != name and n not in others]
    return found


@lru_cache(maxsize=1024)
def _names(words, language):
    names = (
        tuple(token.text for unit in units(name, language) for token in unit.tokens)
        for name in words.split(",")
    )
    return tuple(dict.fromkeys(name for name in names if name))
