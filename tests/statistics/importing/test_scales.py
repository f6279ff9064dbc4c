"""Test words that shorten amounts, in the site's language and in others."""

import pytest
from django.utils import translation

from statistics.importing.text import from_text, read_text
from statistics.importing.values.amounts import take_apart
from statistics.table.errors import DataError


def column(language, *cells, description=""):
    """The type, the scale and the cells of a column, and the sentence on it."""
    text = "Job\tPay\n" + "".join(f"J{n}\t{c}\n" for n, c in enumerate(cells))
    with translation.override(language):
        reading = read_text(text, description)
    rows = [f"{row.cells[1]}" for row in reading.table.rows]
    sentences = [entry["sentence"] for entry in reading.inferred]
    return reading.table.columns[1].scale, rows, " ".join(sentences)


def refused(language, *cells, description=""):
    with pytest.raises(DataError) as error:
        column(language, *cells, description=description)
    return " ".join(error.value.problems)


class TestOfTheSite:
    @pytest.mark.parametrize(
        ("language", "cell", "scale", "number"),
        [
            ("hi", "12 लाख", "", "1200000"),
            ("hi", "१२ लाख", "", "1200000"),
            ("hi", "3 करोड़", "", "30000000"),
            ("hi", "3 करोड\u093c", "", "30000000"),
            ("hi", "₹2.5 अ॰", "billion", "2.5"),
            ("de", "12,5 Mio.", "million", "12.5"),
            ("de", "12,5 Billionen", "trillion", "12.5"),
            ("de-ch", "12.5 Mrd.", "billion", "12.5"),
            ("sv", "12,5 mn", "million", "12.5"),
            ("sv", "5 mdkr", "billion", "5"),
            ("fr", "5 Md€", "billion", "5"),
            ("ar", "5 ملايين", "million", "5"),
            ("es", "5 mil millones", "billion", "5"),
            ("pt-br", "5 bi", "billion", "5"),
            ("ja", "5兆", "trillion", "5"),
        ],
    )
    def test_is_read_and_said(self, language, cell, scale, number):
        found, cells, sentences = column(language, cell, cell)
        assert (found, cells) == (scale, [number, number])
        assert "is read as 1" in sentences

    @pytest.mark.parametrize(
        ("language", "cell"),
        [
            *(("sv", "5 bn"), ("sv", "5 tn"), ("fr", "5 Bn"), ("fr", "5 billions")),
            *(("de", "5 Billion"), ("nl", "5 bln."), ("it", "5 bln"), ("id", "5 M")),
            *(("es", "5 B"), ("tr", "5 B"), ("da", "5 billion")),
        ],
    )
    def test_is_asked_about_where_english_means_another(self, language, cell):
        assert "to others" in refused(language, cell, cell)

    def test_a_single_letter_is_a_unit_as_likely(self):
        assert "not understood" in refused("da", "5 t", "6 t")


class TestOfOtherLanguages:
    @pytest.mark.parametrize(
        ("cell", "power"),
        [("5 млн", 6), ("5 тыс.", 3), ("5 مليار", 9), ("5 लाख", 5), ("5 biljoner", 12)],
    )
    def test_is_read_where_it_means_one_thing(self, cell, power):
        assert take_apart(cell).power == power

    @pytest.mark.parametrize("cell", ["5 mil", "5 bi", "5 mi", "5 bin", "5 लाखों"])
    def test_is_a_word_to_ask_about_where_not(self, cell):
        assert take_apart(cell).power == 0

    @pytest.mark.parametrize("cell", ["5 CR", "$5 Cr", "5 cr."])
    def test_cr_is_a_credit_as_likely(self, cell):
        amount = take_apart(cell)
        assert (amount.power, amount.word) == (0, cell.split()[1])

    @pytest.mark.parametrize("cell", ["₹5 Cr", "5 Cr INR", "Rs 5 cr."])
    def test_cr_of_rupees_is_a_crore(self, cell):
        assert take_apart(cell).power == 7

    @pytest.mark.parametrize("cell", ["$5 T", "€5 T"])
    def test_t_after_a_sign_may_be_a_trillion(self, cell):
        amount = take_apart(cell)
        assert (amount.power, amount.word) == (0, "T")


