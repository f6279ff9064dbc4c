"""Read what stands in a cell of a number column for no value.

Most signs say only that there is none. The shorthand of statistical offices says why,
and is kept as the cell's note: [c] confidential, x not available for a reason.
"""

import re
from functools import lru_cache

from django.utils.translation import get_language, pgettext_lazy

from statistics.table.vocabulary import NO_VALUE_SIGNS, folded, no_value_words, words_of

from .characters import visible

LONGEST = 60  # characters of a cell that may be a sign
MORE = pgettext_lazy(
    "words, separated by commas",
    "n/a, n.a., n. a., na, n/k, n.k., nan, null, nil, none, n.d., n/d, nd, tbc, tba, "
    "unknown, missing, (missing), no data, not available, k. a., k.a., k.a, "
    "keine angabe, keine angaben, s.o., n.v., nv, unbekannt, non disponible, "
    "sin datos, saknas, उपलब्ध नहीं, غير متوفر, غير متاح",
)
# What programs write, the same in every language.
SIGNS = NO_VALUE_SIGNS | {
    *("---", "--", ".", "...", ":", "/", "?", "#n/v"),
    *("<na>", "<null>", "(null)", "#null!"),
}
BRACKETED = re.compile(r"\[\s*([^][\n]{1,20}?)\s*\]")
EUROSTAT = re.compile(r":\s*\(?([a-z]{1,3})\)?")  # no value, and why
# Of statistical offices: not applicable, confidential, low, unreliable, suppressed.
LETTERS = {"c", "x", "z", "u", "w", "s", "d", "low", "p", "*", "**", "***", ":c", ":u"}
LETTERS |= {"r", "f", ":z", ":n", "(c)", "(x)", "n", "b", "k", "ns", "n.s.", "supp"}
LETTERS |= {"†", "‡", "#", "~", "xx"}
REASONS = pgettext_lazy(
    "words, separated by commas",
    "suppressed, confidential, redacted",
)


def no_value(cell):
    """Return the mark to keep as the note of an empty cell, or ""; else None."""
    if len(cell) > LONGEST or cell[:1].isdigit():
        return None
    text = visible(cell)
    if is_word_for_none(text):
        return ""
    if found := BRACKETED.fullmatch(text):
        return found[1]
    if found := EUROSTAT.fullmatch(text):
        return found[1]
    if text in LETTERS or text == "X" or text in _words(get_language())[1]:
        return text.strip("()")
    return None


def is_word_for_none(text):
    """Return whether a text says that there is no value, and not why."""
    return folded(text) in _words(get_language())[0]


@lru_cache(maxsize=32)
def _words(_language):
    """The words that say only that there is no value, and those that say why."""
    return SIGNS | words_of(MORE) | no_value_words(), words_of(REASONS)


def is_sign(cell):
    """Return whether it is a sign for no value even among words: n/a, [c], but no x."""
    mark = no_value(cell)
    return mark == "" or bool(mark) and cell.strip().startswith("[")
