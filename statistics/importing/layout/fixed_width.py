"""Split the tables that programs print, whose cells stand below each other.

pandas, R, SAS, Stata and the column mode of sqlite3 fill their cells up with spaces; a
cell may be empty, and words of a cell stand apart by single spaces.
"""

from itertools import pairwise

from statistics.importing.values.amounts import take_apart
from statistics.importing.values.missing import no_value

from .cells import DRAWN, WIDE, without_leaders
from .column_numbers import numbers_columns
from .console import refuse_cut, says_types
from .lines import line_of
from .printed_names import refuse_blocks, with_index_name
from .runs import are_several, columns_of, runs_of
from .text_tables import ASIDE, GROUP, OPEN, several
from .unit_lines import says_units

MOST_LINES = 2_100
LONGEST = 400  # characters of a line
MOST_AROUND = 4  # lines of a title or of notes
LOOKED_AT = 100  # rows that tell whether it is one
LEAST = 3  # lines of a table, its names included


def split_fixed_width(text):
    """Return the lines of such a table, or nothing where the text is none."""
    written = [
        (number, row.expandtabs())
        for number, row in enumerate(text.split("\n"), 1)
        if not DRAWN.fullmatch(row)
    ]
    rows = [(number, row.rstrip()) for number, row in written]
    padded = {number for number, row in written if row != row.rstrip()}
    if len(rows) > MOST_LINES or any(len(row) > LONGEST for _n, row in rows):
        return []
    filled = [row for row in rows if row[1].strip()]
    asides = [row for row in filled if ASIDE.fullmatch(row[1].strip())]
    inside = [row for row in filled if row not in asides]
    refuse_blocks([row for _number, row in inside])
    for skipped in range(2 * MOST_AROUND + 1):
        for above in range(min(skipped, MOST_AROUND) + 1):
            below = skipped - above
            table, rest = inside[above:], inside[len(inside) - below :]
            table = table[: len(table) - below]
            if below > MOST_AROUND:
                continue
            if lines := _table(table, rest, inside[:above], padded):
                others = [*asides, *inside[:above], *inside[len(inside) - below :]]
                lines += [line_of(number, [row.strip()]) for number, row in others]
                return sorted(lines, key=lambda line: line.number)
    return []


def _table(rows, rest, above, padded):
    """The lines of cells of a whole table, or nothing where it is none.

    Nor is it whole where what is left below are rows of it, or what is left above may
    be its names.
    """
    if len(rows) < LEAST or not any(WIDE.search(row.strip()) for _n, row in rows):
        return []
    rows, end = with_index_name(rows, padded)
    (_first, names), *body = rows
    body = [row for _number, row in body]
    runs = runs_of([names, *body])
    spans = columns_of(runs, names, body)
    if len(spans) < 2:
        return []
    _refuse_cut_numbers(body, spans)
    lines = [_line(number, row, spans) for number, row in rows[:LOOKED_AT]]
    if not _is_table(lines, len(spans)) or any(
        are_several(runs, span, names, body) for span in spans
    ):
        return []
    if above and (_is_row(lines[0], lines) or _names_all(above[-1][1], spans)):
        return []
    if any(_is_row(_line(number, row, spans), lines) for number, row in rest):
        return []
    lines += [_line(number, row, spans) for number, row in rows[LOOKED_AT:]]
    lines[0].end = max(lines[0].end, end)
    refuse_cut(lines)
    return lines


def _is_table(lines, width):
    """Whether the columns have names, and one of them numbers."""
    names, *rows = lines
    if not all(names.cell(place).strip() for place in range(1, width)):
        return False
    while len(rows) > 1 and any(
        is_none(rows[0], rows[1:])
        for is_none in (says_types, says_units, numbers_columns, _goes_on_with_names)
    ):
        rows = rows[1:]
    return _hold_numbers(rows, width)


def _goes_on_with_names(line, body):
    """Whether a line below the names has none of rows, and words above numbers."""
    return not line.cell(0) and all(
        not take_apart(line.cells[p]) and take_apart(body[0].cell(p))
        for p in line.filled
    )


def _names_all(row, spans):
    """Whether a line left out above has a word in each column, and none across two."""
    gaps = [(end, begin) for (_b, end), (begin, _e) in pairwise(spans)]
    return all(row[begin:end].strip() for begin, end in spans) and not any(
        row[begin:end].strip() for begin, end in gaps
    )


def _is_row(line, lines):
    """Whether a line holds numbers where others of the table do."""
    return any(
        take_apart(line.cell(place)) and take_apart(lines[-1].cell(place))
        for place in line.filled
        if place
    )


def _line(number, row, spans):
    cells = [" ".join(row[begin:end].split()) for begin, end in spans]
    return line_of(number, without_leaders(cells))


def _refuse_cut_numbers(rows, spans):
    """Raise `DataError` where all rows have a space that may stand in a number."""
    for (left, end), (begin, right) in zip(spans, spans[1:], strict=False):
        pairs = [(row[left:end], row[end:begin], row[begin:right]) for row in rows]
        pairs = [pair for pair in pairs if pair[0].strip() and pair[2].strip()]
        if pairs and all(map(_may_be_one, pairs)):
            before, _gap, after = pairs[0]
            raise several(f"{before.split()[-1]} {after.split()[0]}")


def _may_be_one(pair):
    before, gap, after = pair
    gap = before[len(before.rstrip()) :] + gap + after[: -len(after.lstrip())]
    return (
        gap == " "
        and bool(OPEN.search(before.rstrip()))
        and bool(GROUP.fullmatch(after.split()[0]))
    )


def _hold_numbers(rows, width):
    """Whether a column holds numbers, and none holds two numbers in a cell."""
    columns = [
        [line.cell(place) for line in rows if line.cell(place)]
        for place in range(width)
    ]
    # Letters such as f stand for no value only where others are numbers.
    numbers = [
        [bool(take_apart(cell)) or no_value(cell) is not None for cell in cells]
        if any(map(take_apart, cells))
        else [False] * len(cells)
        for cells in columns
    ]
    if not any(found and all(found) for found in numbers[1:]):
        return False
    return all(
        all(found) or sum(found) * 2 <= len(found) or not found for found in numbers
    )
