"""Choose the order in which readers see the rows of a table, before they sort them."""

from .choices import RowOrder
from .ordinals import Kind, Ordinals, ordinals


def rows_in_order(table, row_order):
    """Return the rows as readers see them first."""
    if row_order == RowOrder.GIVEN:
        return table.rows
    found = ordinals_of(table) if row_order == RowOrder.AUTO else None
    return _by_place(table, found) if found else table.ordered()


def axis_index(table):
    """Return the column along which rows may follow each other: what names them, or a
    first column of years, each of which stands once.
    """
    years = [row.cells[0] for row in table.rows if table.columns and not row.total]
    if table.columns and table.columns[0].type == "year" and None not in years:
        return 0 if len(set(years)) == len(years) else table.label_index
    return table.label_index


def ordinals_of(table, index=None):
    """Return the `Ordinals` of the rows that are no totals, or None.

    `index` is that of their column, if it is not that of `axis_index`.
    """
    if not table.columns:
        return None
    index = axis_index(table) if index is None else index
    cells = [row.cells[index] for row in table.rows if not row.total]
    if table.columns[index].type == "year":
        known = {cell for cell in cells if cell is not None}
        return Ordinals(Kind.YEARS, tuple(cells)) if len(known) > 1 else None
    if table.columns[index].type != "text":
        return None
    return ordinals(cell or "" for cell in cells)


def _by_place(table, found):
    """The rows as they follow each other, those without a place after, totals last."""
    rows = [row for row in table.rows if not row.total]
    places = zip(found.places, rows, strict=True)
    ordered = sorted(places, key=lambda pair: (pair[0] is None, pair[0] or 0))
    return (*(row for _place, row in ordered), *(r for r in table.rows if r.total))
