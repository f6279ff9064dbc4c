"""Test how a cell is taken apart: digits, currency, scale, mark, word."""

from decimal import Decimal

import pytest

from statistics.importing.values.amounts import take_apart


def value(cell, mark="."):
    amount = take_apart(cell)
    return Decimal(amount.readings[mark]).scaleb(amount.power)


class TestMoney:
    @pytest.mark.parametrize(
        ("cell", "currency", "number"),
        [
            ("$(1,234.50)", "USD", "-1234.50"),
            ("$75.55 billion", "USD", "75550000000"),
            ("7 500 zł", "PLN", "7500"),
            ("Fr. 90'000.-", "CHF", "90000"),
            ("Fr.5", "CHF", "5"),
            ("A$ 5", "AUD", "5"),
            ("R$ 12", "BRL", "12"),
            ("R 25 000", "ZAR", "25000"),
            ("12 T€", "EUR", "12000"),
            ("TEUR 12", "EUR", "12000"),
            ("0.4 Mio. €", "EUR", "400000"),
            ("₹6.5 lakh", "INR", "650000"),
            ("₹12 Cr", "INR", "120000000"),
            ("650万円", "JPY", "6500000"),
            ("£E 100", "EGP", "100"),
        ],
    )
    def test_has_its_currency_and_its_scale(self, cell, currency, number):
        assert take_apart(cell).currencies[0] == currency
        assert value(cell) == Decimal(number)

    def test_of_a_shared_sign_may_be_several(self):
        assert take_apart("35 000 kr").currencies == (None, "SEK", "NOK", "DKK", "ISK")


class TestWriting:
    @pytest.mark.parametrize(
        ("cell", "number"),
        [
            ("–12", "-12"),
            ("\N{ZERO WIDTH SPACE}5", "5"),
            ("1.2E+05", "120000"),
            ("1.5e7", "15000000"),
            ("٣٤٥", "345"),
            ("３２", "32"),
            ("2.5m", "2500000"),
            ("12k", "12000"),
            ("12.–", "12"),
        ],
    )
    def test_is_read(self, cell, number):
        assert value(cell) == Decimal(number)

    @pytest.mark.parametrize(
        ("cell", "note"),
        [
            ("32000*", "*"),
            ("32000p", "p"),
            ("~32,000", "~"),
            ("c. 300", "~"),
            ("12.5 b", "b"),
            ("5 [r]", "r"),
            ("1,234 (2)", "2"),
            ("45³", "³"),
        ],
    )
    def test_mark_beside_a_number_is_its_note(self, cell, note):
        assert take_apart(cell).note == note

    @pytest.mark.parametrize(
        "cell",
        [
            *("A12", "M1", "R2", "Q3", "2024-03-31", "12:30", "18-24", "55+", "1e5"),
            *("--5", "$5€", "1/2", "3.1.2", "5 12", "T5"),
            *("$5%", "5%€", "5% million", "5k%"),
        ],
    )
    def test_of_a_name_a_time_or_a_range_is_no_number(self, cell):
        assert take_apart(cell) is None

    @pytest.mark.parametrize(
        ("cell", "word"),
        [
            ("85 foo", "foo"),
            ("12 m", "m"),
            ("12 m²", "m²"),
            ("3 T", "T"),
            ("5 km", "km"),
        ],
    )
    def test_word_that_is_not_understood_is_kept(self, cell, word):
        amount = take_apart(cell)
        assert (amount.word, amount.power) == (word, 0)
