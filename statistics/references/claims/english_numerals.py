"""Read English cardinal numbers in words: forty-six, a hundred and twenty, zero.

The grammar is that of a number below a thousand, with hundreds and what is added to
them, and of as many of those with a scale as follow each other.
"""

import re

from .amounts import Number
from .english_vocabulary import SCALES, VALUES
from .english_vocabulary import SMALL as _SMALL

SMALL = rf"(?:{_SMALL}\b)"
_BELOW_1000 = rf"(?:(?:{SMALL}|an?)[ -]hundred(?:\s+(?:and\s+)?{SMALL})?|{SMALL}|zero)"
_SCALE = r"(?:thousand|million|billion|trillion)"
CARDINAL = (
    rf"(?:an?\s+{_SCALE}|{_BELOW_1000}(?:[ -]{_SCALE})?)"
    rf"(?:\s+(?:and\s+)?{_BELOW_1000}(?:[ -]{_SCALE})?){{0,3}}"
)
_WORDS = re.compile(
    rf"(?<![\w'’-])(?>{CARDINAL})(?![\w'’]|-(?!to-|and-a-half|(?:year|month|week|day|hour)\b))",
    re.I,
)
_LOOSE = re.compile(r"an?\s+\w+", re.I)
_NAME = re.compile(r"\S*[\s-]+[A-Z]")  # One Hundred Years


def value_of(words):
    """Return the value of a cardinal number, or None where words are no such number."""
    total = group = 0
    for word in re.split(r"[\s-]+", words.casefold().strip()):
        if word in ("a", "an", "and", "zero"):
            continue
        if word in VALUES:
            group += VALUES[word]
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in SCALES:
            total, group = total + (group or 1) * SCALES[word], 0
        else:
            return None
    return total + group


def numbers_in_words(text):
    """Yield each cardinal number in words of a text as a `Number`."""
    for match in _WORDS.finditer(text):
        start, end = match.span()
        is_loose = _LOOSE.fullmatch(match[0])  # a million excuses
        if is_loose or _NAME.match(match[0]) or _is_in_a_name(text, match):
            continue
        value = value_of(match[0])
        yield Number.of_words(start, end, value)


def _is_in_a_name(text, match):
    """Whether it has a capital in the middle of a sentence: the Big Five."""
    before = text[max(0, match.start() - 3) : match.start()].rstrip(" \"“'‘(*_")
    return match[0][0].isupper() and bool(before) and before[-1] not in ".:!?\n;"
