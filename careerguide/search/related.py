"""Name words that answer to another: whoever asks for “young” is told of ages.

Other than synonyms, it is one way, and such a word counts for less than what was asked
for: whatever has the words of the question itself comes before it.
"""

from functools import lru_cache

from .plain_text import tokens_of_name
from .related_words import RELATED

LONGEST = 3  # words of a name


@lru_cache(maxsize=8)
def _related(language):
    """{name, as tokens: the names that answer to it}"""
    found = {}
    text = RELATED.get(language.partition("-")[0], "")
    rows, row = [], ""
    for line in text.splitlines():
        row += " " + line.strip()
        if row.strip() and not row.rstrip().endswith((",", ":")):
            rows.append(row)
            row = ""
    for one in rows:
        asked, _, answers = one.partition(":")
        answers = [tokens_of_name(name, language) for name in answers.split(",")]
        for name in asked.split(","):
            key = tokens_of_name(name, language)
            there = found.setdefault(key, [])
            there += [one for one in answers if one != key and one not in there]
    return found


def related(terms, at, language):
    """Return how many terms from there are a name, and the names that answer to it.

    Each is a tuple of tokens.
    """
    tokens, found, names = (), (0, ()), _related(language)
    for count, term in enumerate(terms[at : at + LONGEST], start=1):
        if term.in_a_row:
            break
        tokens += tuple(token.text for token in term.tokens)
        if tokens in names and not (count == 1 and term.is_stop_word):
            found = count, names[tokens]
    return found
