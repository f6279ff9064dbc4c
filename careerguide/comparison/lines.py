"""Lay out what careers say of one thing: their numbers, bars, marks and differences."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from statistics.charts import Point
from statistics.charts.bars import bar_html
from statistics.charts.scale import Track

from .details import details
from .differences import differences, shared_notes
from .judging import Verdict, judge, names_text


@dataclass
class Cell:
    """What one career says: `fact` is None where it says nothing."""

    place_of: int  # of the career, from 0
    who: str
    fact: object = None
    bar: SafeString | str = ""
    apart: str = ""  # the names of those it cannot be compared with
    is_alone: bool = False  # as it can be compared with none
    has_table: bool = True  # that the line is of: or its empty column says so once
    details: list = field(default_factory=list)  # that are not those of all

    @property
    def column(self):
        """Its place among the columns of a wide screen, from 1."""
        return self.place_of + 1


@dataclass
class Strip:
    """Cells on one scale, or on none; `names` where there is another scale, too."""

    cells: list
    names: str = ""


@dataclass
class Line:
    label: str
    cells: list
    verdict: Verdict
    differences: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    reasons: list = field(default_factory=list)  # that other lines have not
    details: list = field(default_factory=list)  # that all numbers have in common

    @property
    def groups(self):
        return self.verdict.groups

    @property
    def strips(self):
        """All cells in a row; those of two scales in two, lest they look like one."""
        drawn = [{f.place_of for f in group} for group in self._scales]
        if len(drawn) < 2:
            return [Strip(self.cells)]
        return [
            Strip(cells, names_text([cell.who for cell in cells]))
            for places in drawn
            if (cells := [c for c in self.cells if c.place_of in places])
        ]

    @property
    def _scales(self):
        return [group for group in self.groups if group[0].is_quantity]

    def draw(self, tracks):
        """Put bars beside the numbers; `tracks` are the scales by career."""
        for group in self._scales:
            for fact in group:
                if track := tracks.get(fact.place_of):
                    is_forecast = fact.forecast or fact.mark == "f"
                    point = Point(fact.row, fact.amount, is_forecast, note=fact.mark)
                    self.cells[fact.place_of].bar = bar_html(track, point)


def line_of(label, names, facts):
    """Return the Line of the facts of some careers, whose names are all of `names`."""
    verdict = judge(facts)
    by_place = {fact.place_of: fact for fact in facts}
    cells = []
    for place, name in enumerate(names):
        fact = by_place.get(place)
        apart = [other.who for other in verdict.apart[fact]] if fact else []
        is_alone = bool(apart) and len(apart) == len(facts) - 1
        cells.append(Cell(place, name, fact, "", names_text(apart), is_alone))
    line = Line(label, cells, verdict)
    line.details = share_details(cells, lambda cell: cell.fact)
    for group in line._scales:
        line.differences += differences(group)
    for group in line.groups:
        line.notes += [n for n in shared_notes(group) if n not in line.notes]
    return line


def share_details(items, fact_of):
    """Return what is said of all facts; each item keeps its own as `details`."""
    said = {id(item): details(fact_of(item)) for item in items if fact_of(item)}
    lists = list(said.values())
    shared = [part for part in lists[0] if all(part in other for other in lists[1:])]
    shared = shared if len(lists) > 1 else []
    for item in items:
        item.details = [p for p in said.get(id(item), ()) if p not in shared]
    return shared


def draw_bars(lines):
    """Draw the lines of a block: careers that are compared in any share one scale."""
    scales = []  # of careers, and the facts that are drawn on it
    for line in lines:
        for group in line._scales:
            places, facts = {fact.place_of for fact in group}, list(group)
            for scale in [s for s in scales if s[0] & places]:
                scales.remove(scale)
                places, facts = places | scale[0], facts + scale[1]
            scales.append((places, facts))
    tracks = {}
    for places, facts in scales:
        amounts = [fact.amount for fact in facts]
        if any(amounts):
            tracks |= dict.fromkeys(places, Track.of(amounts))
    for line in lines:
        line.draw(tracks)
