"""Cells pasted into the grid, which has its columns already, or typed into it."""

from django.utils.translation import gettext as _

from .data import MAX_COLUMNS, MAX_ROWS, TYPES, Column
from .importing.columns import UNKNOWN, ColumnOfCells, limit
from .importing.digits import own_mark
from .importing.evidence import Unsettled
from .importing.remarks import on_decimals
from .importing.tables import decimal_marks
from .notes import LIMITS, with_note
from .problems import Problem


def read_block(lines, kinds, decimal_mark="", typed=False):
    """(cells, notes, sentences): the lines with their numbers in our own notation,
    currency and percent kept, where they hold notes, and what there is to say.

    `kinds` are the types of the columns they go to, "" where none is known. Raises
    `Unsettled` if the cells do not tell how decimals are written; of cells that were
    `typed` the language of the site tells it, unless they can be read in two ways.
    """
    _check(lines, kinds)
    width = max(map(len, lines), default=0)
    sheet = [
        ColumnOfCells(
            Column("", str(place + 1), (kinds + [UNKNOWN] * width)[place]),
            tuple(line[place].strip() if place < len(line) else "" for line in lines),
            place=place,
        )
        for place in range(width)
    ]
    if typed:
        decimal_mark = decimal_mark or _typed_mark(sheet)
    marks = decimal_marks(sheet, decimal_mark)
    cells, notes, said = [list(line) for line in lines], [], []
    for place, (source, mark) in enumerate(zip(sheet, marks, strict=True)):
        if not decimal_mark:
            said += on_decimals(source, source.column.type, mark)
        for row, _label, _kind, cell, amount in source.places():
            if not amount.begins_with_zero:
                cells[row - 1][place] = _written(amount, mark, cell)
                note = limit(cell) if amount.note in LIMITS else amount.note
                notes += _note(row, place, note)
        for row, mark_of_none in enumerate(source.marks, 1):
            if mark_of_none and source.column.type not in ("text", UNKNOWN):
                cells[row - 1][place] = with_note("", mark_of_none)
                notes += _note(row, place, mark_of_none)
    return cells, notes, said


def _written(amount, mark, cell):
    if amount.note in LIMITS:
        return with_note("", limit(cell))
    return amount.in_our_notation(mark, cell)


def _note(row, place, note):
    return [{"row": row - 1, "column": place, "note": note}] if note else []


def _typed_mark(sheet):
    """The mark that the language writes; `Unsettled` where a cell has two readings."""
    own = own_mark()
    for source in sheet:
        for row, label, kind, cell, amount in source.places():
            readings = amount.of_type(kind)
            if len(set(readings.values())) > 1:
                order = [own, *(mark for mark in readings if mark != own)]
                sentence = _("“%(cell)s” could mean %(first)s or %(second)s.")
                first_two = [readings[mark] for mark in order]
                parts = {"cell": cell[:40], "first": first_two[0]}
                problem = Problem(
                    sentence % (parts | {"second": first_two[1]}), row, label
                )
                raise Unsettled(problem, cell[:40], {m: readings[m] for m in order})
            if own not in readings:
                own = next(iter(readings))
    return own


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
