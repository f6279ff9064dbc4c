"""Cut the rows of a drawn table into cells: at its bars, or below joints of a rule."""

import re
from itertools import pairwise

from statistics.table.schema import MAX_ROWS

BAR = re.compile(r"(?<!\\)\|")
NUMBERING = re.compile(r"\s*(?:\d+\.)?\s*")  # Stata counts rows before its box
PARTIAL = re.compile(r"\+(?:-{2,}\+)+")
GAP = re.compile(r"  +")
CONTINUES = {"+", "↵"}


class BoxColumns:
    """The columns between the joints of a rule; `places` are those of the rows.

    Rows that are not aligned, as Markdown's need not be, have only their bars.
    """

    def __init__(self, rows, rule, places, is_aligned):
        joints = joints_of(rule)
        self.is_aligned = is_aligned
        self.rows = [_aligned(_without_rule(row), joints) for row in rows]
        self.width = max(map(len, self.rows)) + 1
        self.last = len(rule) - 1
        self.begins, self.ends = (rule.strip()[n] in "+|" for n in (0, -1))
        self.edges = [-1] * (not self.begins) + joints + [self.width] * (not self.ends)
        self.count = len(self.edges) - 1
        self.inner = set(self.edges[1:-1])
        self.gaps = self._gaps(places)

    def is_title(self, n):
        """Return whether a row is one cell as wide as a table of several columns."""
        return (
            self.is_aligned
            and bool(self.inner)
            and self._bars(n) == {self.edges[0], self.edges[-1]}
        )

    def take_continued(self):
        """Return the rows that go on in the next one, and take out what says so.

        psql writes + or ↵ into the blank before the bar of a cell of several lines.
        """
        blanks = [edge - 1 for edge in self.edges[1:] if edge < self.width]
        blanks += [] if self.ends else [self.last]
        continued = set()
        for place in blanks:
            signs = {row[place : place + 1] or " " for row in self.rows if "|" in row}
            if not (signs & CONTINUES and signs <= CONTINUES | {" "}):
                continue
            for n, row in enumerate(self.rows):
                if "|" in row and row[place : place + 1] in CONTINUES:
                    self.rows[n] = f"{row[:place]} {row[place + 1 :]}"
                    continued.add(n)
        return continued

    def cells(self, n, repeat=False):
        """Return the texts of a row.

        One that spans columns is in the first, or in all.
        """
        row, bars = self.rows[n], self._bars(n)
        cells = self._between(row, bars)
        if not self.is_aligned or (len(cells) == self.count and not self.gaps):
            return cells
        at_edges = bars & {*self.edges}
        if self.inner <= bars and not self.gaps:  # others stand within cells
            return self._between(row, at_edges)
        if self.inner <= bars or (bars == at_edges and len(cells) < self.count):
            return self._by_place(row, at_edges, repeat)
        return cells

    def _bars(self, n):
        return _bars_of(self.rows[n])

    def _between(self, row, bars):
        cuts = [-1, *sorted(bars), len(row)]
        cells = [row[start + 1 : end] for start, end in pairwise(cuts)]
        begins = self.begins and row.lstrip()[:1] == "|"
        if (begins or len(cells) > self.count) and NUMBERING.fullmatch(cells[0]):
            cells = cells[1:]
        ends = self.ends and row.rstrip()[-1:] == "|"
        if (ends or len(cells) > self.count) and not cells[-1].strip():
            cells = cells[:-1]
        return cells

    def _by_place(self, row, bars, repeat):
        cells, spanning = [], ""
        for edge, end in pairwise(self.edges):
            gaps = [gap for gap in self.gaps if edge < gap < end]
            if edge in self.inner - bars and edge < len(row):
                cells += [spanning] * (len(gaps) + 1)
                continue
            stop = min((bar for bar in bars if bar > edge), default=self.width)
            text = row[edge + 1 : stop]
            spanning = text if repeat else ""
            if repeat and gaps and not GAP.search(text.strip()):
                cells += [text] * (len(gaps) + 1)
            else:
                cuts = [edge, *gaps, stop]
                cells += [row[start + 1 : end] for start, end in pairwise(cuts)]
        return cells

    def _gaps(self, places):
        """Where blanks in all rows part columns that no bar does, as Stata has them."""
        if not self.is_aligned:
            return []
        rows = [self.rows[n].ljust(self.width) for n in places]
        while rows and not self.inner <= _bars_of(rows[0]):
            rows = rows[1:]  # names above several columns
        if not 0 < len(rows) <= MAX_ROWS + 9 or not all(
            self.inner <= _bars_of(row) for row in rows
        ):
            return []
        found = []
        for edge, end in pairwise(self.edges):
            cells = [row[edge + 1 : end] for row in rows]
            if GAP.search(cells[0].strip()):
                signs = zip(*cells, strict=True)
                drawn = "".join(" " if {*column} == {" "} else "x" for column in signs)
                inside = GAP.finditer(drawn.rstrip(), len(drawn) - len(drawn.lstrip()))
                found += [edge + 1 + gap.start() for gap in inside]
        return found


def _without_rule(row):
    """The row without a rule below names that span others: | Job +-----+-----+."""
    return PARTIAL.sub(lambda rule: rule[0].replace("-", " ").replace("+", "|"), row)


def joints_of(rule):
    return [place for place, sign in enumerate(rule) if sign in "+|"]


def _bars_of(row):
    return {found.start() for found in BAR.finditer(row)}


def _aligned(row, joints):
    """The row moved to the right, where a paste has lost the spaces before it."""
    moved = {j - bar for j, bar in zip(joints, sorted(_bars_of(row)), strict=False)}
    if len(moved) == 1 and len(_bars_of(row)) == len(joints):
        return " " * max(0, *moved, 0) + row
    return row
