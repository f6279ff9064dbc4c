"""Write CSV: one header line, then raw numbers, for programs and spreadsheets alike.

The notes of a column's cells, such as c for confidential, stand in a column of their
own after the others.

UTF-8 without a byte order mark, which many programs would read as a part of the first
heading; for Excel there is the spreadsheet. Nothing but the table is in it: what the
numbers mean is in the JSON.
"""

import csv
import io

from statistics.table.schema import cell_text

from .cells import (
    FLAGS_HEADING,
    has_row_flags,
    heading,
    inert,
    note_heading,
    noted_columns,
    row_flags,
)


def csv_bytes(item):
    """Return the rows in the order readers see; a missing value is an empty cell."""
    table = item.table
    marked = has_row_flags(table)
    out = io.StringIO()
    writer = csv.writer(out)
    noted = noted_columns(table)
    writer.writerow(headings(table))
    writer.writerows(
        [_cell(value) for value in row.cells]
        + [inert(row.notes.get(column.key, "")) for column in noted]
        + [row_flags(row)] * marked
        for row in item.ordered_rows
    )
    return out.getvalue().encode(errors="replace")


def headings(table):
    """Return the first line: columns with units, then notes, then marks of rows."""
    found = [heading(column) for column in table.columns]
    found += [note_heading(column) for column in noted_columns(table)]
    return [*map(inert, found)] + [FLAGS_HEADING] * has_row_flags(table)


def _cell(value):
    if value is None:
        return ""
    return inert(value) if isinstance(value, str) else cell_text(value)
