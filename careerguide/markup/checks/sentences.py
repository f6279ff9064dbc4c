"""Find sentences that are very long, and count the words of a text."""

import re

from django.utils.translation import ngettext

from .findings import Fault, shortened
from .outline import CODE, TAG

MOST_WORDS = 40  # of a sentence
_WORD = re.compile(r"\w[\w'’./%-]*")
# A sentence ends at a sign and a blank, where what follows does not begin small.
_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[^\sa-z])")
_PROSE = frozenset({"p", "li", "blockquote", "dd", "td"})


def long_sentences(outline):
    """Yield a fault for each sentence of more than `MOST_WORDS` words."""
    for block in outline.blocks:
        if block.name not in _PROSE:
            continue
        text = block.text
        if len(text) < 2 * MOST_WORDS:
            continue
        line_of = block.lines()
        for start, end in _sentences(text):
            words = len(_WORD.findall(text, start, end))
            if words <= MOST_WORDS:
                continue
            written = text[start:end].replace(TAG, "").replace(CODE, "…")
            what = " ".join(written.split())
            problem = ngettext(
                "A sentence of %(count)d word is hard to follow: “%(text)s”",
                "A sentence of %(count)d words is hard to follow: “%(text)s”",
                words,
            )
            values = {"count": words, "text": shortened(what)}
            yield Fault("long-sentence", what, line_of(start), problem % values)


def _sentences(text):
    start = 0
    for found in _END.finditer(text):
        yield start, found.end()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def word_count(outline):
    """Return how many words a text has."""
    return sum(len(_WORD.findall(block.text)) for block in outline.blocks)
