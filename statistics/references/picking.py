"""Offer the cells of tables to an editor, and work out what was picked of them."""

from careerguide.languages.folding import fold
from careerguide.markup.references.notation import plain_references_in

from .names import CellNames
from .notation import NUMBER, CellName, NotationError, how_many, written
from .numbers import cells_of, number_of

MOST_LOOKED_AT = 20_000  # cells, by one search


def cells_saying(tables, words, own_slug="", markdown=True):
    """Yield each cell of some tables that has all of the words, as a dictionary.

    They are in its table's title, its names or its number as readers see it, in any
    order. A cell that no text can name, as two rows are called so, is left out.
    `own_slug` is of the table in whose own text it is to stand.
    """
    wanted, looked_at = [fold(word) for word in words], 0
    for table in tables:
        title, names = fold(str(table)), CellNames.of(table)
        others = [word for word in wanted if word not in title]
        for cell in cells_of(table):
            looked_at += 1
            if looked_at > MOST_LOOKED_AT:
                return
            if _says(cell, others) and _can_be_named(cell, names):
                yield _entry(cell, own_slug, markdown)


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


def _says(cell, words):
    """Whether a cell has each of the words; its number is written only if need be."""
    if not words:
        return True
    named = fold(cell.name)
    others = [word for word in words if word not in named]
    if not others:
        return True
    number = fold(f"{cell.text} {cell.value}")
    return all(word in number for word in others)


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
