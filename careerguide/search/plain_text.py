"""Write a text as the tokens by which it is found: the whole, its pieces, its names."""

import re
from functools import lru_cache

from .stems import CACHED_WORDS
from .tokens import LONGEST, units

CACHED_CONTEXTS = 4_000

PIECE = re.compile(r"\S+")
_SPACED = re.compile(r"\d\s(?:\d{3}(?!\d)|%)")  # 1 234 and 55 % are one piece
_PIECE_OR_SPACED = re.compile(r"(?:\S|(?<=\d)(?<!\d{4})\s(?=\d{3}(?!\d)|%))+")


def plain_text(text, language):
    """Return the tokens of a text, apart by spaces.

    What is found as a whole stands last.
    """
    tokens, last = [], []
    for unit in units(text, language):
        tokens += [token.text for token in unit.tokens]
        last += [token.text for token in unit.joined]
        last += unit.also
    return " ".join(tokens + last)


@lru_cache(maxsize=CACHED_CONTEXTS)
def words_of_context(context, language):
    """Return the tokens of a text that many documents share: the names of a career."""
    return plain_text(context, language)


@lru_cache(maxsize=CACHED_CONTEXTS)
def names_of_context(context, language):
    """Return the tokens of each name of a career, and of the first without its last.

    A “wind energy engineer” is asked for by “wind energy” as well.
    """
    names = [
        frozenset(plain_text(one, language).split()) for one in context.split(", ")
    ]
    first = plain_text(context.partition(", ")[0], language).split()
    return tuple(filter(None, (*names, frozenset(first[:-1]))))


def pieces_of(text):
    """Return what stands between the spaces of a text, and “1 234” as one."""
    return piece_pattern(text).findall(text)


def piece_pattern(text):
    """Return the pattern of what `pieces_of` returns of a text and of its lines."""
    return _PIECE_OR_SPACED if _SPACED.search(text) else PIECE


def tokens_by_piece(text, language):
    """{what stands between spaces: its tokens} of a text.

    Quicker than the tokens of the whole, and the same but for what has a space in it,
    as “Ph. D.”.
    """
    return {piece: tokens_of_piece(piece, language) for piece in {*pieces_of(text)}}


@lru_cache(maxsize=CACHED_WORDS)
def tokens_of_piece(piece, language):
    """Return the set of tokens of what stands between two spaces."""
    return frozenset(plain_text(piece[: 2 * LONGEST], language).split())


def tokens_of_name(text, language):
    """Return the tokens of a word or a few, in their order."""
    return tuple(token.text for unit in units(text, language) for token in unit.tokens)


def surface_words(text, language):
    """The tokens of a text that are words, to which spelling may be corrected."""
    return [
        token
        for unit in units(text, language)
        for token in (*unit.tokens, *unit.joined)
        if token.word
    ]
