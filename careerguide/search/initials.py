"""Shorten names of several words, as readers do: MLE is a machine learning engineer."""

import re

_WORD = re.compile(r"[^\W\d_]+")
FEWEST = 3  # words: two letters are an abbreviation of too much, and often a word


def initials(name):
    """Return the first letters of the words of a name; "" of one of fewer words."""
    words = _WORD.findall(name)
    return "".join(word[0] for word in words).upper() if len(words) >= FEWEST else ""
