"""Test how many cells lines have by a separator, and what lines agree on."""

from statistics.importing.layout.cell_counts import (
    are_closed,
    cell_counts,
    first_of,
    is_consistent,
    longest_run,
)
from tests.each import each


@each(
    ("text", "name", "counts"),
    [
        ("a,b\n\n1,2,3\n", ",", [2, 0, 3]),
        ('"a,b",c\n', ",", [2]),
        ('a "b, c" d\n', ",", [2]),
        ('a,"b\n1,2\n', ",", [2, 2]),  # a mark that nothing closes parts no cells
        (" , \n1,2\n", ",", [0, 2]),
        ("a\tb\t\t\n1\t\n", "tab", [2, 1]),
        ("a;b;\n", ";", [3]),
        ("|a|b|\n|---|---|\n|1|2|\n", "|", [2, 0, 2]),
        ("a|b\n1|2|\n", "|", [2, 3]),
        ("\n \n", ",", []),
    ],
)
def test_cells_are_counted(text, name, counts):
    assert cell_counts(text, name) == counts


@each(
    ("text", "closed"),
    [('a,"b"\n1,2\n', True), ('a,"b\n1,2\n', False), ('a,"b"c\n', False), ("a", True)],
)
def test_quotation_marks_are_closed_or_not(text, closed):
    assert are_closed(text, ",") is closed


@each(
    ("counts", "consistent", "first", "run"),
    [
        ([2, 2, 2], True, 2, 3),
        ([2, 0, 2], True, 2, 1),
        ([1, 1, 1], False, 1, 0),
        ([1, 3, 3, 2], False, 1, 2),
        ([0, 3, 2, 2, 2, 1, 2], False, 3, 3),
        ([1, 2], False, 1, 1),
    ],
)
def test_lines_agree_where_they_have_as_many(counts, consistent, first, run):
    assert is_consistent(counts) is consistent
    assert first_of(counts) == first
    assert longest_run(counts) == run
