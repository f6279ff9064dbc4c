"""Offer the cells of tables to an editor, and work out what was picked of them."""

import re
from itertools import islice

from careerguide.languages.folding import fold
from careerguide.markup.references.notation import plain_references_in

from .names import CellNames
from .notation import NUMBER, CellName, NotationError, how_many, written
from .numbers import cells_of, number_of

MOST_LOOKED_AT = 20_000  # cells, by one search
_DIGIT = re.compile(r"\d")


def cells_saying(tables, words, own_slug="", markdown=True):
    """Return the cells of some tables that have all of the words, as dictionaries.

    They are in its table's title, its names or its number as readers see it, in any
    order; cells that have more of them themselves come first. A cell that no text can
    name, as two rows are called so, is left out. `own_slug` is of the table in whose
    own text it is to stand.
    """
    found, left = [], MOST_LOOKED_AT
    wanted = [fold(word) for word in words]
    for table in tables:
        title, names = fold(str(table)), CellNames.of(table)
        for cell in islice(cells_of(table), left):
            left -= 1
            own = _words_of(cell, wanted, title)
            says = all(word in own or word in title for word in wanted)
            if says and _can_be_named(cell, names):
                found.append((len(own), cell))
    found.sort(key=lambda pair: -pair[0])
    return (_entry(cell, own_slug, markdown) for _own, cell in found)


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


def _words_of(cell, words, title):
    """The words that a cell has itself; its number is written only if need be."""
    named = fold(cell.name) if words else ""
    own = {word for word in words if word in named}
    left = {word for word in words if word not in own}
    if any(word not in title or _DIGIT.search(word) for word in left):
        number = fold(f"{cell.text} {cell.value}")
        own |= {word for word in left if word in number}
    return own


def _can_be_named(cell, names):
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
