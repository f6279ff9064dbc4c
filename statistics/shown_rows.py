"""Give the rows of a table as readers see them."""

from statistics.table.cell_notes import (
    BEFORE,
    meaning_of,
    noted,
    shown_with_note,
)
from statistics.table.formatting import format_value, value_writer


def shown_rows(table, rows):
    """Yield rows as dicts of `cells`, flags and their `number`.

    The number counts the rows of the data from 1.
    """
    columns, label_index = table.columns, table.label_index
    writers = [value_writer(column) for column in columns]
    numbers = {id(row): number for number, row in enumerate(table.rows, 1)}
    for row in rows:
        cells = [
            {
                "text": noted(write(value), row, column, value),
                "css_class": _css_class(column, value),
                "names_row": index == label_index,
            }
            for index, (column, write, value) in enumerate(
                zip(columns, writers, row.cells, strict=True)
            )
        ]
        flags = {"forecast": row.forecast, "total": row.total}
        yield {"cells": cells, "number": numbers.get(id(row)), **flags}


def shown_fact(value, row, column):
    """Return a cell that stands by itself: its text, and its mark in words.

    Nothing stands below it to say what a mark means, which then is in words here.
    """
    mark = row.notes.get(column.key, "")
    text, meaning = format_value(value, column), meaning_of(mark)
    if not meaning or mark in BEFORE:
        return {"value": shown_with_note(text, mark, value is None), "note": ""}
    if value is None:
        return {"value": meaning, "note": ""}
    return {"value": text, "note": meaning}


def text_rows(table):
    """Yield the head and the rows as lists of texts."""
    if table.columns:
        yield [column.label for column in table.columns]
    writers = [value_writer(column) for column in table.columns]
    for row in table.rows:
        cells = zip(row.cells, writers, table.columns, strict=True)
        yield [noted(write(cell), row, c, cell) for cell, write, c in cells]


def _css_class(column, value):
    """What stands in place of a number stands where the numbers stand."""
    missing = " missing" if value is None else ""
    return f"{column.css_class}{missing}".strip()
