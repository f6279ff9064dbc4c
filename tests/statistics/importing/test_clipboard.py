"""Test cells pasted into a grid or typed there: rewritten, noted, asked about."""

import pytest

from statistics.importing.clipboard import read_clipboard
from statistics.importing.values.decimal_mark import Unsettled
from statistics.table.schema import MAX_COLUMNS, MAX_ROWS, TYPES
from tests.each import each


def note(row, mark, column=0):
    return {"row": row, "column": column, "note": mark}


def column(*cells):
    return [[cell] for cell in cells]


class TestPasted:
    @each(
        ("kind", "cells", "right"),
        [
            ("decimal", ("1,234.5", "2.5"), ("1234.5", "2.5")),
            ("decimal", ("1.234,5", "2,5"), ("1234.5", "2.5")),
            ("percent", ("25%", "2,5 %"), ("25%", "2.5%")),
            ("integer", ("−5", "7"), ("-5", "7")),
            ("integer", ("007", "5G"), ("007", "5G")),  # codes and names
            ("integer", ("n/a", ""), ("n/a", "")),
            ("money", ("25p",), ("25p",)),  # pence are asked about elsewhere
            ("text", ("1,234", "[c]", "~7"), ("1,234", "[c]", "~7")),
            ("", ("5 [p]", "[c]", "~7"), ("5 [p]", "[c]", "~7")),
            ("", ("1,234,567", "5"), ("1234567", "5")),
            ("", ("5G", "6"), ("5G", "6")),
        ],
    )
    def test_numbers_are_in_our_notation(self, kind, cells, right):
        assert read_clipboard(column(*cells), [kind]) == (column(*right), [], [])

    def test_marks_become_notes_of_their_cells(self):
        cells = column("5 [p]", "[c]", "~7", "<5", "8")
        assert read_clipboard(cells, ["integer"]) == (
            column("5 [p]", "[c]", "7 [~]", "[<5]", "8"),
            [note(0, "p"), note(2, "~"), note(3, "<5"), note(1, "c")],
            [],
        )

    def test_each_column_is_read_by_its_own_type(self):
        lines = [["a", "1,5", "[c]"], ["b", "2,5", "7"]]
        assert read_clipboard(lines, ["text", "decimal", "integer"]) == (
            [["a", "1.5", "[c]"], ["b", "2.5", "7"]],
            [note(0, "c", column=2)],
            [],
        )

    def test_short_lines_have_no_more_cells(self):
        lines = [["a"], ["b", "2,5"]]
        assert read_clipboard(lines, ["text", "decimal"])[0] == [["a"], ["b", "2.5"]]

    def test_parentheses_are_said_once_for_each_cell_of_its_own(self):
        cells, _notes, sentences = read_clipboard(
            column("(5)", "(5)", "(6)"), ["money"]
        )
        assert cells == column("-5", "-5", "-6")
        assert sentences == [
            "“(5)” is read as a number below zero.",
            "“(6)” is read as a number below zero.",
        ]

    def test_which_decimals_is_asked_with_the_first_cell(self):
        with pytest.raises(Unsettled) as caught:
            read_clipboard(column("5", "1,234"), ["decimal"])
        assert caught.value.cell == "1,234"
        assert caught.value.readings == {".": "1234", ",": "1.234"}
        [problem] = caught.value.problems
        assert (problem.row, problem.column) == (2, "1")

    @each(("mark", "right"), [(".", "1234"), (",", "1.234")])
    def test_answer_is_followed(self, mark, right):
        assert read_clipboard([["1,234"]], ["decimal"], mark)[0] == [[right]]

    def test_nothing_is_nothing(self):
        assert read_clipboard([], []) == ([], [], [])
        assert read_clipboard([[]], []) == ([[]], [], [])


class TestTyped:
    @each(
        ("cell", "kind", "mark", "right"),
        [
            ("1,234", "integer", "", "1234"),
            ("1,234", "integer", ",", "1.234"),
            ("1.234.567", "integer", "", "1234567"),
            ("12,34", "integer", ".", "1234"),  # a digit too few, it was said
            ("12,34", "integer", ",", "12.34"),
        ],
    )
    def test_is_read_by_the_language_or_the_answer(self, cell, kind, mark, right):
        found = read_clipboard([[cell]], [kind], mark, typed=True)
        assert found == ([[right]], [], [])

    @each(
        ("cell", "kind", "readings"),
        [
            ("1.234", "", {".": "1.234", ",": "1234"}),
            ("12,34", "", {".": "1234", ",": "12.34"}),
            ("12,34", "decimal", {".": "1234", ",": "12.34"}),
        ],
    )
    def test_of_two_readings_is_asked_about(self, cell, kind, readings):
        with pytest.raises(Unsettled) as caught:
            read_clipboard([[cell]], [kind], typed=True)
        assert (caught.value.cell, caught.value.readings) == (cell, readings)
        first, second = readings.values()
        [problem] = caught.value.problems
        assert problem == f"“{cell}” could mean {first} or {second}."
        assert (problem.row, problem.column) == (1, "1")

    def test_in_an_unknown_column_is_said(self):
        said = "“1,234,567” was read as the number 1,234,567."
        for beside in ([], [["7"]]):
            found = read_clipboard([["1,234,567"]], [""], typed=True, beside=beside)
            assert found == ([["1234567"]], [], [said])
        assert read_clipboard([["1234567"]], [""], typed=True)[2] == []


class TestRequest:
    """What no clipboard of ours sends is refused."""

    @each(
        ("lines", "kinds", "beside"),
        [
            ([[""]] * (MAX_ROWS + 1), [], []),
            ([[""] * (MAX_COLUMNS + 1)], [], []),
            ([], [*TYPES, ""], []),
            ([], [""] * (MAX_COLUMNS + 1), []),
            ([], [], [[""] * MAX_ROWS] * (MAX_COLUMNS + 1)),
            ([], [], ()),
        ],
    )
    def test_as_much_as_a_table_takes_is_read(self, lines, kinds, beside):
        assert read_clipboard(lines, kinds, beside=beside)[0] == lines

    @each(
        ("lines", "kinds", "beside", "problem"),
        [
            ("5", [], [], "too many rows"),
            ([[""]] * (MAX_ROWS + 2), [], [], "too many rows"),
            ([[""] * (MAX_COLUMNS + 2)], [], [], "too many columns"),
            (["5"], [], [], "too many columns"),
            ([[5]], [], [], "not texts"),
            ([], "text", [], "too many columns"),
            ([], [""] * (MAX_COLUMNS + 2), [], "too many columns"),
            ([], [None], [], "not texts"),
            ([], ["number"], [], "no types"),
            ([], [], "5", "too many columns"),
            ([], [], [[]] * (MAX_COLUMNS + 2), "too many columns"),
            ([], [], ["5"], "too many cells"),
            ([], [], [[""] * (MAX_ROWS + 1)], "too many cells"),
            ([], [], [[5]], "not texts"),
        ],
    )
    def test_other_things_are_not(self, lines, kinds, beside, problem):
        with pytest.raises(ValueError, match=problem):
            read_clipboard(lines, kinds, beside=beside)
