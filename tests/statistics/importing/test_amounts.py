"""Test how a cell is taken apart: digits, currency, scale, mark, word."""

import os
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest

from statistics.importing.values.amounts import Amount, take_apart
from statistics.importing.values.missing import no_value


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


DIGITS = (
    *("5", "007", ".5", "12,5", "1,234", "1.234,50", "1 234", "1'234.5", "12,34,567"),
    *("1,23,4", "1e5", "1.5e+3", "2E-41", "37½", "1234567"),
)
AROUND = (
    *("{}", "-{}", "+ {}", "{}-", "({})", "(-{})", "-{}-", "${}", "$-{}", "-$ {}"),
    *("{} €", "€{}-", "{}%", "%{}", "$5 {}", "${}%", "{}k", "{} k", "{}m", "{} m"),
    *("{} bn", "{} million", "{}T", "${}T", "{} T€", "{}k€", "€{} m", "R{}", "R {}"),
    *("{}p", "{} p", "{} bu", "{}[p]", "{} [c]", "{}*", "~{}", "<{}", "<= {}"),
    *("ca. {}", "{}¹", "{} (a)", "[{}]", "{} kg", "{} per year", "{} a 1", "a{}"),
    *("{}:30", "{}.-", "{}:-", "{} --", "EUR {}", "{} ABC", "ABC {}", "{}; 5"),
)


def taken_apart(cell):
    """What a cell is as a number, by each mark and with what stands beside it."""
    amount = take_apart(cell)
    if amount is None:
        mark = no_value(cell)
        return "-" if mark is None else f"no value {mark!r}"
    known = {f.name: getattr(amount, f.name) for f in fields(Amount)}
    known |= {
        "begins_with_zero": amount.begins_with_zero,
        "": amount.in_our_notation("."),
    }
    known["integer"] = amount.of_type("integer") != amount.readings and "only"
    return ", ".join(
        f"{name} {value}".strip() for name, value in known.items() if value
    )


def test_cells_are_taken_apart_as_reviewed():
    """`UPDATE_GOLDEN=1 pytest tests/statistics/importing` writes it anew."""
    cells = [around.format(digits) for around in AROUND for digits in DIGITS]
    text = "".join(f"{cell} -> {taken_apart(cell)}\n" for cell in cells)
    path = Path(__file__).parent / "amounts.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
