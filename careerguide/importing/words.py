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
    return words_of("\n".join(texts_in((block,))))


def count(blocks):
    """Count each word of blocks."""
    return Counter(words_of("\n".join(texts_in(blocks))))


def texts_in(blocks):
    """Return the texts of blocks and of those within them."""
    return (text for part in walk(blocks) for text in block_texts(part))
