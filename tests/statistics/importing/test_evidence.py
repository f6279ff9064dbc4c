"""Test that only measures tell how decimals are written."""

import pytest
from django.utils import translation

from statistics.importing.text import from_text, read_text
from statistics.importing.values.decimal_mark import Unsettled

PAY = ("45.300", "85.100")


def text(label, *cells):
    rows = zip(cells, ("Koch", "Arzt"), PAY, strict=True)
    return "\n".join([f"{label};Beruf;Gehalt", *map(";".join, rows)])


class TestNoEvidence:
    @pytest.mark.parametrize(
        ("label", "cells"),
        [
            ("Nr", ("1.1", "1.2")),
            ("Thema", ("1.1", "1.2")),  # one after the other, in the first column
            ("Beginn", ("9.30", "8.15")),
            ("Tag", ("31.12", "24.12")),
            ("Version", ("1.10", "3.2")),
            ("SOC code", ("11.2", "12.5")),
            ("Wert", ("9.30", "8.15")),  # could be times
        ],
    )
    def test_in_what_is_no_measure(self, label, cells):
        with pytest.raises(Unsettled) as caught:
            from_text(text(label, *cells))
        assert "“45.300” could mean 45.300 or 45300" in caught.value.problems[0]


class TestEvidence:
    @pytest.mark.parametrize("cells", [("9.75", "8.15"), ("31.99", "24.12")])
    def test_in_another_measure(self, cells):
        table = from_text(text("Wert", *cells))
        assert [str(row.cells[2]) for row in table.rows] == list(PAY)

    def test_of_the_same_column_comes_first(self):
        table = from_text("A\tB\n1.234\t9.75\n5,5\t1.5\n")
        assert [str(row.cells[0]) for row in table.rows] == ["1234", "5.5"]
        assert [str(row.cells[1]) for row in table.rows] == ["9.75", "1.5"]


class TestBorrowed:
    @pytest.mark.parametrize(
        "label", ["Lat", "geo_lon", "Note", "Stufe", "Kurs", "X", "WZ08", "NACE"]
    )
    def test_codes_and_coordinates_lend_no_mark(self, label):
        with pytest.raises(Unsettled):
            from_text(text(label, "1.25", "3.75"))

    @pytest.mark.parametrize("language", ["de", "fr", "sv"])
    def test_mark_of_another_language_makes_no_thousandths(self, language):
        with translation.override(language), pytest.raises(Unsettled):
            from_text(text("Wert", "9.75", "8.65"))

    def test_people_have_no_thousandths(self):
        with pytest.raises(Unsettled):
            from_text(text("Wert", "9.75", "8.65").replace("Gehalt", "Einwohner"))

    def test_own_mark_of_another_column_is_said(self):
        sentences = read_text(text("Wert", "9.75", "8.65")).sentences
        assert any("“45.300” is read as 45.300" in sentence for sentence in sentences)

    def test_chosen_mark_leaves_what_has_only_the_other(self):
        table = from_text(text("Lat", "48.37", "48.4"), decimal_mark=",")
        cells = [[str(cell) for cell in row.cells] for row in table.rows]
        assert cells == [["48.37", "Koch", "45300"], ["48.4", "Arzt", "85100"]]

    def test_one_cell_that_may_lack_a_digit_is_asked_about(self):
        with pytest.raises(Unsettled):
            from_text("Job\tPay\nA\t12,34\nB\t1,000")
