"""Find what a text might do better, in one pass: nothing of it keeps it from readers.

`survey` finds what readers would see go wrong; this is what an editor may well ignore.
"""

import re
from dataclasses import dataclass
from itertools import islice

from careerguide.markup.sanitise import readable

from .findings import Fault
from .heading_order import out_of_order
from .link_words import vague_or_bare
from .outline import Outline
from .passages import Passage, passages
from .pictures import undescribed
from .sentences import long_sentences, word_count
from .sources import Source
from .unfinished import unfinished

MOST = 100  # of one kind in a text
MOST_LINKS = 2_000
_WEB = re.compile(r"https?://", re.I)


@dataclass(frozen=True)
class Advice:
    faults: tuple[Fault, ...]
    passages: tuple[Passage, ...]
    words: int
    elsewhere: tuple[tuple[int, str], ...] = ()  # line and address of each web link


def advise(text: str) -> Advice:
    """Return the Advice on a Markdown text."""
    text = readable(text)
    outline, source = Outline(text), Source(text)
    faults = {}
    for found in (
        undescribed(outline),
        out_of_order(outline),
        unfinished(source),
        vague_or_bare(outline),
        long_sentences(outline),
    ):
        for fault in islice(found, MOST):
            faults.setdefault(fault.key, fault)
    in_order = sorted(faults.values(), key=lambda fault: fault.line)
    elsewhere = tuple(
        (link.line, link.address)
        for link in islice(outline.links, MOST_LINKS)
        if _WEB.match(link.address)
    )
    words = word_count(outline)
    return Advice(tuple(in_order), tuple(passages(outline)), words, elsewhere)
