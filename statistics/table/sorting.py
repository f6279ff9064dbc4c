"""Sort rows for a reader: `?sort=salary`, or `?sort=-salary` for the largest first.

The page gives its script the ranks of the rows, so that both put them in one order.
"""

import sys
from dataclasses import replace

from careerguide.caching.memory import digest, memory_cache
from careerguide.languages.alphabet import collation_key

from .order import ordinals_of


def sorted_table(item, wanted):
    """The rows of a `StatTable` by the column that `wanted` names, and its heads.

    Gives `columns`, `rows` and `places`, which say where each of these rows stood.
    Missing values come last, and totals after them. All rows stay where they are if no
    column is so called.
    """
    table, rows = item.table, item.ordered_rows
    ranks = memory_cache.get(
        digest("ranks", item.data, item.row_order),
        lambda: [ranks_of(table, rows, index) for index in range(len(table.columns))],
        weigh=lambda ranks: sum(map(sys.getsizeof, ranks)),
    )
    index = _index(table, wanted)
    places = list(range(len(rows)))
    if index is not None:
        places = _sorted_places(rows, ranks[index], wanted.startswith("-"))
    return {
        "columns": list(_heads(table, index, wanted, ranks, places)),
        "rows": [rows[place] for place in places],
        "places": places,
    }


def ranks_of(table, rows, index):
    """Return the rank of each row by a column, from 0 for the smallest.

    Equals share one.

    A missing value has none, nor has a total. Texts that follow each other by nature,
    as months and levels do, stand so; others by the language's alphabet.
    """
    values = [None if row.total else row.cells[index] for row in rows]
    known = {value for value in values if value is not None}
    places = {
        value: rank
        for rank, value in enumerate(sorted(known, key=_key(table, rows, index)))
    }
    return [places.get(value) for value in values]


def _key(table, rows, index):
    """By what the cells of a column compare: numbers by themselves."""
    if table.columns[index].type != "text":
        return None
    found = ordinals_of(replace(table, rows=tuple(rows)), index)
    if found is None:
        return collation_key
    cells = (row.cells[index] for row in rows if not row.total)
    places = dict(zip(cells, found.places, strict=True))

    def place_or_name(text):
        place = places[text]
        return place is None, place or 0, collation_key(text)

    return place_or_name


def _sorted_places(rows, ranks, descending):
    known = [place for place, rank in enumerate(ranks) if rank is not None]
    known.sort(key=ranks.__getitem__, reverse=descending)
    unknown = [place for place, rank in enumerate(ranks) if rank is None]
    unknown.sort(key=lambda place: rows[place].total)
    return known + unknown


def _heads(table, index, wanted, ranks, places):
    """Each column with the state that `aria-sort` names, and what its button asks for.

    Numbers come largest first, as that is what a reader looks for in them. The second
    time the order is turned round, and the third time it is the one that was given.
    """
    for number, column in enumerate(table.columns):
        first, second = column.key, f"-{column.key}"
        if column.is_measure:
            first, second = second, first
        descending = "descending" if wanted.startswith("-") else "ascending"
        in_rows = (ranks[number][place] for place in places)
        yield {
            "column": column,
            "state": descending if number == index else "",
            "first": first,
            "asks_for": {first: second, second: ""}.get(wanted, first),
            "ranks": " ".join("-" if rank is None else str(rank) for rank in in_rows),
        }


def _index(table, wanted):
    key = wanted.removeprefix("-")
    return next((i for i, c in enumerate(table.columns) if c.key == key), None)
