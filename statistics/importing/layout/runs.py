"""Find columns of a printed table in the places where its rows hold something."""

import re

from statistics.importing.values.amounts import take_apart
from statistics.importing.values.missing import no_value

from .cells import WIDE

GAP = 2  # blanks that part cells, and no words of one


def runs_of(rows):
    """Return (begin, end) of the runs of places at which a row holds something."""
    used = bytearray(max(map(len, rows)))
    for row in rows:
        for word in re.finditer(r"\S+", row):
            used[word.start() : word.end()] = b"\1" * len(word[0])
    spans, begin = [], None
    for place, is_used in enumerate([*used, 0]):
        if is_used and begin is None:
            begin = place
        elif not is_used and begin is not None:
            spans.append((begin, place))
            begin = None
    return spans


def columns_of(spans, names, body):
    """Return spans of whole columns: words of one name, or of one cell, go together."""
    joined = []
    for span in spans:
        if joined and not names[slice(*span)].strip():
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    place = 0
    while place < len(joined):
        begin, end = joined[place]
        if any(row[begin:end].strip() for row in body) or len(joined) < 2:
            place += 1
            continue
        before = begin - joined[place - 1][1] if place else None
        after = joined[place + 1][0] - end if place + 1 < len(joined) else None
        if after is not None and (before is None or after <= before):
            joined[place : place + 2] = [(begin, joined[place + 1][1])]
        else:
            joined[place - 1 : place + 1] = [(joined[place - 1][0], end)]
    return joined


def are_several(runs, column, names, body):
    """Return whether what was joined to one column is several.

    So it is where a gap parts two numbers of a row, or names with cells below both;
    and where nothing above says that labels of rows belong together.
    """
    begin, end = column
    cells = [row[begin:end].strip() for row in body]
    if any(map(holds_numbers_apart, cells)):
        return True
    name = names[begin:end].strip()
    if WIDE.search(name):
        return any(map(WIDE.search, cells))
    inner = [run for run in runs if begin <= run[0] and run[1] <= end]
    if name or len(inner) < 2:
        return False
    first, second = inner[:2]
    return second[0] - first[1] >= GAP or any(
        row[slice(*second)].strip() and not row[slice(*first)].strip() for row in body
    )


def holds_numbers_apart(cell):
    """Return whether a gap parts a number from what is no part of it: not “$   5”."""
    if not WIDE.search(cell):
        return False
    parts = WIDE.split(cell)
    numbers = sum(bool(take_apart(p)) or no_value(p) is not None for p in parts)
    whole = take_apart(" ".join(parts))
    return numbers > 1 or (numbers == 1 and not (whole and not whole.word))
