"""Offer the cells of tables to an editor, and work out what was picked of them."""

import re
from itertools import islice

from careerguide.languages.folding import fold
from careerguide.markup.references.notation import plain_references_in
from statistics.table.formatting import value_writer

from .names import CellNames
from .notation import NUMBER, CellName, NotationError, how_many, written
from .numbers import Cell, number_of

MOST_LOOKED_AT = 20_000  # cells, by one search
_DIGIT = re.compile(r"\d")


def cells_saying(tables, words, own_slug="", markdown=True):
    """Return the cells of some tables that have all of the words, as dictionaries.

    They are in its table's title, its names or its number as readers see it, in any
    order; cells that have more of them themselves come first. A cell that no text can
    name, as two rows are called so, is left out. `own_slug` is of the table in whose
    own text it is to stand.
    """
    found = []
    wanted = frozenset(fold(word) for word in words)
    for own, cell in islice(_measured(tables, wanted), MOST_LOOKED_AT):
        if own is not None:
            found.append((len(own), cell))
    found.sort(key=lambda pair: -pair[0])
    cells = (Cell(*cell) for _own, cell in found)
    return (_entry(c, own_slug, markdown) for c in cells if _can_be_named(c))


def work_out(keyword, cells, tables, own_slug="", markdown=True):
    """Return what readers would see of picked cells, and the notation for it.

    `cells` are (slug, row, column). What keeps them from it is the `problem`.
    """
    names = [CellName(*cell) for cell in cells]
    plain = written(keyword, names, own_slug, markdown=False)
    reference, _match = next(plain_references_in(plain), (None, None))
    try:
        if not names or reference is None:
            raise NotationError(how_many(keyword))
        number = number_of(reference, tables, own_slug)
    except NotationError as error:
        return {"text": "", "notation": "", "problem": str(error)}
    notation = written(keyword, names, own_slug) if markdown else plain
    return {"text": number.text, "notation": notation, "problem": ""}


def _measured(tables, words):
    """Yield the words that each cell has itself, or None if one is nowhere, and it.

    It is what makes a `Cell`: most are looked at and left. Names are folded once for
    each row and column, and a number is written only if its names are not enough.
    """
    for table in tables:
        data, title = table.table, fold(str(table))
        columns = [
            (place, column, value_writer(column), _in(column.label, words))
            for place, column in enumerate(data.columns)
            if column.is_measure
        ]
        in_title = {word for word in words if word in title and not _DIGIT.search(word)}
        for place, row in enumerate(data.rows):
            in_row = _in(data.label(row), words) if words else words
            for at, column, write, in_column in columns:
                if (value := row.cells[at]) is None:
                    continue
                own = in_row | in_column
                if not words <= own | in_title:
                    own |= _in(f"{write(value)} {value}", words)
                says = all(word in own or word in title for word in words - own)
                yield own if says else None, (table, column, row, place, value)


def _in(text, words):
    folded = fold(text)
    return {word for word in words if word in folded}


def _can_be_named(cell):
    names = CellNames.of(cell.table)
    rows = names.rows(cell.row_name)
    columns = names.columns(cell.column.label)
    return len(rows) == 1 and columns[:1] == [cell.column]


def _entry(cell, own_slug, markdown):
    table = cell.table
    name = CellName(table.slug, cell.row_name, cell.column.label)
    return {
        "text": cell.text,
        "name": cell.name,
        "table": str(table),
        "published": table.is_published,
        "cell": list(name),
        "notation": written(NUMBER, [name], own_slug, markdown),
    }
