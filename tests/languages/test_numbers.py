"""Test what CLDR says of languages, against its charts, copied by hand."""

from django.conf import global_settings
from django.utils import translation

from careerguide.languages.locales import locale_of
from careerguide.languages.numbers import number_symbols
from tests.each import each

NBSP, NARROW, APOSTROPHE, MINUS = "\u00a0", "\u202f", "\u2019", "\u2212"


@each(
    ("language", "decimal", "group", "groups"),
    [
        ("en-gb", ".", ",", (3, 3)),
        ("de", ",", ".", (3, 3)),
        ("de-ch", ".", APOSTROPHE, (3, 3)),
        ("fr", ",", NARROW, (3, 3)),
        ("sv", ",", NBSP, (3, 3)),
        ("hi", ".", ",", (3, 2)),
        ("en-in", ".", ",", (3, 2)),
        ("ar-eg", "\u066b", "\u066c", (3, 3)),
    ],
)
def test_marks_and_groups(language, decimal, group, groups):
    symbols = number_symbols(language)

    assert (symbols.decimal, symbols.group) == (decimal, group)
    assert (symbols.first_group, symbols.other_groups) == groups


def test_patterns():
    german, swiss, turkish = map(number_symbols, ("de", "de-ch", "tr"))

    assert german.percent.after == f"{NBSP}%"
    assert (german.money.before, german.money.after) == ("", f"{NBSP}¤")
    assert (swiss.money.before, swiss.money.after) == (f"¤{NBSP}", "")
    assert swiss.money.before_negative == f"¤{MINUS}"
    assert turkish.percent.before == "%"


def test_digits_are_those_the_language_counts_with():
    assert number_symbols("ar-eg").digits == "٠١٢٣٤٥٦٧٨٩"
    assert number_symbols("fa").digits == "۰۱۲۳۴۵۶۷۸۹"
    assert number_symbols("bn").digits == "০১২৩৪৫৬৭৮৯"
    assert number_symbols("hi").digits == "0123456789"


def test_without_a_code_the_active_language_counts():
    with translation.override("de"):
        assert number_symbols().decimal == ","
    with translation.override(None):
        assert number_symbols().decimal == "."


def test_an_unknown_country_falls_back_to_its_language_and_a_language_to_english():
    assert str(locale_of("de-xx")) == "de"
    assert str(locale_of("udm")) == "en_GB"
    assert str(locale_of("zh-hant")) == "zh_Hant"
    assert str(locale_of("ar-dz")) == "ar_DZ"


@each("language", [code for code, _ in global_settings.LANGUAGES])
def test_every_language_of_django_has_marks(language):
    symbols = number_symbols(language)

    assert symbols.decimal and symbols.group and len(symbols.digits) == 10
    assert "¤" in symbols.money.before + symbols.money.after
    assert symbols.percent.before + symbols.percent.after
