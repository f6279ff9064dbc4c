"""Define lines of cells, with the number that the file's own program gives each."""

import re
from collections import Counter
from dataclasses import dataclass, field

from statistics.importing.values.characters import visible

COUNT = re.compile(
    r"\(?\d+ (?:rows?|Zeilen?|lignes?|filas?|linhas?|righ[ae]|rijen|rader)"
    r"(?: in set.{0,20}| affected| selected\.?|\))?|#\+TBLFM:.*",
    re.IGNORECASE,
)


@dataclass
class Line:
    """`number` counts from 1; `own_cells` is how many cells the file gives it."""

    number: int
    cells: list
    own_cells: int = 0
    end: int = 0  # its last line, where a cell holds several
    filled: list = field(init=False)

    def __post_init__(self):
        self.end = max(self.end, self.number)
        self.filled = [place for place, cell in enumerate(self.cells) if cell.strip()]

    def cell(self, place):
        return self.cells[place] if place < len(self.cells) else ""

    @property
    def text(self):
        return " | ".join(str(self.cells[place]) for place in self.filled)


def line_of(number, cells, end=0):
    """A `Line` without white space around its cells and empty ones at its end."""
    trimmed = [visible(cell) for cell in cells]
    while trimmed and not trimmed[-1]:
        trimmed.pop()
    return Line(number, trimmed, len(cells), end)


def is_console_count(text):
    """Whether a console counts what it wrote: (3 rows), 3 rows in set (0.00 sec)."""
    return bool(COUNT.fullmatch(text.strip()))


def most_common_width(lines):
    """Return how many cells most lines hold that hold several; the larger of two."""
    widths = Counter(len(line.filled) for line in lines if len(line.filled) > 1)
    return max(widths, key=lambda width: (widths[width], width), default=1)


def without_formula(cell):
    """Return what a file means by ="0113": a text, which no spreadsheet is to read."""
    if len(cell) > 3 and cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1]
    return cell
