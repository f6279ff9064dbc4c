"""Test the spreadsheet of a table."""

import io
import zipfile
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from statistics.downloads.as_xlsx import MOST_TEXT, number_format, xlsx_bytes
from statistics.table.schema import Column, parse_cell
from tests.each import each
from tests.factories import StatTableFactory

from .tables import FORMULAS, HOSTILE_TEXTS, hostile, of_labels, of_types


def book(table):
    return load_workbook(io.BytesIO(xlsx_bytes(table)))


def numbers(table):
    return book(table)["Data"]


def about(table):
    sheet = book(table)["About these data"]
    return dict(sheet.iter_rows(values_only=True))


class TestCells:
    def test_have_types(self):
        rows = list(numbers(of_types()).iter_rows(min_row=2, values_only=True))
        assert rows == [
            (1, 2020, "Old", 0, 8.43, 25, -5, None),
            (2, 2027, "New", None, -0.5, 0.1, 8.43, "forecast"),
            (None, None, "All", 1234567, None, 100, None, "total"),
        ]

    def test_have_the_headings_of_the_csv_in_a_frozen_row(self):
        sheet = numbers(of_types())
        assert sheet.freeze_panes == "A2"
        assert sheet["G1"].value == "Worth (USD billion, a year)"
        assert sheet["G1"].font.bold

    def test_of_an_empty_table_are_none(self):
        assert numbers(StatTableFactory.build(data={})).max_row == 1

    @pytest.mark.parametrize(
        "text", ["9.95", "0.1", "8.41", "4.35", "999999999.999999"]
    )
    def test_are_as_exact_as_a_spreadsheet_can_be(self, text):
        table = of_labels(["a"])
        table.data["rows"][0]["cells"][1] = text
        assert numbers(table)["B2"].value == float(text)

    def test_of_more_digits_than_that_are_text(self):
        table = of_labels(["a"])
        table.data["rows"][0]["cells"][1] = "1234567890.1234567"
        assert numbers(table)["B2"].value == "1234567890.1234567"

    @pytest.mark.parametrize(
        ("text", "column", "shown"),
        [
            ("8.430", {"type": "decimal"}, "#,##0.000"),
            ("85000", {"type": "integer"}, "#,##0"),
            ("25", {"type": "percent"}, "#,##0"),
            ("2020", {"type": "year"}, "0"),
            ("1", {"type": "rank"}, "0"),
            ("5.5", {"type": "money", "currency": "USD"}, '"$"#,##0.0'),
            (
                "5",
                {"type": "money", "currency": "CHF", "decimals": 2},
                '"CHF "#,##0.00',
            ),
        ],
    )
    def test_are_shown_as_the_source_wrote_them(self, text, column, shown):
        column = Column("a", "A", **column)
        assert number_format(parse_cell(text, column), column) == shown


class TestText:
    @each("text", FORMULAS)
    def test_is_never_a_formula(self, text):
        cell = numbers(of_labels([text]))["A2"]
        assert cell.data_type == "s"
        assert cell.quotePrefix

    @pytest.mark.parametrize(
        "text", ["-5", "18-24", "0012", "1E5", "TRUE", "#N/A", "1/2"]
    )
    def test_is_not_taken_for_something_else(self, text):
        cell = numbers(of_labels([text]))["A2"]
        assert (cell.data_type, cell.value) == ("s", text)
        assert not cell.quotePrefix

    @each("text", HOSTILE_TEXTS)
    def test_of_any_kind_makes_a_sound_file(self, text):
        content = xlsx_bytes(hostile(text))
        assert load_workbook(io.BytesIO(content))["Data"]["B2"].value == 1
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            for name in file.namelist():
                tree = ElementTree.fromstring(file.read(name))
                assert not [e for e in tree.iter() if e.tag.endswith("}f")]

    def test_that_looks_like_a_code_is_kept(self):
        """Spreadsheets read _x0041_ as an A."""
        assert numbers(of_labels(["_x0041_"]))["A2"].value == "_x005F_x0041_"

    def test_too_long_for_a_cell_is_cut(self):
        note = about(of_types(note="a " * 50_000))["Note"]
        assert len(note) == MOST_TEXT
        assert note.endswith("…")


class TestAbout:
    def test_says_what_the_numbers_are(self):
        facts = about(of_types(source_name="ONS", note="Two **hives**.", period="2020"))
        assert facts["Source"] == "ONS"
        assert facts["Note"] == "Two hives."
        assert facts["Period of the data"] == "2020"
        assert facts["Column: Worth"] == "money, USD, billion, a year"
        assert facts["Content updated on"] == "2026-01-05"
        assert facts["Cite as"].startswith("Career Guide (2026).")

    def test_says_what_nobody_knows(self):
        facts = about(of_types())
        assert facts["Source"] == "None is known."
        assert facts["Licence"] == "Not stated."


def test_same_table_gives_the_same_bytes():
    table = of_types()
    assert xlsx_bytes(table) == xlsx_bytes(table)


def test_no_time_and_no_name_of_a_person_is_in_it():
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(of_types()))) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
        assert b"openpyxl" not in file.read("docProps/core.xml")
