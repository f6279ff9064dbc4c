"""Test cells that are numbers beside others of their column, and none alone."""

from decimal import Decimal

import pytest
from django.utils import translation

from statistics.importing.text import read_text


def column(*cells, language="en", label="Net"):
    text = f"Job\t{label}\n" + "".join(f"J{n}\t{c}\n" for n, c in enumerate(cells))
    with translation.override(language):
        reading = read_text(text)
    values = [row.cells[1] for row in reading.table.rows]
    return values, " ".join(map(str, reading.sentences))


def numbers(*texts):
    return [Decimal(text) for text in texts]


class TestExponents:
    @pytest.mark.parametrize(
        ("cells", "right"),
        [
            (("1.5E-3", "2E+4", "3e5"), ("0.0015", "20000", "300000")),
            (("85000", "1e+06", "1e6"), ("85000", "1000000", "1000000")),
        ],
    )
    def test_are_read_beside_others(self, cells, right):
        assert column(*cells)[0] == numbers(*right)

    @pytest.mark.parametrize("cells", [("3e5", "4e1"), ("3e5", "120", "4e1")])
    def test_are_names_alone(self, cells):
        assert column(*cells)[0] == [*cells]


class TestMinusBehind:
    @pytest.mark.parametrize(
        ("cells", "right"),
        [
            (("12-", "45", "30-"), ("-12", "45", "-30")),
            (("120-", "45", "3-"), ("-120", "45", "-3")),
            (("1.5-", "2.5", "12.25-"), ("-1.5", "2.5", "-12.25")),
        ],
    )
    def test_is_read_beside_other_numbers_and_said(self, cells, right):
        values, said = column(*cells)
        assert values == numbers(*right)
        assert "is read as a number below zero" in said

    def test_is_read_in_arabic_digits(self):
        assert column("-١٢", "١٢-", language="ar")[0] == numbers("-12", "-12")

    @pytest.mark.parametrize(
        "cells", [("18-", "25-", "35-"), ("2-", "3", "1-"), ("12-", "3+", "10")]
    )
    def test_is_none_of_ranges_and_grades(self, cells):
        assert column(*cells)[0] == [*cells]


class TestFractions:
    @pytest.mark.parametrize(
        ("cells", "right"),
        [
            (("37½", "40", "35 ¼"), ("37.5", "40", "35.25")),
            (("-½", "−1⅛", "2"), ("-0.5", "-1.125", "2")),
            (("1,250½", "2,000"), ("1250.5", "2000")),
        ],
    )
    def test_are_decimals(self, cells, right):
        values, said = column(*cells)
        assert values == numbers(*right)
        assert f"“{cells[0]}” is read as {right[0]}." in said

    def test_of_no_end_stay_text(self):
        assert column("37⅓", "40")[0] == ["37⅓", "40"]


@pytest.mark.parametrize("cells", [("500:-", "1 200:-"), ("kr 500:-", "1 200:–")])
def test_swedish_amounts_end_in_a_dash(cells):
    assert column(*cells, language="sv", label="Pris")[0] == numbers("500", "1200")
