"""Test sentences on a table: what they name, and which cell they know."""

from statistics.table.errors import (
    DataError,
    Problem,
    about_column,
    cell_problem,
    row_problem,
    shortened,
)
from tests.each import each


@each(
    ("text", "named"),
    [
        ("", ""),
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 39 + "…"),
    ],
)
def test_long_text_is_cut_and_shows_that(text, named):
    assert shortened(text) == named


@each(
    ("problem", "sentence", "row", "column"),
    [
        (row_problem(2, "it is empty"), "Row 2: it is empty.", 2, None),
        (cell_problem(3, "Pay", "it is 5"), "Row 3, column “Pay”: it is 5.", 3, "Pay"),
        (about_column("It is odd.", "Pay"), "It is odd.", None, "Pay"),
        (Problem("It is odd."), "It is odd.", None, None),
    ],
)
def test_problem_knows_its_cell(problem, sentence, row, column):
    assert (problem, problem.row, problem.column) == (sentence, row, column)
    assert not problem.in_descriptions


def test_error_holds_problems_and_reads_as_their_sentences():
    known = row_problem(2, "it is empty")
    error = DataError(["It is odd.", known])
    assert str(error) == "It is odd. Row 2: it is empty."
    assert error.problems[1] is known
    assert (error.problems[0].row, error.problems[0].column) == (None, None)
    assert (error.inferred, error.lines, error.descriptions) == ((), None, "")
