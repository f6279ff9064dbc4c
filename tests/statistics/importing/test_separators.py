"""Test the separator that all lines agree on, and the question where none does."""

import pytest

from statistics.importing.layout.separators import WhichSeparator, split
from statistics.table.schema import DataError


def cells(text, separator=""):
    return [line.cells for line in split(text, separator).lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pay, gross;Count\nx;1\ny;2",
            [["Pay, gross", "Count"], ["x", "1"], ["y", "2"]],
        ),
        ("A|B\nx|1", [["A", "B"], ["x", "1"]]),
        ("| A | B |\n|---|---|\n| x | 1 |", [["A", "B"], ["x", "1"]]),
        ("A   B\nx y  1", [["A", "B"], ["x y", "1"]]),
        ("Pay\n85,000\n90,000", [["Pay"], ["85,000"], ["90,000"]]),
        ("Name\nSmith, J.\nDoe, A.", [["Name"], ["Smith, J."], ["Doe, A."]]),
        ("A;B\nx;1,5\ny;2,5", [["A", "B"], ["x", "1,5"], ["y", "2,5"]]),
        ("Pay, in all\nA;B\nx;1", [["Pay, in all"], ["A", "B"], ["x", "1"]]),
    ],
)
def test_is_found_in_all_lines(text, expected):
    assert cells(text) == expected


def test_rank_table_is_split_by_kinds_of_cells():
    text = "Rank Industry Percentage\n1 Information Technology 31%\n2 Health 20 %\n"
    assert cells(text)[1:] == [
        ["1", "Information Technology", "31%"],
        ["2", "Health", "20 %"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rank Job title Average pay\n1 Data Engineer $120,000\n2 Cook $30,000\n",
        "A B\n1 200\n2 300\n",
    ],
)
def test_text_table_that_could_be_split_in_two_ways_is_asked_about(text):
    with pytest.raises(DataError, match="Put a tab|put a tab"):
        split(text)


def test_two_that_fit_alike_are_asked_about():
    text = "a,b;c,d\nw,x;y,z\n"
    with pytest.raises(WhichSeparator) as caught:
        split(text)
    assert set(caught.value.choices) == {",", ";"}
    assert cells(text, ";")[0] == ["a,b", "c,d"]


def test_lines_keep_the_numbers_of_the_file():
    assert [line.number for line in split("\nA,B\n\nx,1\n").lines] == [2, 4]


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("rows", [1, 2, 5])
def test_tabs_part_cells_where_the_last_name_is_empty(quote, rows):
    text = "\n".join(["Area\t", *[f"{quote}Leeds{quote}\t{quote}5{quote}"] * rows])
    found = split(text, "")
    assert found.lines[-1].cells == ["Leeds", "5"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('A;B\nx;1,5\ny;"2,5\nz;3,5\n', 3),
        ('A;B\n"x" y;2,5\n', 2),
        ('"A" b,B\nx,1\n', 1),
        ('\n\nA;B\n"x\ny";1\n"z" z;2\n', 6),
    ],
)
def test_loose_quotation_mark_is_named_by_its_line(text, line):
    with pytest.raises(DataError) as caught:
        split(text)
    [problem] = caught.value.problems
    assert problem.startswith(f"Line {line}: a quotation mark")


def test_separator_of_a_loose_quotation_mark_is_weighed_like_the_others():
    with pytest.raises(DataError, match="quotation mark"):
        split('A;B\nx;1,5\ny;2,5\nz;"3,5\n')


@pytest.mark.parametrize("rows", [2, 3])
def test_list_has_no_names_in_its_first_line(rows):
    text = "\n".join(["Nurses - $61,200", "Cooks - $900", "Bakers - $7"][:rows])
    assert cells(text)[-rows:][0] == ["Nurses", "$61,200"]
    assert split(text).lines[0].number == 0


@pytest.mark.parametrize("text", ["5 - 10\n11 - 15", "Age 5 - 10\nAge 11 - 15"])
def test_range_is_no_list(text):
    assert {len(line) for line in cells(text)} == {1}
