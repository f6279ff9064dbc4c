"""Put the numbers of careers together, measure by measure."""

from dataclasses import dataclass, field

from .facts import fact_of
from .judging import own_reasons, shared_reasons
from .lines import Line, draw_bars, line_of


@dataclass
class Block:
    """Lines of one measure or of tables that belong together, below one title."""

    id: str
    title: str
    description: str = ""
    lines: list[Line] = field(default_factory=list)
    details: list = field(default_factory=list)  # that all numbers have in common
    reasons: list = field(default_factory=list)  # that hold for all of its lines
    heads: list = field(default_factory=list)  # of its tables, for each career
    others: list = field(default_factory=list)  # (career, rows that it alone has)
    left_out: int = 0  # of lines

    def with_lines(self, lines, details):
        """Return the block with its lines, whose bars are drawn, and what all say."""
        self.lines, self.details = lines, details
        draw_bars(lines)
        shared = shared_reasons([line.verdict for line in lines])
        self.reasons = list(dict.fromkeys(shared.values()))
        for line in lines:
            line.reasons = own_reasons(line.verdict, shared)
        return self

    @property
    def none_comparable(self):
        return not any(line.groups for line in self.lines)

    @property
    def notes(self):
        return list(dict.fromkeys(note for line in self.lines for note in line.notes))


def measure_blocks(careers, tables):
    """Return a Block for each measure that any of the careers has, in their order."""
    names, by_measure = [career.name for career in careers], {}
    place_of = {career.pk: place for place, career in enumerate(careers)}
    for table in tables:
        if table.measure and table.headline_label:
            cell = table.table.find(table.headline_row, table.headline_column)
            if cell:
                fact = fact_of(place_of[table.career_id], table, *cell)
                facts = by_measure.setdefault(table.measure, {})
                facts.setdefault(table.career_id, fact)
    blocks = []
    for measure in sorted(
        by_measure, key=lambda measure: (measure.order, measure.name)
    ):
        facts = by_measure[measure].values()
        line = line_of("", names, sorted(facts, key=lambda fact: fact.place_of))
        block = Block(f"measure-{measure.slug}", measure.name, measure.definition)
        blocks.append(block.with_lines([line], line.details))
    return blocks
