"""What stands in a cell of a number column for no value.

Most signs say only that there is none. The shorthand of statistical offices says why,
and is kept as the cell's note: [c] confidential, x not available for a reason.
"""

import re

from statistics.vocabulary import no_value_words

from .characters import visible

SIGNS = {
    *("", "-", "--", "---", "–", "—", "−", "‒", ".", "..", "...", "…", ":", "/", "?"),
    *("n/a", "#n/a", "#n/v", "n.a.", "n. a.", "na", "n/k", "n.k.", "nan", "null", "nil"),
    *("none", "n.d.", "n/d", "nd", "tbc", "tba", "unknown", "missing", "(missing)"),
    *("no data", "k. a.", "k.a.", "k.a", "keine angabe", "keine angaben", "s.o.", "n.v."),
    *("<na>", "<null>", "(null)", "#null!", "not available", "unbekannt", "nv"),
}
BRACKETED = re.compile(r"\[\s*([^][\n]{1,20}?)\s*\]")
# Of statistical offices: not applicable, confidential, low, unreliable, suppressed.
LETTERS = {"c", "x", "z", "u", "w", "s", "d", "low", "p", "*", "**", "***", ":c", ":u"}
LETTERS |= {"r", "f", ":z", ":n", "(c)", "(x)", "n", "b", "k", "ns", "n.s.", "supp"}
LETTERS |= {"suppressed", "confidential", "†", "‡", "#", "~", "xx", "redacted"}


def no_value(cell):
    """None where the cell holds something; else the mark to keep as its note, or ""."""
    text = visible(cell)
    if text.casefold() in SIGNS or text.casefold() in no_value_words():
        return ""
    if found := BRACKETED.fullmatch(text):
        return found[1]
    if text.casefold() in LETTERS:
        return text.strip("()")
    return None


def says_nothing(cell):
    """Whether it is a sign that a column of texts may hold, too: - or n/a."""
    return no_value(cell) == ""
