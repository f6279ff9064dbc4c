"""Test where a table ends: before another, before its notes, or at the last line."""

from statistics.importing.layout.ends import end_of
from statistics.importing.layout.lines import Line, line_of
from tests.each import each


def end(text):
    """How many rows there are below the first line, and whether a table follows."""
    header, *rows = [
        line_of(number, line.split(","))
        for number, line in enumerate(text.split("\n"), 1)
        if line
    ]
    return end_of([header], rows)


@each(
    "below",
    [
        "Table 2\nE,F\nz,5",
        "Table 2\nBy town\nE,F\nz,5",
        "E,F\nz,5",
        "E,F\nz,-",
        "Table 2\nE,F,G\nz,w,5",
        "A,B\nz,w",
        "A,B\nz,5",
    ],
)
def test_another_table_begins_below_an_empty_line(below):
    assert end(f"A,B\nx,1\ny,2\n\n{below}") == (2, True)


@each(
    ("below", "rows"),
    [
        ("One\nTwo\nThree\nE,F\nz,5", 7),
        ("E,2020\nz,5", 4),  # what holds a number is no line of names
        ("E,F\nz,w", 4),
        ("Table 2\nE,F\nz,w", 5),
        ("E,F,G\nz,w,5", 4),  # numbers where the table had none
        ("E,F", 2),  # names of nothing
    ],
)
def test_what_is_no_table_does_not(below, rows):
    assert end(f"A,B\nx,1\ny,2\n\n{below}") == (rows, False)


def test_numbers_above_may_be_signs_for_no_value():
    assert end("A,B\nx,-\ny,2\n\nE,F\nz,5") == (2, True)


def test_no_table_begins_without_an_empty_line_or_right_below_the_names():
    assert end("A,B\nx,1\ny,2\nE,F\nz,5") == (4, False)
    assert end("A,B\n\nE,F\nz,5\nw,6") == (3, False)


def test_row_of_several_lines_leaves_no_gap():
    rows = [Line(2, ["x", "1"], 2, end=3), Line(4, ["E", "F"], 2), Line(5, ["z", "5"])]
    assert end_of([line_of(1, ["A", "B"])], rows) == (3, False)


def test_lines_of_one_cell_are_all_rows():
    assert end("A\nx\n\ny") == (2, False)


def test_texts_where_the_rows_have_numbers_end_the_table_below_an_empty_line():
    assert end("A,B\nx,1\ny,2\nv,3\nu,4\n\nTown,as named\nPay,as told") == (4, False)


@each(
    "note",
    [
        *("Source: ONS", "* estimated", "† so", "1) estimated", "(a) so", "[1] so"),
        *("https://example.org/a", "© ONS", "--", "As of May.", "x" * 61),
    ],
)
def test_note_below_the_rows_is_none(note):
    assert end(f"A,B\nx,1\ny,2\n{note},") == (2, False)


@each("name", ["York", "x" * 60, "Place: York", "a b"])
def test_name_without_a_value_is_a_row(name):
    assert end(f"A,B\nx,1\ny,2\n{name},") == (3, False)


def test_line_that_has_no_other_cell_is_a_note():
    assert end("A,B\nx,1\ny,2\nYork") == (2, False)
    assert end("A,B\nx,1\ny,2\nYork,\nSource: ONS,") == (3, False)


def test_meaning_of_a_sign_is_a_note_and_a_number_beside_one_is_a_row():
    assert end("A,B\nx,1\ny,2\n:,not available") == (2, False)
    assert end("A,B\nx,1\ny,2\n:,5") == (3, False)


def test_nothing_but_notes_are_rows():
    assert end("A,B\nSource: ONS,\nNote: so,") == (2, False)
