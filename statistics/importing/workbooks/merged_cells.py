"""Spread what merged cells of a workbook hold to each of their rows.

A name that spans rows is that of each of them. Across columns a cell stays where it
stands: it may be the heading of a group of rows.
"""

from django.utils.translation import ngettext

from statistics.importing.layout.lines import Line
from statistics.table.errors import shortened

SOME = 3


def filled_down(worksheet, below):
    """(lines, sentences): those below line number `below` with joined cells filled."""
    lines = list(worksheet.lines)
    at = {line.number: place for place, line in enumerate(lines)}
    filled, across = [], []
    for top, left, bottom, right in sorted(worksheet.merges):
        first = lines[at[top]].cell(left - 1) if top in at else ""
        first = first or worksheet.unseen_at(top, left)
        if top <= below or not first.strip():
            continue
        # Of many rows only those that hold something are here.
        rows = [at[n] for n in at if top < n <= bottom]
        for place in rows:
            lines[place] = _with(lines[place], left - 1, first)
        if rows:
            filled.append(first)
        if right > left and left > 1:
            across.append(first)
    return lines, [*_down(filled), *_across(across)]


def _with(line, place, text):
    cells = [*line.cells, *[""] * (place + 1 - len(line.cells))]
    cells[place] = text
    return Line(line.number, cells, line.own_cells, line.end)


def _down(cells):
    if cells:
        sentence = ngettext(
            "%(count)d cell that spans several rows was written in each of them: "
            "%(some)s.",
            "%(count)d cells that span several rows were written in each of them: "
            "%(some)s.",
            len(cells),
        )
        yield sentence % {"count": len(cells), "some": _some(cells)}


def _across(cells):
    if cells:
        sentence = ngettext(
            "%(count)d cell that spans several columns was read in the first of them "
            "only: %(some)s.",
            "%(count)d cells that span several columns were read in the first of them "
            "only: %(some)s.",
            len(cells),
        )
        yield sentence % {"count": len(cells), "some": _some(cells)}


def _some(cells):
    different = list(dict.fromkeys(cells))
    words = ", ".join(f"“{shortened(cell)}”" for cell in different[:SOME])
    return words + ", …" * (len(different) > SOME)
