"""Cells pasted into the grid, which has its columns already."""

from .data import MAX_COLUMNS, MAX_ROWS, TYPES, Column
from .guess import UNKNOWN, ColumnOfCells
from .marks import agree


def read_block(lines, kinds, decimal_mark=""):
    """The lines with their numbers in our own notation, currency and percent kept.

    `kinds` are the types of the columns they go to, "" where none is known. Raises
    `Unsettled` if the cells do not tell how decimals are written.
    """
    _check(lines, kinds)
    width = max(map(len, lines), default=0)
    columns = [
        ColumnOfCells(
            Column("", str(place + 1), (kinds + [UNKNOWN] * width)[place]),
            tuple(line[place].strip() if place < len(line) else "" for line in lines),
        )
        for place in range(width)
    ]
    mark = decimal_mark or agree(p for column in columns for p in column.places())
    written = [
        {row - 1: number for row, _label, _kind, _cell, number in column.places()}
        for column in columns
    ]
    return [
        [
            written[place][row].in_our_notation(mark, cell)
            if row in written[place]
            else cell
            for place, cell in enumerate(line)
        ]
        for row, line in enumerate(lines)
    ]


def _check(lines, kinds):
    """Refuse what no clipboard of ours sends."""
    if not isinstance(lines, list) or len(lines) > MAX_ROWS + 1:
        raise ValueError("too many rows")
    for line in (*lines, kinds):
        if not isinstance(line, list) or len(line) > MAX_COLUMNS + 1:
            raise ValueError("too many columns")
        if not all(isinstance(cell, str) for cell in line):
            raise ValueError("not texts")
    if not set(kinds) <= {UNKNOWN, *TYPES}:
        raise ValueError("no types")
