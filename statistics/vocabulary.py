"""Words in cells and labels that say what a row or a column is.

The English words are known in every language, and a catalogue adds those of its own:
each list is one text to translate, words separated by commas (docs/translating.md).
"""

from functools import lru_cache

from django.utils.translation import gettext, pgettext

OTHER = "other, others, all other, all others, rest, the rest"
RANK = "rank, ranking, position, no., #"
TOTAL = "total, all, overall, sum"
NO_VALUE = "no data, no value, n/a, n.a., na, not available, not known, unknown"
# Signs for no value, the same in every language.
NO_VALUE_SIGNS = frozenset({"", "-", "–", "—", "#n/a", "..", "…"})


def other_words():
    """What is left over, which stands last: Other, Sonstige."""
    return _words(
        OTHER,
        pgettext(
            "words, separated by commas",
            "other, others, all other, all others, rest, the rest",
        ),
    )


def rank_words():
    """Labels of a column that holds ranks."""
    return _words(
        RANK,
        pgettext("words, separated by commas", "rank, ranking, position, no., #"),
    )


def total_words():
    """What a row is called that sums the others up."""
    return _words(
        TOTAL, pgettext("words, separated by commas", "total, all, overall, sum")
    )


def no_value_words():
    """What stands in a cell for no value, signs such as – and our own word included."""
    return NO_VALUE_SIGNS | _words(
        NO_VALUE,
        pgettext(
            "words, separated by commas",
            "no data, no value, n/a, n.a., na, not available, not known, unknown",
        ),
        gettext("no data"),
    )


def is_other(text):
    """Whether a row's name says that it holds what is left over.

    What stands in brackets after it is no part of the name: Other (please specify).
    """
    return folded(text.partition("(")[0]) in other_words()


def folded(text):
    """A text as it is compared with the words: without case, one space between."""
    return " ".join(text.split()).casefold()


@lru_cache(maxsize=64)
def _words(*lists):
    words = (folded(word) for text in lists for word in text.split(","))
    return frozenset(word for word in words if word)
