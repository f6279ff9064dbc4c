"""Test what is said of the difference between two tables."""

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
