"""Test what “1,234” means: inferred where cells tell, asked where not."""

import pytest
from django.utils import translation

from statistics.importing.clipboard import read_clipboard
from statistics.importing.text import from_text
from statistics.importing.values.amounts import take_apart
from statistics.importing.values.decimal_mark import Unsettled
from statistics.table.schema import DataError


def table(*cells, kind="decimal", **more):
    text = "Value\n" + "".join(f'"{cell}"\n' for cell in cells)
    return from_text(text, f"Value: {kind}" if kind else "", **more)


def stored(*cells, **more):
    return [row["cells"][0] for row in table(*cells, **more).to_json()["rows"]]


def question(*cells, **more):
    with pytest.raises(Unsettled) as caught:
        table(*cells, **more)
    return caught.value


class TestEvidence:
    @pytest.mark.parametrize(
        "cell", ["8.43", "1,234.5", "1,234,567", "0.123", "1'234.5"]
    )
    def test_of_a_point(self, cell):
        assert stored(cell, "1,234")[1] == "1234"

    @pytest.mark.parametrize(
        "cell", ["8,43", "1.234,5", "1 234,5", "0,123", "1234,567"]
    )
    def test_of_a_comma(self, cell):
        assert stored(cell, "1.234")[1] == "1234"

    def test_in_another_column_counts(self):
        text = "A\tB\n8,43\t1.234\n"
        assert from_text(text).to_json()["rows"] == [{"cells": ["8.43", "1234"]}]

    def test_in_a_column_of_words_does_not(self):
        text = "Name\tB\nSmith, J.\t1\n8,43\t2\n"
        assert from_text(text, "Name: text").columns[1].type == "integer"

    def test_whole_numbers_are_read_by_the_marks_of_the_site(self):
        """“1.234” may be a decimal that does not belong among them."""
        assert stored("1,234", kind="integer") == ["1234"]
        assert set(question("1.234", kind="integer").readings) == {".", ","}


class TestQuestion:
    @pytest.mark.parametrize("cell", ["1,234", "1.234", "$85,000", "-1,234", "(1,234)"])
    def test_is_asked_where_both_meanings_fit(self, cell):
        asked = question(cell, kind=None)
        assert "could mean" in asked.problems[0]
        assert set(asked.readings) == {".", ","}

    def test_names_the_cell_and_how_many_more(self):
        asked = question("1,234", "5", "2,345")
        assert asked.problems == [
            "Row 1, column “Value”: “1,234” could mean 1234 or 1.234, and so could 1 "
            "more. Choose under “Decimals” how they are written."
        ]
        assert (asked.problems[0].row, asked.problems[0].column) == (1, "Value")

    def test_leaves_no_other_problem_unsaid(self):
        assert "“many” is not a number" in question("1,234", "many").problems[1]

    def test_is_asked_where_cells_contradict_each_other(self):
        asked = question("8,43", "8.43", "1,234")
        assert len(asked.problems) == 1
        assert "has a decimal comma, but “8.43” in row 2" in asked.problems[0]

    @pytest.mark.parametrize(("mark", "number"), [(".", "1234"), (",", "1.234")])
    def test_is_answered_by_a_choice(self, mark, number):
        assert stored("1,234", decimal_mark=mark) == [number]

    def test_cell_that_does_not_fit_the_choice_is_named(self):
        with pytest.raises(DataError) as caught:
            table("8.43", "8,43", decimal_mark=",")
        assert caught.value.problems == [
            "Row 1, column “Value”: “8.43” is not a number whose decimals follow a "
            "comma."
        ]

    def test_is_not_asked_of_what_is_stored(self):
        known = table("8.430", "9.25")
        assert from_text("Value\n8.430\n", "Value: decimal", known) != known
        assert stored("8.430", known=known) == ["8.430"]
        assert stored("8.430", "7,5", known=known) == ["8.430", "7.5"]


class TestWriting:
    @pytest.mark.parametrize(
        ("cell", "number"),
        [
            ("1 234 567", "1234567"),
            ("1\N{THIN SPACE}234\N{THIN SPACE}567", "1234567"),
            ("1\N{NARROW NO-BREAK SPACE}234", "1234"),
            ("1'234'567", "1234567"),
            ("1’234.50", "1234.50"),
            ("12,34,567", "1234567"),
            ("(12.5)", "-12.5"),
            (".5", "0.5"),
            ("+5", "5"),
        ],
    )
    def test_of_thousands_and_signs(self, cell, number):
        assert stored(cell) == [number]

    @pytest.mark.parametrize("cell", ["CHF 5", "5 CHF", "CHF\N{NO-BREAK SPACE}5"])
    def test_currency_code_stands_before_or_after(self, cell):
        [column] = table(cell, kind=None).columns
        assert (column.type, column.currency) == ("money", "CHF")

    @pytest.mark.parametrize(
        "cell",
        [
            "1,23,4",
            "1 23",
            "1,2,3",
            "--5",
            "(-5)",
            "$5€",
            "5-",
            "1,",
            ".",
            "1e5",
            "0x1",
        ],
    )
    def test_of_nothing_is_no_number(self, cell):
        assert take_apart(cell) is None

    @pytest.mark.parametrize("cell", ["inf", "-Infinity", "∞", "1" * 40])
    def test_that_no_table_holds_is_named(self, cell):
        with pytest.raises(DataError) as caught:
            table(cell)
        assert caught.value.problems[0].row == 1

    def test_endless_cell_is_no_number(self):
        assert take_apart("1" * 1_000_000) is None


class TestMostlyNumbers:
    def test_one_word_among_many_numbers_is_a_mistake(self):
        with pytest.raises(DataError) as caught:
            table("1", "2", "3", "4", "much", kind=None)
        assert caught.value.problems == [
            "Row 5, column “Value”: “much” is not a number."
        ]

    def test_words_among_few_numbers_make_a_column_of_words(self):
        assert table("1", "2", "much", kind=None).columns[0].type == "text"


class TestTypedAlone:
    @pytest.mark.parametrize("kind", ["", "integer", "decimal", "money"])
    def test_comma_that_is_no_group_is_asked_about(self, kind):
        with pytest.raises(Unsettled) as caught:
            read_clipboard([["12,34"]], [kind], typed=True)
        assert caught.value.readings == {".": "1234", ",": "12.34"}

    @pytest.mark.parametrize(("mark", "number"), [(".", "1234"), (",", "12.34")])
    def test_answer_is_followed(self, mark, number):
        for kind in ("", "decimal"):
            cells, _notes, _said = read_clipboard([["12,34"]], [kind], mark, typed=True)
            assert cells == [[number]]

    def test_is_what_the_language_writes_elsewhere(self):
        with translation.override("de"):
            cells, _notes, _said = read_clipboard([["12,34"]], ["decimal"], typed=True)
        assert cells == [["12.34"]]

    def test_pasted_block_is_no_typed_cell(self):
        cells, _notes, _said = read_clipboard([["12,34"]], ["decimal"], ".")
        assert cells == [["12.34"]]
