"""Test numbers of several languages, against CLDR's charts and ICU."""

from decimal import Decimal

import pytest
from django.utils import translation

from careerguide.languages.writing import (
    digits_text,
    isolated,
    kilobytes_text,
    money_writer,
    number_text,
    number_writer,
    percent_writer,
)
from tests.each import each

# A no-break space is ~ here, a narrow one _, and marks of direction are left out.
MARKS = str.maketrans({"\u00a0": "~", "\u202f": "_", "\u200e": "", "\u200f": ""})
MARKS |= {0x061C: None}


def written(language, write, *given):
    with translation.override(language):
        return write(*given).translate(MARKS)


def percent_text(number):
    return percent_writer()(number)


def money_text(number, *given):
    return money_writer(*given)(number)


def scaled_text(number, scale):
    return number_writer(scale)(number)


@each(
    ("language", "text"),
    [
        ("en-gb", "−1,234,567.50"),
        ("de", "−1.234.567,50"),
        ("de-ch", "−1’234’567.50"),
        ("fr", "−1_234_567,50"),
        ("sv", "−1~234~567,50"),
        ("hi", "−12,34,567.50"),
        ("en-in", "−12,34,567.50"),
        ("ar", "−1,234,567.50"),
        ("ar-eg", "−١٬٢٣٤٬٥٦٧٫٥٠"),
        ("fa", "−۱٬۲۳۴٬۵۶۷٫۵۰"),
        ("bn", "−১২,৩৪,৫৬৭.৫০"),
        ("es", "−1.234.567,50"),
        ("udm", "−1,234,567.50"),
    ],
)
def test_numbers(language, text):
    assert written(language, number_text, Decimal("-1234567.50")) == text


@pytest.mark.parametrize(
    ("language", "four", "five"),
    [
        ("es", "1234", "12.345"),
        ("pl", "1234", "12~345"),
        ("pt-pt", "1234", "12~345"),
        ("es-mx", "1,234", "12,345"),
        ("pt-br", "1.234", "12.345"),
        ("de", "1.234", "12.345"),
    ],
)
def test_some_languages_group_from_five_digits_on(language, four, five):
    assert written(language, number_text, 1234) == four
    assert written(language, number_text, 12345) == five


@each(
    ("language", "text"),
    [
        ("en-gb", "12.50%"),
        ("de", "12,50~%"),
        ("de-ch", "12.50%"),
        ("fr", "12,50~%"),
        ("sv", "12,50~%"),
        ("tr", "%12,50"),
        ("hi", "12.50%"),
        ("ar", "12.50%"),
        ("ar-eg", "١٢٫٥٠٪"),
    ],
)
def test_percent(language, text):
    assert written(language, percent_text, Decimal("12.50")) == text


@each(
    ("language", "currency", "text"),
    [
        ("en-gb", "USD", "$650,000"),
        ("en-gb", "CHF", "CHF~650,000"),
        ("en-in", "INR", "₹6,50,000"),
        ("de", "EUR", "650.000~€"),
        ("de", "USD", "650.000~$"),
        ("de-ch", "CHF", "CHF~650’000"),
        ("de-at", "EUR", "€~650.000"),
        ("hi", "INR", "₹6,50,000"),
        ("sv", "SEK", "650~000~kr"),
        ("pl", "PLN", "650~000~zł"),
        ("pt-br", "BRL", "R$~650.000"),
        ("ja", "JPY", "￥650,000"),
        ("nl", "EUR", "€~650.000"),
        ("ar", "USD", "650,000~US$"),
        ("tr", "TRY", "₺650.000"),
        ("af", "USD", "USD~650~000"),
        ("de", "XYZ", "650.000~XYZ"),
    ],
)
def test_money(language, currency, text):
    assert written(language, money_text, Decimal(650000), currency) == text


@pytest.mark.parametrize(
    ("language", "currency", "text"),
    [
        ("en-gb", "USD", "−$5.50"),
        ("en-gb", "CHF", "−CHF~5.50"),
        ("de", "EUR", "−5,50~€"),
        ("de-ch", "CHF", "CHF−5.50"),
        ("nl", "EUR", "€~−5,50"),
        ("ar", "USD", "−5.50~US$"),
        ("fr-ch", "CHF", "−5.50~CHF"),
    ],
)
def test_the_sign_stands_where_the_language_has_it(language, currency, text):
    assert written(language, money_text, Decimal("-5.50"), currency) == text


@each(
    ("language", "scale", "number", "money"),
    [
        ("en-gb", "thousand", "12.50k", "$12.50k"),
        ("en-us", "million", "12.50m", "$12.50m"),
        ("en-gb", "billion", "12.50bn", "$12.50bn"),
        ("en-gb", "trillion", "12.50tn", "$12.50tn"),
        ("de", "thousand", "12,50~Tausend", "12,50~Tausend~$"),
        ("de", "million", "12,50~Mio.", "12,50~Mio.~$"),
        ("de", "billion", "12,50~Mrd.", "12,50~Mrd.~$"),
        ("de", "trillion", "12,50~Bio.", "12,50~Bio.~$"),
        ("de-ch", "million", "12.50~Mio.", "$~12.50~Mio."),
        ("sv", "billion", "12,50~md", "12,50~md~US$"),
        ("fr", "million", "12,50~M", "12,50~M~$US"),
        ("ar", "million", "12.50~مليون", "12.50~مليون~US$"),
    ],
)
def test_scales(language, scale, number, money):
    value = Decimal("12.50")

    assert written(language, scaled_text, value, scale) == number
    assert written(language, money_text, value, "USD", scale) == money


@pytest.mark.parametrize(
    ("language", "scale", "text"),
    [
        ("hi", "million", "84.30~लाख"),
        ("hi", "thousand", "8.430~हज़ार"),
        ("ja", "million", "843.0万"),
        ("ja", "billion", "84.30億"),
        ("ja", "thousand", "8,430"),
        ("zh-hans", "thousand", "8,430"),
        ("es", "billion", "8430~M"),
    ],
)
def test_a_language_counts_in_its_own_steps(language, scale, text):
    assert written(language, scaled_text, Decimal("8.430"), scale) == text


def test_words_agree_with_the_number():
    assert written("ar", scaled_text, Decimal(5), "thousand") == "5~آلاف"
    assert written("ar", scaled_text, Decimal(12), "thousand") == "12~ألف"


@pytest.mark.parametrize("value", ["0", "8.430", "0.0000001", "9" * 30 + ".5"])
def test_a_number_keeps_its_digits(value):
    plain = written("de", number_text, Decimal(value))

    assert plain.replace(".", "").replace(",", ".") == value


def test_years_have_no_groups():
    assert written("de", digits_text, "2027") == "2027"
    assert written("ar", digits_text, "2027") == "2027"
    assert written("ar-eg", digits_text, "2027") == "٢٠٢٧"


def test_sizes():
    assert written("en-gb", kilobytes_text, Decimal("2.7")) == "2.7 kB"
    assert written("de", kilobytes_text, Decimal("2.7")) == "2,7 kB"
    assert written("fr", kilobytes_text, Decimal("2.7")) == "2,7_ko"


def test_a_number_keeps_its_direction_to_itself_where_text_runs_from_the_right():
    assert written("de", isolated, "5 %") == "5 %"
    assert written("ar", isolated, "5 %") == "\u20685 %\u2069"
