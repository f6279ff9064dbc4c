"""Put the flags that stand in a column of their own to the numbers that they mark.

    TIME     2021        2022
    Austria   6.2         4.8   p
    Belgium   6.3   b     5.6

So Eurostat's tables come out of a page: b is a break in the series, p provisional.
"""

import re
from dataclasses import replace
from itertools import pairwise

from statistics.importing.values.amounts import take_apart
from statistics.importing.values.missing import no_value
from statistics.importing.values.years import YEAR
from statistics.table.schema import MAX_COLUMNS

FLAG = re.compile(
    r"[A-Za-z]{1,3}|[*†‡§#^]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]|[(\[][A-Za-z0-9*]{1,3}[)\]]"
)
NAMES = ("", "flag", "flags")  # of such a column; two cannot have the same
MOST_LINES = 5_000
LOOKED_AT = 200  # lines that tell which columns hold numbers


def with_flags(lines):
    """Return the lines with each flag in brackets after its number, if there are any.

    A line of one name below the others names the rows: GEO (Labels), below TIME.
    """
    width = max((len(line.cells) for line in lines[:LOOKED_AT]), default=0)
    if width > MAX_COLUMNS or len(lines) > MOST_LINES:
        return lines
    places = [place for place in range(2, width) if _is_of_flags(lines, place)]
    if not places:
        return lines
    names, _rows = _names_and_rows(lines, places[0] - 1)
    header = lines[names]
    cells = ["" if p in places else cell for p, cell in enumerate(header.cells)]
    rows = [_marked(line, places) for line in lines[names + 1 :]]
    end = header.end
    has_flags = any(line.cell(p) for line in lines[names + 1 :] for p in places)
    if (has_flags or len(places) > 1) and rows[0].filled == [0]:
        cells[0], end = rows[0].cells[0], rows[0].end
        rows = rows[1:]
    return [*lines[:names], replace(header, cells=cells, end=end), *rows]


def _is_of_flags(lines, place):
    """Whether a column right of numbers has no name, and flags or nothing in it."""
    names, rows = _names_and_rows(lines, place - 1)
    if names is None:
        return False
    name = lines[names].cell(place).casefold()
    if name not in NAMES or (name and any(li.cell(place - 1) for li in lines[:names])):
        return False
    flags = filter(None, (line.cell(place) for line in rows))
    beside = [line.cell(place - 1) for line in rows[:LOOKED_AT]]
    beside = [cell for cell in beside if no_value(cell) is None]
    numbers = sum(bool(take_apart(cell)) for cell in beside)
    return numbers * 2 > len(beside) and all(map(FLAG.fullmatch, flags))


def _names_and_rows(lines, place):
    """The place of the line that names a column of numbers, and the rows below it."""
    for n, line in enumerate(lines[:LOOKED_AT]):
        cell = line.cell(place)
        if take_apart(cell) and not YEAR.fullmatch(cell) and line.filled[0] == 0:
            above = (m for m in range(n - 1, -1, -1) if lines[m].cell(place))
            below = pairwise(lines[n:])
            gap = next(
                (m for m, (a, b) in enumerate(below, 1) if b.number - a.end > 1), None
            )
            return next(above, None), lines[n:][:gap]
    return None, []


def _marked(line, places):
    cells = list(line.cells)
    for place in places:
        flag = line.cell(place).strip("()[]")
        if FLAG.fullmatch(flag):
            number = cells[place - 1]
            cells[place] = ""
            if no_value(number) is not None:
                cells[place - 1] = f"[{flag}]"
            elif getattr(number, "amount", None):  # of a workbook
                for name in ("amount", "rounded"):
                    if amount := getattr(number, name):
                        setattr(number, name, replace(amount, note=flag))
            else:
                cells[place - 1] = f"{number} [{flag}]"
    return replace(line, cells=cells)
