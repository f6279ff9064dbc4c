"""Read texts for the tests of layouts: what is in the table, or why there is none."""

import pytest

from statistics.importing.text import read_text
from statistics.table.errors import DataError


def table_of(text):
    """The labels of the columns, and the cells of each row as texts."""
    table = read_text(text).table
    cells = [[str(cell) for cell in row.cells] for row in table.rows]
    return [column.label for column in table.columns], cells


def refusal(text):
    with pytest.raises(DataError) as caught:
        read_text(text)
    return str(caught.value)
