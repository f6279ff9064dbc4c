"""Test lines of several cells that nothing splits: refused, unless they are prose."""

import pytest

from statistics.importing.layout.unsplit import refuse_columns
from statistics.table.errors import DataError
from tests.each import each


def is_refused(rows):
    try:
        refuse_columns(rows)
    except DataError as error:
        assert "stand apart by spaces" in str(error)
        return True
    return False


ROWS = ["Band 5 28407 7", "Band 6 30000 8"]
TITLES, NOTES = ["Of the whole", "And more of it all"], ["Source"] * 5


@each(
    ("above", "below", "refused"),
    [
        (0, 0, True),
        (2, 0, True),
        (0, 4, True),
        (2, 2, True),
        (0, 5, False),
        (1, 4, False),
        (2, 3, False),
    ],
)
def test_rows_of_numbers_stand_among_a_few_other_lines(above, below, refused):
    rows = ["Pay", *TITLES[:above], *ROWS, *NOTES[:below]]
    assert is_refused(rows) is refused


def test_more_lines_above_are_no_title():
    assert not is_refused(["Pay", *TITLES, "And even more", *ROWS])


@each(
    "rows",
    [
        ["Job  Pay", "Nurse  5"],
        ["Job  Pay", "Nurse  5", "Cook  7"],
        ["Pay by job", "Nurse 5", "Cook 7"],
        ["Pay and so", "5 6", "7 8"],
        ["Job Pay Of", "Nurse 5 x", "Cook 7 y"],
    ],
)
def test_columns_are_refused(rows):
    assert is_refused(rows)


@each(
    "rows",
    [
        ["Job", "Nurse", "Cook"],
        ["Job  Pay", "Nurse", "Cook"],
        ["Notes", "Of the office", "And the union"],
        ["Pay", "5", "6"],
        ["Pay", "5 000", "6 000"],
        ["Job"],
        [],
    ],
)
def test_lines_of_one_cell_are_not(rows):
    assert not is_refused(rows)


@pytest.mark.parametrize("aside", ["# A tibble: 2 x 2", "[2 rows x 2 columns]"])
def test_lines_that_programs_print_around_do_not_count(aside):
    assert is_refused([aside, "Job  Pay", "Nurse  5"])
