"""Cut texts where a reader takes a breath: after a sentence, or else after a word."""

import re
from itertools import accumulate

SHORTEST = 60  # characters of a clause that is told in place of its sentence
_CLAUSE = re.compile(r"[:;](?= )")
# A sentence ends before a blank; “e.g.” and “U.S.” are followed by a small letter or
# have their full stops inside.
_END = re.compile(r"(?<!\b[A-Za-z])[.!?…][”’\"')»]*(?=\s+[^a-z\s])|[。！？]")


def whole_sentences(text, most=200):
    """Return as many sentences from the start of a text as have `most` characters.

    Of one that is longer, the clauses before a colon; or, with an ellipsis, its lines,
    such as items of a list, or its words.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    text = " ".join(filter(None, lines))
    if len(text) <= most:
        return text
    ends = [match.end() for match in _END.finditer(text, 0, most + 1)]
    if ends := [end for end in ends if end <= most]:
        return text[: ends[-1]]
    clauses = [match.start() for match in _CLAUSE.finditer(text, SHORTEST, most)]
    if clauses:
        return f"{text[: clauses[-1]]}."
    ends = [end for end in _line_ends(lines) if SHORTEST <= end < most]
    return f"{text[: ends[-1]]}…" if ends else cut_at_word(text, most)


def _line_ends(lines):
    """Where each of some lines ends once they stand on one."""
    return (end - 1 for end in accumulate(len(line) + 1 for line in lines if line))


def cut_at_word(text, most):
    """Return a text of at most so many characters, with an ellipsis where it is cut."""
    if len(text) <= most:
        return text
    begin = text[:most]
    words = begin.rpartition(" ")[0] if " " in begin else begin[:-1]
    return words.rstrip(" ,;:–—-") + "…"
