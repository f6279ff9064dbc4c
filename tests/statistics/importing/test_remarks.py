"""Test that what was read differently from how the site writes is said."""

import calendar

import pytest
from django.utils import translation

from statistics.importing.text import read_text
from statistics.importing.values.decimal_mark import Unsettled


def sentences(cells, language="en", decimal_mark=""):
    text = "Job\tPay\n" + "".join(f"J{n}\t{c}\n" for n, c in enumerate(cells))
    with translation.override(language):
        return " ".join(read_text(text, decimal_mark=decimal_mark).sentences)


@pytest.mark.parametrize(
    ("language", "cells", "sentence"),
    [
        ("en", ("1,000", "1,5"), "“1,000” is read as 1.000"),
        ("en", ("1.000", "1,5"), "“1.000” is read as 1,000"),
        ("en", ("12,34", "5,67", "1,000"), "“1,000” is read as 1.000"),
        ("de", ("1.000", "1.5"), "“1.000” is read as 1,000"),
        ("de-ch", ("1,000", "1,5"), "“1,000” is read as 1.000"),
    ],
)
def test_decimals_that_the_site_writes_otherwise(language, cells, sentence):
    assert sentence in sentences(cells, language)


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("en", ("1,000", "1.5")),
        ("de", ("1.000", "1,5")),
        ("de", ("1,000", "1,5")),
        ("en", ("100", "1,5")),
    ],
)
def test_nothing_is_said_of_the_sites_own_or_of_what_is_plain(language, cells):
    assert "is read as" not in sentences(cells, language)


def test_nothing_is_said_of_what_somebody_chose():
    assert "is read as" not in sentences(("1,000", "1,5"), decimal_mark=",")


class TestThinEvidence:
    """One cell whose digits are grouped wrongly would divide all others by thousand."""

    CELLS = ("1,234", "2,345", "12,34", "4,321", "5,432")

    @pytest.mark.parametrize("language", ["en", "hi", "de-ch", "ar"])
    def test_against_the_site_is_asked_about(self, language):
        with pytest.raises(Unsettled, match="could mean"):
            sentences(self.CELLS, language)

    def test_of_the_sites_own_mark_is_enough(self):
        assert "is read as" not in sentences(self.CELLS, "de")

    def test_is_asked_about_with_points_on_a_site_of_commas(self):
        with pytest.raises(Unsettled):
            sentences([cell.replace(",", ".") for cell in self.CELLS], "de")

    def test_that_agrees_with_thousands_is_enough(self):
        sentences(("1,234", "2,345", "12.5", "4,321", "5,432"), "de")

    def test_of_other_columns_is_enough(self):
        lines = [f"J{n}\t{cell}\t{n},5\n" for n, cell in enumerate(self.CELLS)]
        reading = read_text("Job\tPay\tHours\n" + "".join(lines))
        assert f"{reading.table.rows[0].cells[1]}" == "1.234"


class TestOtherMagnitude:
    def sentences(self, description, *cells):
        text = "Job\tSales\n" + "".join(f"J{n}\t{c}\n" for n, c in enumerate(cells))
        return " ".join(read_text(text, description).sentences)

    @pytest.mark.parametrize(
        ("description", "cells"),
        [
            ("Sales: integer, million", ("5", "7", "5,000,000")),
            ("Sales: money GBP, thousand", ("35", "41.5", "£36,000")),
        ],
    )
    def test_number_in_full_among_millions_is_said(self, description, cells):
        sentences = self.sentences(description, *cells)
        assert f"“{cells[-1]}” is far more than the others" in sentences

    @pytest.mark.parametrize(
        ("description", "cells"),
        [
            ("Sales: integer, thousand", ("85", "70", "1500")),
            ("Sales: integer, million", ("5", "7", "500")),
            ("Sales: integer", ("5", "7", "5,000,000")),
            ("Sales: integer, million", ("5000000",)),
        ],
    )
    def test_other_numbers_are_not(self, description, cells):
        assert "far more" not in self.sentences(description, *cells)


class TestDateAmongRanges:
    """A spreadsheet makes 5-Oct of 5-10."""

    def said(self, *labels, language="en"):
        rows = "".join(f"{label}\t{n}.5\n" for n, label in enumerate(labels))
        with translation.override(language):
            return " ".join(read_text(f"Age\tShare\n{rows}").sentences)

    @pytest.mark.parametrize("month", range(12))
    def test_of_any_month_is_said_whichever_comes_first(self, month):
        name = calendar.month_abbr[month + 1]
        for date in (f"5-{name}", f"05. {name}.", f"{name}-05"):
            assert f"“{date}” is a date among labels" in self.said(date, "11-15")

    def test_is_known_in_the_language_of_the_site(self):
        assert "“5. Okt” is a date" not in self.said("5. Okt", "11-15")
        assert "“5. Okt”" in self.said("5. Okt", "11-15", language="de")

    def test_is_none_where_nothing_is_a_range(self):
        assert "is a date" not in self.said("5-Oct", "Others")


def test_limit_is_no_number_and_said_to_be_none():
    said = sentences(("<5", "12", "< 5", "30p", "8"))
    assert "2 cells are limits, kept as notes and not drawn: “<5”, “< 5”" in said
    assert "1 number has a mark, kept as a note: “30p”" in said
