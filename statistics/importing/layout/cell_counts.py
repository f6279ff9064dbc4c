"""Count the cells that each line has by a separator, and compare the counts."""

import csv

from .cells import DRAWN, TAB, is_boxed, reader_of, without_ends


def cell_counts(text, name):
    """Return how many cells each line has, 0 where it is empty.

    Quotation marks that do not fit part no cells here: the separator may be right.
    """
    boxed = name == "|" and is_boxed(text)
    if name == "|":  # rules of + and - hold no cells
        text = "\n".join("" if DRAWN.fullmatch(r) else r for r in text.split("\n"))
    for quotes in (True, False):
        try:
            lines = reader_of(text, name, quotes)
            found = [_width(line, name, boxed) for line in lines]
        except csv.Error:
            continue
        return found if any(found) else []
    return []


def are_closed(text, name):
    try:
        for _line in reader_of(text, name):
            pass
    except csv.Error:
        return False
    return True


def _width(line, name, boxed):
    if not any(map(str.strip, line)):
        return 0
    if boxed:
        line = without_ends(line)
    while name == TAB and len(line) > 1 and not line[-1].strip():
        line = line[:-1]
    return len(line)


def first_of(found):
    return next(filter(None, found))


def is_consistent(found):
    """Return whether all lines that hold something have as many cells, and several."""
    different = set(found) - {0}
    return len(different) == 1 and max(different) > 1


def longest_run(found):
    longest = run = 0
    for before, count in zip([0, *found], found, strict=False):
        run = run + 1 if count == before > 1 else int(count > 1)
        longest = max(longest, run)
    return longest
