"""List the words in cells and labels that say what a row or a column is.

The English words are known in every language, and a catalogue adds those of its own:
each list is one text to translate, words separated by commas (docs/translating.md).
"""

from django.utils.translation import get_language, gettext, override, pgettext_lazy

from careerguide.languages.folding import fold_case
from careerguide.languages.signs import DASHES

OTHER = pgettext_lazy(
    "words, separated by commas",
    "other, others, all other, all others, rest, the rest",
)
RANK = pgettext_lazy(
    "words, separated by commas",
    "rank, ranking, position, no., #",
)
TOTAL = pgettext_lazy(
    "words, separated by commas",
    "total, all, overall, sum",
)
NO_VALUE = pgettext_lazy(
    "words, separated by commas",
    "no data, no value, n/a, n.a., na, not available, not known, unknown",
)
# Signs for no value, the same in every language.
NO_VALUE_SIGNS = frozenset({"", "-", *DASHES, "#n/a", "..", "…"})


def other_words():
    """Return what is left over, which stands last: Other, Sonstige."""
    return words_of(OTHER)


def rank_words():
    """Return labels of a column that holds ranks."""
    return words_of(RANK)


def total_words():
    """Return what a row is called that sums the others up."""
    return words_of(TOTAL)


def no_value_words():
    """Return the words for no value, signs such as – and our own word included."""
    return NO_VALUE_SIGNS | words_of(NO_VALUE) | {folded(gettext("no data"))}


def is_other(text):
    """Return whether a row's name says that it holds what is left over.

    What stands in brackets after it is no part of the name: Other (please specify).
    """
    return folded(text.partition("(")[0]) in other_words()


def folded(text):
    """A text as it is compared with the words: without case, one space between."""
    return fold_case(" ".join(text.split()))


def words_of(message):
    """Return the folded words of a list, in English and in the active language."""
    # A lazy text is translated for its hash, which is asked for each cell of a table.
    key = id(message), get_language()
    if key not in _known:
        with override("en"):
            english = str(message)
        words = map(folded, f"{english},{message}".split(","))
        _known[key] = frozenset(filter(None, words)), message  # so it keeps its id
    return _known[key][0]


_known = {}
