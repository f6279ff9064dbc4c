"""Test what is said of the difference between two tables."""

import pytest

from statistics.importing.text import from_text
from statistics.table.diff import differences

OLD = "Level\tPay\tShare\nEntry\t$5.5\t1%\nSenior\t$7\t2%\nChief\t$9\t3%\n"


def told(new, old=OLD):
    return differences(from_text(old), from_text(new))


def test_same_table_changes_nothing():
    assert told(OLD) == []


def test_new_table_is_told_by_its_size():
    assert told(OLD, "") == ["A new table of 3 rows and 3 columns."]


def test_empty_file_is_told():
    assert told("") == ["The file holds no table."]


def test_columns_and_rows_are_named():
    assert told("Level\tPay\tPlace\nEntry\t$5.5\tRome\nHead\t$7\tBonn\n") == [
        "New column: “Place”.",
        "Column that goes: “Share”.",
        "New row: “Head”.",
        "2 rows that go: “Senior”, “Chief”.",
    ]


def test_changed_cell_is_shown_before_and_after():
    assert told(OLD.replace("$7", "$8.5")) == [
        "1 cell changes:",
        "Senior, Pay: $7 → $8.5",
    ]


def test_only_the_first_cells_are_shown():
    old = "A\tB\n" + "".join(f"r{n}\t{n}\n" for n in range(3, 30))
    new = "A\tB\n" + "".join(f"r{n}\t{n + 1}\n" for n in range(3, 30))
    found = told(new, old)
    assert (found[0], len(found)) == ("27 cells change, the first of them:", 6)


def test_other_order_is_told():
    lines = OLD.splitlines()
    assert told("\n".join([lines[0], lines[2], lines[1], lines[3]])) == [
        "The rows stand in another order."
    ]


def test_rows_of_one_name_are_told_apart():
    old = "A\tB\nx\t1\nx\t2\n"
    assert told("A\tB\nx\t1\nx\t5\n", old) == ["1 cell changes:", "x, B: 2 → 5"]


def test_table_of_one_cell_is_told_as_such():
    assert told("A\nx\n", "") == ["A new table of 1 row and 1 column."]


def test_several_columns_are_counted():
    assert told("Level\tA\tB\nEntry\t1\t2\n", "Level\tC\tD\nEntry\t1\t2\n") == [
        "2 new columns: “A”, “B”.",
        "2 columns that go: “C”, “D”.",
    ]


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (1, "New row: “r1”."),
        (5, "5 new rows: “r1”, “r2”, “r3”, “r4”, “r5”."),
        (6, "6 new rows: “r1”, “r2”, “r3”, “r4”, “r5”, …."),
    ],
)
def test_five_names_are_told(count, names):
    rows = "".join(f"r{n}\tx\n" for n in range(count + 1))
    assert told(f"A\tB\n{rows}", "A\tB\nr0\tx\n") == [names]


def test_row_that_goes_and_one_that_comes_leave_the_order():
    assert told("A\tB\nx\t1\nz\t3\n", "A\tB\nw\t0\nx\t1\n") == [
        "New row: “z”.",
        "Row that goes: “w”.",
    ]


def test_as_many_cells_are_shown_as_are_wanted():
    old, new = "A\tB\nx\t1\ny\t2\n", "A\tB\nx\t5\ny\t6\n"
    assert differences(from_text(old), from_text(new), limit=1) == [
        "2 cells change, the first of them:",
        "x, B: 1 → 5",
    ]


def test_note_and_missing_value_are_changes():
    old = "A\tB\nx\t1\ny\t2\nz\t3\n"
    assert told("A\tB\nx\t1 [p]\ny\t\nz\t3\n", old) == [
        "2 cells change, the first of them:",
        "x, B: 1 → 1 [p]",
        "y, B: 2 → no data",
    ]
