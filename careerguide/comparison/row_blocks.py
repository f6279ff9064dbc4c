"""Put tables of careers together row by row, where their rows share names."""

from collections import Counter
from dataclasses import dataclass, field, replace

from statistics.table.vocabulary import folded

from .blocks import Block
from .facts import fact_of
from .lines import line_of, share_details
from .tables import ALL, clusters, row_key

MOST_LINES = 20


def row_blocks(careers, tables):
    """Return a Block for the tables of some careers whose rows share names."""
    blocks = []
    for found in clusters(tables, careers):
        block = _rows(careers, found, f"rows-{len(blocks) + 1}")
        if block.lines:
            blocks.append(block)
    _tell_apart(blocks)
    return blocks


def _tell_apart(blocks):
    """Have blocks of one topic say, too, what their rows are: “Who they are: Age”."""
    times = Counter(block.title for block in blocks)
    for block in blocks:
        if times[block.title] > 1:
            table = next(head.table for head in block.heads if head.table)
            rows = table.table.columns[table.table.label_index or 0].label
            block.title = f"{block.title}: {rows}"
    times = Counter(block.title for block in blocks)
    for number, block in enumerate(blocks, 1):
        if times[block.title] > 1:
            block.title = f"{block.title} ({number})"


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
    for cell in (cell for line in lines for cell in line.cells):
        cell.has_table = careers[cell.place_of].pk in found
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
