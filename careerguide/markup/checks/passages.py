"""Tell the paragraphs of texts, to find those that stand in two places."""

import hashlib
import re
from dataclasses import dataclass

from .outline import CODE, TAG

LEAST_WORDS = 12  # fewer may well be the same: “No degree is needed for this.”
MOST = 2_000  # passages of one text
_WORD = re.compile(r"\w+")
_PROSE = frozenset({"p", "li", "blockquote", "dd"})


@dataclass(frozen=True)
class Passage:
    """A paragraph; `digest` is the same for the same words, however marked."""

    digest: str
    line: int
    text: str


def passages(outline):
    """Return the Passages of a text that are long enough to compare."""
    found = []
    for block in outline.blocks:
        if block.name not in _PROSE or len(block.text) < 2 * LEAST_WORDS:
            continue
        words = _WORD.findall(block.text.replace(TAG, "").replace(CODE, "…").casefold())
        if len(words) < LEAST_WORDS:
            continue
        digest = hashlib.sha256(" ".join(words).encode(errors="replace")).hexdigest()
        shown = " ".join(block.text.replace(TAG, "").replace(CODE, "…").split())
        found.append(Passage(digest[:16], block.line, shown))
        if len(found) == MOST:
            break
    return found