class TestMillionsInRomanNumerals:
    """MM is a thousand thousands, and M beside it may be one thousand."""

    def test_m_beside_mm_is_asked_about(self):
        problems = refused("en", "$5 M", "$3 MM", "$4 M").split(": write it in full")
        assert [said.strip(" .") for said in problems if said.strip(" .")] == [
            "Row 1, column “Pay”: “$5 M” may be thousands, as others have “MM”",
            "Row 3, column “Pay”: “$4 M” may be thousands, as others have “MM”",
        ]

    @pytest.mark.parametrize("cells", [("$5 M", "$4 M"), ("$5 MM", "$4 MM")])
    def test_each_alone_is_a_million(self, cells):
        assert column("en", *cells)[:2] == ("million", ["5", "4"])


class TestBesideAUnit:
    @pytest.mark.parametrize(
        ("unit", "cell"),
        [
            *(("kg", "5 g"), ("hours", "5 our"), ("per month", "5 m")),
            *(("million people", "5 people"), ("million people", "5 million")),
            *(("metres", "5m"), ("MW", "5 M"), ("kg", "5k"), ("m", "5 M")),
            *(("hours", "5 days"), ("per month", "5 per year")),
        ],
    )
    def test_what_is_not_the_unit_is_named(self, unit, cell):
        description = f"Pay: decimal, unit {unit}"
        assert cell in refused("en", cell, description=description)

    @pytest.mark.parametrize(
        ("unit", "cell"),
        [
            *(("kg", "5 KG"), ("hours", "5 h"), ("hours", "5 hour")),
            *(("hours per week", "5 hours"), ("m", "5m"), ("employees", "5 employee")),
        ],
    )
    def test_the_unit_itself_is_left_out(self, unit, cell):
        _scale, cells, _sentences = column(
            "en", cell, description=f"Pay: decimal, unit {unit}"
        )
        assert cells == ["5"]

    def test_a_scale_multiplies_what_the_unit_counts(self):
        _scale, cells, _sentences = column(
            "en", "5k", description="Pay: decimal, unit people"
        )
        assert cells == ["5000"]


class TestCapitals:
    @pytest.mark.parametrize(
        ("language", "word"),
        [
            *(
                ("pl", "MLN"),
                ("it", "MLN"),
                ("de", "MIO"),
                ("nl", "MLN"),
            ),
            *(("tr", "MİLYON"), ("tr", "MILYON"), ("az", "MİLYON"), ("lt", "MLN.")),
            *(("el", "ΕΚΑΤΟΜΜΎΡΙΑ"), ("el", "ΕΚΑΤΟΜΜΥΡΙΑ"), ("vi", "TRIỆU")),
        ],
    )
    def test_are_the_same_words(self, language, word):
        assert take_apart_in(language, f"3 {word}").power == 6


def take_apart_in(language, cell):
    with translation.override(language):
        return take_apart(cell)


class TestChoices:
    """Each power of ten that a word may stand for is one click."""

    @pytest.mark.parametrize(
        ("language", "cells", "choices"),
        [
            (
                "de",
                ("5 billion", "1,5 billion"),
                ["billion", "trillion", "unit billion"],
            ),
            ("sv", ("5 bn", "1,5 bn"), ["billion", "trillion", "unit bn"]),
            (
                "fr",
                ("5 billions", "1,5 billion"),
                ["billion", "trillion", "unit billions"],
            ),
            ("de", ("5 trillion", "2 trillion"), ["trillion", "unit trillion"]),
        ],
    )
    def test_are_offered_and_followed(self, language, cells, choices):
        text = "Name\tN\n" + "".join(f"n{n}\t{c}\n" for n, c in enumerate(cells))
        with translation.override(language):
            with pytest.raises(DataError) as caught:
                read_text(text)
            [entry] = [e for e in caught.value.inferred if e["column"] == "N"]
            offered = [c["line"].partition(", ")[2] for c in entry["choices"]]
            assert offered == choices
            for choice in entry["choices"][:-1]:
                table = from_text(text, choice["line"])
                assert table.columns[1].scale in choice["line"]
                assert str(table.rows[0].cells[1]) == "5"

    def test_of_a_shared_currency_are_all_offered(self):
        with pytest.raises(DataError) as caught:
            read_text("Name\tPay\na\t5 kr\nb\t6 kr\n")
        [entry] = [e for e in caught.value.inferred if e["column"] == "Pay"]
        assert [c["line"] for c in entry["choices"]] == [
            f"Pay: money {code}" for code in ("SEK", "NOK", "DKK", "ISK")
        ]
