"""Count words: what a document has, and what becomes of each."""

import re
from collections import Counter

from .tree import walk

# Marks within a word belong to it: 8.43, e-commerce, don’t. Those around it do not, as
# they change with the notation.
WORD = re.compile(r"[^\W_]+(?:['’.,\-‐‑][^\W_]+)*")


def words_of(text):
    """Return the words of a text, in order."""
    return WORD.findall(text)


def block_texts(block):
    """Yield the texts of a block itself, without the blocks within it."""
    if block.spans:
        yield block.line
    if block.text:
        yield block.text
    for row in block.rows:
        for cell in row:
            yield cell.text


def text_of_block(block):
    """Return the words of a block as people read them, a line for each part."""
    parts = [part.line or part.text for part in walk((block,))]
    rows = [" | ".join(cell.text for cell in row) for row in block.rows]
    return "\n".join(filter(None, [*parts, *rows]))


def block_words(block):
    """Return the words of a block and of those within it."""
    return [
        word
        for part in walk((block,))
        for text in block_texts(part)
        for word in words_of(text)
    ]


def count(blocks):
    """Count each word of blocks."""
    return Counter(word for block in blocks for word in block_words(block))
