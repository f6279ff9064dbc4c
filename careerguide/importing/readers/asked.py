"""Part the lines of one paragraph that are questions with their answers below.

How long does it take?
Three years.
Is it hard?
Yes, very.
"""

from ..parting import line_text, lines_of, parted_lines
from ..tree import PARAGRAPH, changed, numbered

LEAST = 2  # such questions: one alone may be the line of a text where it was broken
LONGEST = 200
ENDS = (".", "!", "?", "…", ":", "”", '"', ")")


def with_questions_parted(document):
    """Return a document in which such questions and answers are paragraphs."""
    found = {
        number: (lines, asking)
        for number, block in enumerate(document.blocks)
        if block.kind == PARAGRAPH and "?" in block.line
        for lines in (lines_of(block.spans),)
        if (asking := _asking([*map(line_text, lines)]))
    }
    if sum(len(asking) for _lines, asking in found.values()) < LEAST:
        return document
    blocks = []
    for number, block in enumerate(document.blocks):
        if number in found:
            lines, asking = found[number]
            starts = {*asking, *(place + 1 for place in asking)}
            blocks += parted_lines(block, lines, starts)
        else:
            blocks.append(block)
    return changed(document, blocks=numbered(blocks))


def _asking(texts):
    """The numbers of the lines that ask, where the first of all lines does."""
    asking = [
        number
        for number, (text, answer) in enumerate(zip(texts, texts[1:], strict=False))
        if is_question(text)
        and _begins(answer)
        and (not number or texts[number - 1].rstrip().endswith(ENDS))
    ]
    return asking if asking[:1] == [0] else []


def is_question(text):
    """Return whether a line asks, and begins as sentences do."""
    text = text.strip()
    return text.endswith("?") and len(text) <= LONGEST and _begins(text)


def _begins(text):
    """Whether a line begins as sentences do: not with a small letter."""
    first = next((c for c in text if c.isalnum()), "")
    return bool(first) and not first.islower()
