"""Find the lines that hold the names of columns, among titles and rows."""

import re

from statistics.importing.values.amounts import take_apart
from statistics.importing.values.characters import plain
from statistics.importing.values.missing import is_sign
from statistics.importing.values.years import YEAR

from .column_numbers import count_in_brackets
from .ends import number_places
from .lines import most_common_width

LOOKED_AT = 100  # rows that tell whether the first line is one, too
DAY = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}:\d{2}(:\d{2})?")
MOST_NAMES = 3  # lines of names, one above the other


def line_numbered(lines, number):
    return next((i for i, line in enumerate(lines) if line.number >= number), None)


def names_at(lines, merges):
    """Return where the names begin and end: in the first part that looks like a table.

    Empty lines part a sheet; what stands above may be lines of a name and a value.
    """
    begin = _first_table(lines)
    first, last = _names_within(lines[begin:], merges)
    return begin + first, begin + last


def _first_table(lines):
    """The line where the first part with names above numbers begins, else the first."""
    gaps = [
        place
        for place in range(1, len(lines))
        if lines[place].number - lines[place - 1].end > 1
    ]
    for begin, end in zip([0, *gaps], [*gaps, len(lines)], strict=True):
        part = lines[begin : min(end, begin + LOOKED_AT)]
        if _looks_like_table(part):
            return begin
    return 0


def _looks_like_table(part):
    width = most_common_width(part)
    start = next((n for n, line in enumerate(part) if len(line.filled) >= width), 0)
    body = part[start + 1 :]
    if width < 2 or not body:
        return False
    places = number_places(body)
    names = [part[start].cell(place) for place in places]
    return bool(places) and not any(map(_is_number, names))


def _names_within(lines, merges):
    """The first and the last line above which nothing is as wide as the table."""
    width = most_common_width(lines)
    if width < 2:
        return 0, 0
    start = next(i for i, line in enumerate(lines) if _is_wide(line, width))
    if start and (_numbers(lines[start]) or _all_words(lines[start:])):
        # Some columns above have no name, or the corner is empty.
        start -= _spans_names(lines[start - 1], lines[start], merges)
    if _holds_rows(lines[:start], lines[start]):
        return 0, 0  # a table whose lines differ in length, which is to be named
    first = start
    while (
        first
        and start - first < MOST_NAMES - 1
        and _spans_names(lines[first - 1], lines[first], merges)
    ):
        first -= 1
    return first, start


def _holds_rows(above, start):
    """Whether rows stand right above the line that was taken for the names."""
    return bool(above) and (
        start.number - above[-1].end == 1
        and len(above[-1].filled) > 1
        and _numbers(above[-1]) > 0
    )


def _is_wide(line, width):
    """Whether a line may hold names or a row: all its cells, or all but the first."""
    return len(line.filled) >= width or (
        len(line.filled) == width - 1 > 0 and line.filled[0] > 0
    )


def _all_words(lines):
    return not any(map(_numbers, lines))


def _spans_names(above, below, merges):
    """Whether a line holds names for several columns of the line below it."""
    if below.number - above.end != 1 or _numbers(above):
        return False
    whole = any(
        top == above.number and left == 1 and right >= len(below.cells)
        for top, left, _bottom, right in merges
    )
    if whole:
        return False
    return len(above.filled) > 1 or (len(above.filled) == 1 and above.filled[0] > 0)


def last_of_names(lines, start, merges):
    """Return the last line of names, where they stand in lines one above the other."""
    last = start
    for top, _left, bottom, _right in merges:
        if top <= lines[start].number < bottom <= lines[start].number + MOST_NAMES:
            below = line_numbered(lines, bottom)
            line = lines[below] if below is not None else None
            if line and line.number == bottom and not _numbers(line):
                last = max(last, below)
    while last + 2 < len(lines) and last - start < MOST_NAMES - 1:
        line, after = lines[last + 1], lines[last + 2]
        if line.number - lines[last].end != 1 or _numbers(line) or not line.filled:
            break
        # Cells that were joined may hold one name twice.
        again = line.cell(0).strip() == lines[start].cell(0).strip() != ""
        if line.cell(0).strip() and not again:
            break
        if not after.cell(0).strip() or not _numbers(after):
            break
        body = lines[last + 2 : last + 2 + LOOKED_AT]
        body = [row for row in body if len(row.filled) > 1]  # no notes
        cells = line.filled[again:]
        if not all(_kind_below(body, place, _is_any_number) for place in cells):
            break  # a row without a name, with words above other words
        last += 1
    return last


def _numbers(line):
    """How many of its cells hold numbers, years not counted, or marks for none."""
    return sum(
        1
        for place in line.filled
        if is_sign(line.cells[place]) or _is_number(line.cells[place])
    )


def _is_number(cell):
    amount = take_apart(cell)
    return bool(amount) and not amount.word and not _is_year(cell)


def _kind_below(body, place, number=None):
    """What most cells of a column are: numbers, days, or nothing of the kind."""
    for kind in (number or _is_number, _is_day):
        if sum(kind(line.cell(place)) for line in body) * 2 > len(body):
            return kind
    return None


def _is_any_number(cell):
    return _is_number(cell) or _is_year(cell)


def _is_day(cell):
    return bool(DAY.fullmatch(cell.strip()))


def _is_year(cell):
    """Whether it is a year, in digits of any script, maybe with a mark: 2022¹."""
    amount = take_apart(cell)
    number = next(iter(amount.readings.values())) if amount else ""
    return bool(YEAR.fullmatch(number)) and set(plain(cell)) <= set(
        f"{number} {amount.note}()[]"
    )


def is_data(lines, start):
    """Return whether the first line is a row like those below, and holds no names."""
    first, body = lines[start], lines[start + 1 : start + LOOKED_AT]
    if len(body) < 2 or not first.cell(0).strip():
        return False
    if count_in_brackets(first.cells[1:]) or count_in_brackets(first.cells):
        return False
    width = len(first.cells)
    kinds = {place: _kind_below(body, place) for place in range(width)}
    kinds = {place: kind for place, kind in kinds.items() if kind}
    cells = [first.cell(place) for place in kinds]
    if not cells or not all(k(c) for k, c in zip(kinds.values(), cells, strict=True)):
        return False
    whole = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 9]
    follows = len(whole) > 1 and whole == list(range(whole[0], whole[0] + len(whole)))
    # 1, 2, 3 may be names; but not where all that stands below is numbers as well.
    return not follows or len(kinds) == width == len(first.filled)
