"""Stem words by Snowball's algorithm of a language, and name words that ask."""

import threading
from functools import lru_cache

import snowballstemmer

from careerguide.languages.tags import english_name

from . import word_forms
from .stop_words import LIGHT_WORDS, STOP_WORDS

CACHED_WORDS = 20_000  # anybody can ask for words without end: some megabytes
# CLDR's names of languages that Snowball calls by another.
OTHER_NAMES = {"norwegian bokmål": "norwegian", "norwegian nynorsk": "norwegian"}

_of_thread = threading.local()


def stem(word, language):
    """Return the stem of a folded word.

    The word itself where Snowball lacks the language.
    """
    algorithm = algorithm_of(language)
    return _stem(word, algorithm) if algorithm else word


def stop_words(language):
    """Folded words that say little by themselves: “how”, “the”; may be empty."""
    return STOP_WORDS.get(language.partition("-")[0], frozenset())


def light_words(language):
    """Folded words that say a little: “typical”, “people”; may be empty."""
    return LIGHT_WORDS.get(language.partition("-")[0], frozenset())


@lru_cache(maxsize=32)
def stop_tokens(language):
    """Return the tokens of `stop_words`."""
    return frozenset(stem(word, language) for word in stop_words(language))


@lru_cache(maxsize=32)
def algorithm_of(language):
    """Return snowball's name of a language code such as en-gb; "" where it has none."""
    name = english_name(language).lower()
    name = OTHER_NAMES.get(name, name)
    return name if name in snowballstemmer.algorithms() else ""


@lru_cache(maxsize=CACHED_WORDS)
def _stem(word, algorithm):
    """Snowball's objects hold the word at work, so each thread has its own."""
    if algorithm == "english":
        if word in word_forms.TOKENS:
            return word_forms.TOKENS[word]
        word = word_forms.common_form(word)
    stemmers = vars(_of_thread)
    if algorithm not in stemmers:
        stemmers[algorithm] = snowballstemmer.stemmer(algorithm)
    return stemmers[algorithm].stemWord(word)
