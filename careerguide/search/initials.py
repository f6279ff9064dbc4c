"""Shorten names of several words, as readers do: MLE is a machine learning engineer."""

import re
from functools import lru_cache

_FIRST_LETTER = re.compile(r"(?<![^\W\d_])[^\W\d_]")
FEWEST = 3  # words: two letters are an abbreviation of too much, and often a word
MOST = 5  # words of a line that is a name: a label, or an item of a list
CACHED_LINES = 4_000


def initials(name):
    """Return the first letters of the words of a name; "" of one of fewer words."""
    letters = _FIRST_LETTER.findall(name)
    return "".join(letters).upper() if len(letters) >= FEWEST else ""


def with_initials(text):
    """Return a text with the initials of its short lines after it.

    What a table or a list names is asked for by them: SVM, a support vector machine.
    """
    return " ".join([text, *filter(None, map(initials_of_line, text.splitlines()))])


def initials_of_line(line):
    """Return the initials of a line that is a name; "" of a longer or shorter one."""
    return _of_name(line) if line.count(" ") < MOST else ""


_of_name = lru_cache(maxsize=CACHED_LINES)(initials)
