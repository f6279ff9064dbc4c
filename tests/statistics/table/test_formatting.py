"""Test numbers as readers see them."""

from decimal import Decimal

import pytest

from statistics.table.formatting import format_value
from statistics.table.schema import Column
from tests.each import each

MONEY = {"type": "money", "currency": "USD"}


def shown(value, **column):
    """A cell as readers see it; numbers are given as text."""
    column = Column("c", "C", column.pop("type", "decimal"), **column)
    is_text = value is None or column.type == "text"
    return format_value(value if is_text else Decimal(value), column)


class TestNumbers:
    @each(
        ("value", "text"),
        [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("1234567.5", "1,234,567.5"),
            ("8.430", "8.430"),
            ("0.0000001", "0.0000001"),
            ("-5", "\N{MINUS SIGN}5"),
            ("-1234.50", "\N{MINUS SIGN}1,234.50"),
            ("-0", "0"),
        ],
    )
    def test_have_commas_and_the_precision_of_the_source(self, value, text):
        assert shown(value) == text

    def test_of_thirty_digits_keep_every_one(self):
        assert (
            shown("123456789" * 3 + "123").replace(",", "") == "123456789" * 3 + "123"
        )
        assert shown("9" * 30, decimals=10).startswith("999,999")

    @pytest.mark.parametrize("type", ["year", "rank"])
    def test_that_say_which_have_no_commas(self, type):
        assert shown("2027", type=type) == "2027"

    def test_percent_is_as_stored(self):
        assert shown("25", type="percent") == "25%"
        assert shown("-2.50", type="percent") == "\N{MINUS SIGN}2.50%"


class TestDecimals:
    @pytest.mark.parametrize(
        ("value", "decimals", "text"),
        [
            ("8.4", 2, "8.40"),
            ("8.435", 2, "8.44"),
            ("2.5", 0, "3"),
            ("1999.6", 0, "2,000"),
            ("-0.001", 2, "0.00"),
        ],
    )
    def test_round_half_up(self, value, decimals, text):
        assert shown(value, decimals=decimals) == text

    def test_leave_years_alone(self):
        assert shown("2027", type="year", decimals=2) == "2027"


class TestMoney:
    @pytest.mark.parametrize(
        ("currency", "text"),
        [
            ("USD", "$85,000"),
            ("GBP", "£85,000"),
            ("EUR", "€85,000"),
            ("INR", "₹85,000"),
            ("CHF", "CHF\N{NO-BREAK SPACE}85,000"),
        ],
    )
    def test_names_its_currency(self, currency, text):
        assert shown("85000", type="money", currency=currency) == text

    def test_minus_comes_before_the_sign(self):
        assert shown("-5", **MONEY) == "\N{MINUS SIGN}$5"

    @pytest.mark.parametrize(
        ("scale", "text"),
        [
            ("thousand", "$8.43k"),
            ("million", "$8.43m"),
            ("billion", "$8.43bn"),
            ("trillion", "$8.43tn"),
        ],
    )
    def test_scale_is_a_short_word(self, scale, text):
        assert shown("8.43", scale=scale, **MONEY) == text


class TestWords:
    def test_missing_value_says_so_and_zero_does_not(self):
        assert shown(None) == "no data"
        assert shown("0") == "0"

    def test_text_stays_exactly_as_it_is(self):
        assert shown("18-24", type="text") == "18-24"
