"""Tell a line that numbers the columns, as offices write it below their names.

(1) (2) (3), 1;2;3, A;1;2, [1] [2], I II III, १ २ ३, (4)=(2)+(3): it is no row.
"""

from django.utils.translation import gettext as _

from statistics.importing.values.amounts import take_apart
from statistics.importing.values.characters import plain
from statistics.importing.values.years import YEAR
from statistics.table.vocabulary import folded, words_of

from .counts import ALPHABETS, COLUMN, count_of

MOST = 60  # columns that a line numbers
COMPARED = 30  # rows that tell what a column holds


def numbers_columns(line, body):
    """Whether a line below names counts them, and is no row above those of `body`."""
    found = _counted(line)
    if not found:
        return False
    style, first = found
    if style != "digits":
        return True
    return _is_no_row(line, first, body)


def may_number_columns(line, body):
    """Whether 1, 2, 3 may be a row or number the columns: the rows tell neither."""
    found = _counted(line)
    return bool(
        found
        and len(line.filled) > 2
        and line.filled[0] == 0
        and not _is_no_row(line, found[1], body)
        and all(len(row.cell(0)) > 1 for row in body[:COMPARED])
    )


def numbers_names(line, names, body):
    """Whether a line above names numbers them: A B C, as spreadsheets show above."""
    if not (body and _counted(line)) or len(names.filled) < max(2, len(line.filled)):
        return False
    return not any(take_apart(names.cells[p]) for p in names.filled) and any(
        take_apart(body[0].cell(place)) for place in names.filled
    )


def count_in_brackets(cells):
    """Return whether all are (1), (2), (3): models or columns, and no numbers."""
    counts = [count_of(cell) for cell in cells]
    return len(counts) > 1 and counts == [
        ("brackets", number) for number in range(1, len(counts) + 1)
    ]


def sentences_on(lines):
    """Yield what is said of lines that number the columns."""
    for line in lines:
        sentence = _(
            "Line %(line)d numbers the columns (%(cells)s) and was left out: it is no "
            "row."
        )
        cells = ", ".join(str(line.cells[place]) for place in line.filled[:4])
        more = ", …" * (len(line.filled) > 4)
        yield sentence % {"line": line.number, "cells": cells[:60] + more}


def _counted(line):
    """(style, place of the first count) of a line of 1, 2, 3 or the like, or None."""
    places = line.filled
    if not 2 <= len(places) <= MOST:
        return None
    counts = [count_of(line.cells[place]) for place in places]
    skipped = 0
    if not counts[0] or (counts[1] and counts[0][0] != counts[1][0]):
        # A;1;2 and Column;(1);(2)
        if places[0] != 0 or not _may_stand_first(line.cells[0]):
            return None
        counts, skipped = counts[1:], 1
    if len(counts) + skipped < 2 or not all(counts):
        return None
    styles = {style for style, _number in counts}
    numbers = [number for _style, number in counts]
    start = numbers[0]
    if len(styles) > 1 or numbers != list(range(start, start + len(numbers))):
        return None
    [style] = styles
    if len(counts) < 2 and not (skipped and style == "brackets" and start < 3):
        return None
    if start > 2 and style != "brackets":
        return None
    return style, places[skipped]


def _may_stand_first(cell):
    """Whether it heads a line of counts: A, 0, Column, Spalte."""
    text = plain(str(cell)).strip("()[]. ")
    return (
        folded(text) in words_of(COLUMN)
        or text == "0"
        or any(text.casefold() == alphabet[0] for alphabet in ALPHABETS)
    )


def _is_no_row(line, first, body):
    """Whether plain digits stand above words or years, or above a row of number 1."""
    rows = body[:COMPARED]
    if not rows:
        return False
    heads = [row.cell(0) for row in rows if row.cell(0).strip()]
    head = line.cell(0).strip()
    if not heads:
        return False
    are_words = not any(map(take_apart, heads))
    if not head:
        return are_words or all(map(YEAR.fullmatch, heads))
    if first != 0 and line.filled[0] == 0:  # A;1;2
        return are_words and all(map(_is_word, heads))
    for place in line.filled:
        cells = [row.cell(place) for row in rows if row.cell(place).strip()]
        words = [cell for cell in cells if not take_apart(cell)]
        if len(words) * 2 > len(cells) and any(map(_has_letters, words)):
            return True
    years = sum(bool(YEAR.fullmatch(plain(cell))) for cell in heads)
    if years * 2 > len(heads):
        return True
    return len(line.filled) > 2 and plain(heads[0]) == plain(head) == "1"


def _is_word(cell):
    """Whether it is no grade or group, such as B+ or AB, beside an A."""
    letters = sum(character.isalpha() for character in cell)
    return letters > (2 if cell.isascii() else 1)


def _has_letters(cell):
    return any(character.isalpha() for character in cell)
