"""Split a table whose cells stand apart by single spaces, by the kinds of its cells.

    Rank Industry Percentage
    1 Information Technology 31%

Each line has as many numbers before its words, and as many after them. Where the first
line does not have as many words as that makes cells, somebody has to tell them apart.
"""

import re

from django.utils.translation import gettext as _

from statistics.importing.values.affixes import read_affixes
from statistics.importing.values.amounts import take_apart
from statistics.importing.values.missing import is_word_for_none
from statistics.table.errors import DataError, shortened

from .lines import Line

MOST_LINES = 2_100
MOST_WORDS = 60
LONGEST = 400  # characters of a line
# What R and pandas print around a table.
ASIDE = re.compile(r"#.*|Name: .*dtype: .*|dtype: .*|Length: \d+.*|\[\d+ rows x .*\]")
GROUP = re.compile(r"[0-9]{3}(?:[.,][0-9]+)?[^\w\s]*")
OPEN = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?: [0-9]{3})*$")
DRAWN = re.compile(r"[-=_+|]{3,}")


def split_by_kinds(text):
    """Return the lines of such a table, or nothing where the text is none.

    Raises `DataError` where it is one, and its first line does not fit.
    """
    rows = [(n, row.split()) for n, row in enumerate(text.split("\n"), 1)]
    rows = [
        (n, words) for n, words in rows if words and not DRAWN.fullmatch("".join(words))
    ]
    if not 3 <= len(rows) <= MOST_LINES or any(len(w) > MOST_WORDS for _n, w in rows):
        return []
    (first, names), *body = rows
    if lines := _of_numbers(rows):
        return lines
    split_rows = [parted(words) for _number, words in body]
    shapes = {(len(front), len(back)) for front, _middle, back in split_rows}
    middles = {middle for _front, middle, _back in split_rows}
    _refuse_grouped(body, split_rows)
    if len(names) < 2 or len(shapes) != 1 or len(middles) < 2 or "" in middles:
        return []
    [(before, after)] = shapes
    if not before + after:
        return []
    if before + 1 + after != len(names):
        if not after:
            return []
        raise DataError(
            [
                _(
                    "The cells of these lines stand apart by single spaces, and the "
                    "first line has %(names)d words for %(cells)d cells. Put a tab or "
                    "a semicolon between the cells."
                )
                % {"names": len(names), "cells": before + 1 + after}
            ]
        )
    lines = [Line(first, names, len(names))]
    for (number, _words), (front, middle, back) in zip(body, split_rows, strict=True):
        cells = [*front, middle, *back]
        lines.append(Line(number, cells, len(cells)))
    return lines


def _of_numbers(rows):
    """The lines where each word is a number, and there are as many as names."""
    (_first, names), *body = rows
    width = len(names)
    if width < 2 or any(len(words) != width for _n, words in body):
        return []
    if not all(is_number(word) for _n, words in body for word in words):
        return []
    if any(take_apart(" ".join(words)) for _n, words in body):
        raise several(" ".join(body[0][1]))
    return [Line(number, words, width) for number, words in rows]


def several(numbers):
    sentence = _(
        "“%s” could be one number or several: put a tab or a semicolon between the "
        "cells."
    )
    return DataError([sentence % shortened(numbers)])


def _refuse_grouped(body, split_rows):
    """Raise `DataError` where spaces may group thousands: 1 234 below Antal 2022."""
    found = [back or front for front, _middle, back in split_rows]
    named = [middle for _front, middle, _back in split_rows]
    if not all(found) or not all(named) or len(set(named)) < 2:
        return
    joined = [_grouped(words) for words in found]
    first = next(
        (words for words, j in zip(found, joined, strict=True) if j != words), []
    )
    counts, fewer = set(map(len, found)), set(map(len, joined))
    all_may = all(len(j) < len(w) for j, w in zip(joined, found, strict=True))
    if first and (all_may or (len(counts) > 1 and len(fewer) == 1)):
        raise several(next(j for j in _grouped(first) if " " in j))


def _grouped(words):
    """Numbers with those joined that may be groups of one: 540 123 5 -> 540 123, 5."""
    joined = []
    for word in words:
        if joined and GROUP.fullmatch(word) and OPEN.search(joined[-1]):
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return joined


def parted(words):
    """Return numbers at the beginning, words, numbers at the end."""
    words = _together(words)
    start, end = 0, len(words)
    while start < end and is_number(words[start]):
        start += 1
    while end > start and is_number(words[end - 1]):
        end -= 1
    return words[:start], " ".join(words[start:end]), words[end:]


def _together(words):
    """What belongs to a number goes to it: 31 %, $75 billion, EUR 5."""
    joined = []
    for word in words:
        before = joined[-1] if joined else ""
        both = f"{before} {word}"
        if before and take_apart(before) and not word[0].isdigit():
            amount = take_apart(both)
            if amount and not amount.word and read_affixes("", word):
                joined[-1] = both
                continue
        joined.append(word)
    return joined


def is_number(word):
    """Return whether a word is a number alone, or stands for no value."""
    amount = take_apart(word)
    return bool(amount and not amount.word) or is_word_for_none(word)
