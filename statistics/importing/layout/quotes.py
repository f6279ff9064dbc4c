"""Tell quotation marks that hold lines together from those that are characters.

42" and 55" on different lines of a .tsv file would swallow the rows between.
"""

import csv

from django.utils.translation import gettext as _

from statistics.importing.values.amounts import take_apart
from statistics.table.errors import DataError

from .cells import DELIMITERS, TAB, reader_of

LOOKED_AT = 2_000  # lines


def are_characters(text, name):
    """Whether marks that span lines are characters: each line is a row without them.

    Raises `DataError` where the lines do not tell.
    """
    if '"' not in text or name not in DELIMITERS:
        return False
    spans = _spans(text, name)
    if not spans:
        return False
    mark, rows = DELIMITERS[name], text.split("\n")[:LOOKED_AT]
    width = _common_width(row.count(mark) for row in rows if row.strip())
    found = [rows[slice(*span)] for span in spans]
    found = [lines for lines in found if _are_rows(lines, mark, width)]
    if not found:
        return False
    alike = _have_numbers_alike(found, _outside(rows, spans), mark)
    if alike is not None:
        return alike and len(found) == len(spans)
    if name != TAB and all(_is_prose(lines, mark) for lines in found):
        return False
    first, last = spans[0]
    sentence = _(
        "Lines %(first)d to %(last)d are one row by their quotation marks, and each is "
        "a row without them. Delete the marks; or, if they are one, put a space in "
        "place of its line ends."
    )
    raise DataError([sentence % {"first": first + 1, "last": last}])


def _spans(text, name):
    """(begin, end) of the lines that quotation marks make one row of."""
    reader, spans, before = reader_of(text, name), [], 0
    try:
        for cells in reader:
            if reader.line_num - before > 1 and any("\n" in cell for cell in cells):
                spans.append((before, reader.line_num))
            before = reader.line_num
            if before > LOOKED_AT:
                break
    except csv.Error:
        return []  # which is said where the cells are read
    return spans


def _common_width(counts):
    counts = list(counts)
    return max(set(counts), key=lambda count: (counts.count(count), count), default=0)


def _are_rows(rows, mark, width):
    """Whether each of the lines has as many cells as most lines of the text."""
    return width > 0 and all(row.count(mark) == width for row in rows)


def _outside(rows, spans):
    """The lines that no marks join, without the first, which may hold names."""
    inside = {number for span in spans for number in range(*span)}
    rows = [row for number, row in enumerate(rows) if number not in inside]
    return [row for row in rows if row.strip()][1:]


def _have_numbers_alike(found, outside, mark):
    """Whether lines hold numbers where all others do; None where these do not."""
    inside = [_plain(row, mark) for lines in found for row in lines]
    others = [_plain(row, mark) for row in outside] or inside
    places = [
        place
        for place in range(len(inside[0]))
        if all(place < len(line) and take_apart(line[place]) for line in others)
    ]
    if not places:
        return None
    return all(take_apart(line[place]) for line in inside for place in places)


def _plain(row, mark):
    return [cell.strip().strip('"') for cell in row.split(mark)]


def _is_prose(rows, mark):
    """Whether all marks after the first line are followed by a space, as in a text."""
    after = "\n".join(rows[1:])
    return after.count(mark) == after.count(f"{mark} ")
