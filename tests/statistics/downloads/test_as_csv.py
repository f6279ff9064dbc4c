"""Test the CSV of a table."""

import re

import pytest

from statistics.downloads.as_csv import csv_bytes
from statistics.downloads.cells import inert
from tests.each import each
from tests.factories import StatTableFactory

from .tables import FORMULAS, HOSTILE_TEXTS, PLAIN, hostile, lines, of_labels, of_types

# Where a spreadsheet looks for a formula: the first sign that is not blank or quoted.
RUNS = re.compile(r"[\t\r\n]|[\s\x00-\x1f\ufeff\u200b\"“]*[=+\-@\uff1d\uff20\uff0b]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?|-")


def runs(cell):
    return bool(RUNS.match(cell)) and not NUMBER.fullmatch(cell)


class TestNumbers:
    def test_are_raw_and_exact(self):
        assert lines(csv_bytes(of_types()))[1:] == [
            ["1", "2020", "Old", "0", "8.430", "25", "-5", ""],
            ["2", "2027", "New", "", "-0.50", "0.1", "8.43", "forecast"],
            ["", "", "All", "1234567", "", "100", "", "total"],
        ]

    def test_of_thirty_digits_keep_every_one(self):
        data = StatTableFactory.build().data
        cells = [{"cells": ["Entry", "1" * 30]}]
        assert b"Entry," + b"1" * 30 in csv_bytes(
            StatTableFactory.build(data=data | {"rows": cells})
        )

    def test_that_are_small_are_not_written_with_an_exponent(self):
        column = {"key": "a", "label": "A", "type": "decimal"}
        data = {"columns": [column], "rows": [{"cells": ["0.0000001"]}]}
        assert csv_bytes(StatTableFactory.build(data=data)) == b"A\r\n0.0000001\r\n"


class TestHeadings:
    def test_name_unit_and_scale(self):
        assert lines(csv_bytes(of_types()))[0] == [
            "Place",
            "Year",
            "Hive",
            "Bees (thousand)",
            "Depth (cm)",
            "Share of honey (%)",
            "Worth (USD billion, a year)",
            "Mark",
        ]

    def test_do_not_say_twice_what_the_label_says(self):
        column = {"key": "a", "label": "Share in %", "type": "percent"}
        table = StatTableFactory.build(data={"columns": [column], "rows": []})
        assert csv_bytes(table) == b"Share in %\r\n"

    def test_have_no_marks_where_no_row_is_marked(self):
        assert lines(csv_bytes(StatTableFactory.build()))[0] == [
            "Level",
            "Salary (USD)",
        ]

    def test_are_inert(self):
        column = {"key": "a", "label": "=1+1", "type": "text"}
        table = StatTableFactory.build(data={"columns": [column], "rows": []})
        assert csv_bytes(table) == b"'=1+1\r\n"


class TestRows:
    def test_come_in_the_order_readers_see(self):
        by_value = lines(csv_bytes(StatTableFactory.build(row_order="value")))
        given = lines(csv_bytes(StatTableFactory.build(row_order="given")))
        assert [row[0] for row in by_value] == ["Level", "Senior", "Entry"]
        assert [row[0] for row in given] == ["Level", "Entry", "Senior"]

    def test_of_nothing_are_none(self):
        assert csv_bytes(StatTableFactory.build(data={})) == b"\r\n"


class TestFormulas:
    @each("text", FORMULAS)
    def test_are_inert(self, text):
        assert runs(text) or text == "'=1+1"
        content = csv_bytes(of_labels([text]))
        assert lines(content)[1][0] == inert(text)
        assert inert(text).startswith("'")

    @each("text", PLAIN)
    def test_are_not_seen_where_none_is(self, text):
        assert lines(csv_bytes(of_labels([text])))[1][0] == text

    @pytest.mark.parametrize(
        "text", ["a;=1+1;b", 'a;"=1+1', "a; =1", "a\n=1+1", "a\r=1", "a\t@A1", ";;=1"]
    )
    def test_are_inert_where_a_semicolon_separates_cells(self, text):
        content = csv_bytes(of_labels([text])).decode()
        assert not any(
            runs(cell) for cell in re.split("[;\t\r\n]+", content)[1:] if cell
        )

    def test_are_found_in_no_time(self):
        for junk in ("\n", " ", ";", '"', "\t ", "; ="):
            inert(junk * 100_000)


@each("text", HOSTILE_TEXTS)
def test_hostile_text_is_kept_as_text(text):
    assert lines(csv_bytes(hostile(text)))[1][0] == inert(text)


def test_half_a_character_is_written_as_a_question_mark():
    assert b"a?b" in csv_bytes(of_labels(["a\ud800b"]))
