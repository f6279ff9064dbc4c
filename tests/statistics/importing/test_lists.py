"""Test lines of a name and a number: taken apart, or left as they are."""

import pytest

from statistics.importing.layout.lists import split_list
from statistics.table.errors import DataError
from tests.each import each


def cells(*texts):
    lines = split_list(list(enumerate(texts, 1)))
    return [line.cells for line in lines]


UNNAMED = ["Column 1", "Column 2"]
PAY = ["Nurse - 61,200", "Cook - 5", "Vet - 7"]
PARTS = [["Nurse", "61,200"], ["Cook", "5"], ["Vet", "7"]]


@each(
    ("texts", "lines"),
    [
        (PAY, [UNNAMED, *PARTS]),
        (PAY[:2], [UNNAMED, *PARTS[:2]]),
        (["Job: Pay", *PAY], [["Job", "Pay"], *PARTS]),
        (["Job: Pay", *PAY[:2]], [["Job", "Pay"], *PARTS[:2]]),
        (["Of the office", *PAY], [["Of the office"], *PARTS]),
        ([*PAY, "Source"], [UNNAMED, *PARTS, ["Source"]]),
        ([*["Title"] * 4, *PAY], [*[["Title"]] * 4, *PARTS]),
        ([*PAY, *["Note"] * 4], [UNNAMED, *PARTS, *[["Note"]] * 4]),
        (["a … 5", "b...... 6"], [UNNAMED, ["a", "5"], ["b", "6"]]),
        (["a - 5", "x" * 296 + " - 5"], [UNNAMED, ["a", "5"], ["x" * 296, "5"]]),
        (["a: 5", "b: n/a"], [UNNAMED, ["a", "5"], ["b", "n/a"]]),
    ],
)
def test_names_and_numbers_are_taken_apart(texts, lines):
    assert cells(*texts) == lines


@each(
    "texts",
    [
        PAY[:1],
        ["Nurse - 61,200", "and more"],
        ["So it is", "Nurse - 61,200", "and more"],
        [*PAY[:2], "and more"],  # two lines of a text
        [PAY[0], "and more", *PAY[1:]],
        [*["Title"] * 5, *PAY],
        [*PAY, *["Note"] * 5],
        ["5 - 10", "10 - 20"],
        ["a - bee", "c - wasp"],
        ["a - 5", "x" * 297 + " - 5", "b - 6"],
        [],
    ],
)
def test_other_lines_are_left(texts):
    assert cells(*texts) == []


def test_number_in_brackets_is_asked_about():
    with pytest.raises(DataError, match=r"“Cook \(5\)” may hold a number in brackets"):
        cells("Job", "Cook (5)", "Vet [7]")
