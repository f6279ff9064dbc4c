"""Put the numbers of careers together: measure by measure, and row by row."""

from dataclasses import dataclass, field, replace

from statistics.table.vocabulary import folded

from .facts import fact_of
from .judging import own_reasons, shared_reasons
from .lines import Line, draw_bars, line_of, share_details
from .tables import ALL, clusters, row_key

MOST_LINES = 20


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


def row_blocks(careers, tables):
    """Return a Block for the tables of some careers whose rows share names."""
    blocks = []
    for found in clusters(tables, careers):
        block = _rows(careers, found, f"rows-{len(blocks) + 1}")
        if block.lines:
            blocks.append(block)
    return blocks


def _rows(careers, found, id):
    columns = _columns(found)
    rows, labels = {}, {}
    for place, career in enumerate(careers):
        if (table := found.get(career.pk)) is None:
            continue
        for row in table.ordered_rows:
            if key := row_key(table, row):
                facts = rows.setdefault(key, {})
                if place not in facts:  # a name that stands twice is said once
                    facts[place] = fact_of(place, table, columns[career.pk], row)
                if key != ALL or row.total:
                    labels.setdefault(key, table.table.label(row))
    names = [career.name for career in careers]
    shared = [key for key, facts in rows.items() if _is_shared(facts)]
    lines = [
        line_of(labels.get(key, ""), names, list(rows[key].values()))
        for key in shared[:MOST_LINES]
    ]
    heads = [
        _head(place, career, found.get(career.pk), columns)
        for place, career in enumerate(careers)
    ]
    details = share_details(heads, lambda head: head.fact)
    first = next(iter(found.values()))
    block = Block(
        id,
        first.topic or (first.measure.name if first.measure else first.title),
        _column_names(columns, first.topic),
        heads=heads,
        others=[
            (career, own)
            for place, career in enumerate(careers)
            if (own := _only_of(place, rows, labels))
        ],
        left_out=max(0, len(shared) - MOST_LINES),
    )
    return block.with_lines(lines, details)


def _column_names(columns, title):
    """The names of the columns that are looked at, but what the title says already."""
    names = {folded(column.label): column.label for column in columns.values()}
    names.pop(folded(title), None)
    return " · ".join(names.values())


def _is_shared(facts):
    """Whether two careers have the row, and one of them says something in it."""
    said = (fact.value is not None or fact.mark for fact in facts.values())
    return len(facts) > 1 and any(said)


def _only_of(place, rows, labels):
    """The names of rows that one career alone has."""
    own = (labels.get(key, "") for key, facts in rows.items() if [*facts] == [place])
    return [label for label in own if label]


@dataclass
class Head:
    """What stands above the numbers of a career: the table that they are from."""

    who: str
    column: int
    table: object = None
    fact: object = None  # the table's first
    details: list = field(default_factory=list)


def _head(place, career, table, columns):
    if table is None:
        return Head(career.name, place + 1)
    fact = fact_of(place, table, columns[career.pk], table.table.rows[0])
    time = table.period.strip() or fact.time
    fact = replace(fact, row="", forecast=False, time=time)
    return Head(career.name, place + 1, table, fact)


def _columns(found):
    """The column of each table that is looked at, by career."""
    columns = {}
    labels = [{folded(c.label): c for c in t.table.columns} for t in found.values()]
    for key, table in found.items():
        data = table.table
        by_key = {column.key: column for column in data.columns}
        headline = table.headline_label and table.measure_id
        if headline and table.headline_column in by_key:
            columns[key] = by_key[table.headline_column]
            continue
        measures = [c for c in data.columns if c.is_measure]
        measures.sort(key=lambda c: -sum(folded(c.label) in other for other in labels))
        ranks = [c for c in data.columns if c.type == "rank"]
        columns[key] = next(iter([*measures, *ranks]), data.columns[data.label_index])
    return columns
