"""Refuse lines of several cells that nothing splits: they are no column of text."""

from django.utils.translation import gettext as _

from statistics.importing.values.amounts import take_apart
from statistics.table.errors import DataError

from .cells import WIDE
from .text_tables import ASIDE, LONGEST, MOST_WORDS, is_number, parted

MOST_AROUND = 2  # lines of a title or of notes


def refuse_columns(rows):
    """Raise `DataError` for lines of one cell that look like several columns."""
    texts = [row.strip() for row in rows if not ASIDE.fullmatch(row.strip())]
    body = texts[1:]
    wide = [bool(WIDE.search(text)) for text in texts]
    if len(body) < 2 and (not body or not all(wide)):
        return
    split_rows = [parted(row.split()) for row in body if len(row) < LONGEST]
    names = {" ".join(middle.split()) for _front, middle, _back in split_rows}
    ends = sum(bool(middle and back) for _front, middle, back in split_rows)
    are_named = len(names) > 1 and ends == len(body)
    are_numbers = all(
        len(front) > 1 and not middle for front, middle, _back in split_rows
    ) and not all(map(take_apart, body))
    are_wide = any(sum(some) * 5 >= len(some) * 4 for some in (wide, wide[1:]))
    if (
        are_wide
        or are_named
        or are_numbers
        or _end_in_several_numbers(split_rows)
        or _have_numbers_at_one_place(texts)
    ):
        raise not_apart()


def _end_in_several_numbers(split_rows):
    """Whether all but a few lines of a title or of notes end so: Band 5 28407."""
    ends = [len(back) > 1 and bool(middle) for _front, middle, back in split_rows]
    inside = ends[ends.index(True) :] if any(ends[: MOST_AROUND + 1]) else []
    while inside and not inside[-1] and len(ends) - len(inside) < 2 * MOST_AROUND:
        inside.pop()
    return len(inside) > 1 and all(inside)


def _have_numbers_at_one_place(texts):
    """Whether all lines have as many words, one of them a number below the first."""
    names, *body = [text.split() for text in texts]
    return (
        2 < len(names) <= MOST_WORDS
        and len(body) > 1
        and all(len(words) == len(names) for words in body)
        and any(
            not is_number(name) and all(map(is_number, words))
            for name, *words in zip(names, *body, strict=True)
        )
    )


def not_apart():
    sentence = _(
        "The cells of these lines stand apart by spaces, and not all lines have as "
        "many. Put a tab or a semicolon between the cells, or copy the table from a "
        "spreadsheet."
    )
    return DataError([sentence])
