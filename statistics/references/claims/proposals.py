"""Propose the cells of tables that say the same as a number of a text."""

from careerguide.languages.scales import EXPONENTS
from statistics.references.notation import NUMBER, CellName, written
from statistics.references.numbers import cells_of


class CellsByValue:
    """The cells of some tables, by what they say in whatever scale."""

    def __init__(self, tables):
        self._cells = {}
        for table in tables:
            for cell in cells_of(table):
                value = cell.value.scaleb(EXPONENTS.get(cell.column.scale, 0))
                self._cells.setdefault(value, []).append(cell)

    def saying(self, claim):
        """Return the cells that say the same as a `Claim`."""
        cells = self._cells.get(claim.value, ())
        return [c for c in cells if claim.is_shown_by(c.column, c.value)]


def proposals(claim, cells, own_slug="", markdown=True):
    """Yield (notation, name of a cell, table) for each cell that says the same.

    `cells` are a `CellsByValue`; `own_slug` is of the table whose own text it is, and
    `markdown` says whether the text is such.
    """
    for cell in () if claim.in_heading else cells.saying(claim):
        name = CellName(cell.table.slug, cell.row_name, cell.column.label)
        yield written(NUMBER, [name], own_slug, markdown), cell.name, cell.table
