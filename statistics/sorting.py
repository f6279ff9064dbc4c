"""Rows sorted by a reader: `?sort=salary`, or `?sort=-salary` for the largest first."""


def sorted_rows(table, rows, wanted):
    """The rows by the column that `wanted` names, missing values and totals last.

    Rows stay as they are where no column is so called.
    """
    index = _index(table, wanted)
    if index is None:
        return rows
    is_text = table.columns[index].type == "text"

    def value(row):
        cell = row.cells[index]
        return cell.casefold() if is_text else cell

    known = [r for r in rows if r.cells[index] is not None and not r.total]
    unknown = [r for r in rows if r.cells[index] is None and not r.total]
    totals = [r for r in rows if r.total]
    known.sort(key=value, reverse=wanted.startswith("-"))
    return [*known, *unknown, *totals]


def sortable_columns(table, wanted):
    """Each column with the state that `aria-sort` names, and what its button asks for.

    Numbers come largest first, as that is what a reader looks for in them.
    """
    index = _index(table, wanted)
    for place, column in enumerate(table.columns):
        descending = wanted.startswith("-")
        state = ("descending" if descending else "ascending") if place == index else ""
        first_down = column.is_measure
        down = first_down if not state else not descending
        yield {
            "column": column,
            "state": state,
            "asks_for": f"-{column.key}" if down else column.key,
        }


def _index(table, wanted):
    key = wanted.removeprefix("-")
    return next((i for i, c in enumerate(table.columns) if c.key == key), None)
