"""Test the words by which languages shorten numbers, as CLDR has them."""

import pytest
from babel import Locale, localedata

from careerguide.languages.locales import locale_of
from careerguide.languages.scales import scale_word, scale_words
from statistics.importing.values.scales import EITHER_CASE, WORDS

# Where one language means another power of ten than all the others, somebody is asked.
ASKED_THERE = {
    "bn": {"af", "fr", "is", "kl", "se", "sv"},
    "bln": {"fy", "ia", "it", "lld", "nl", "pl", "sc", "sq", "vec"},
    "bln.": {"fy", "nl"},
    "billion": {"da", "de", "fr", "ia", "kl", "ksh", "nb", "nn", "no"},
    "billions": {"fr"},
    "tn": {"sv"},
    "mia": {"lij"},
}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", {"mio.": 6, "mio": 6, "milliarden": 9, "billionen": 12, "tausend": 3}),
        ("sv", {"mn": 6, "md": 9, "bn": 12, "tn": 3, "miljoner": 6}),
        ("hi", {"लाख": 5, scale_word("करोड़"): 7, "अ॰": 9, "खरब": 11}),
        ("ar", {"ألف": 3, "ملايين": 6, "مليار": 9}),
        ("ja", {"万": 4, "億": 8}),
        ("es", {"mil": 3, "mil millones": 9, "billones": 12}),
    ],
)
def test_words_of_a_language_say_how_far_the_mark_moves(language, words):
    found = scale_words(locale_of(language))
    assert {word: found.get(word) for word in words} == words


def test_words_that_count_nothing_are_none():
    """French writes “mille” for 1,000, and “10 mille” for no number at all."""
    assert set(scale_words(locale_of("it")).values()) <= {3, 6, 9, 12}


def test_words_known_everywhere_mean_the_same_in_each_language():
    for name in localedata.locale_identifiers():
        if "_" in name:
            continue
        for word, power in scale_words(Locale.parse(name)).items():
            if name not in ASKED_THERE.get(word, ()):
                assert WORDS.get(word, power) == power, (name, word)


def test_no_word_is_listed_twice():
    words = [word for some in EITHER_CASE.values() for word in some.split()]
    assert len(words) == len(set(words))
