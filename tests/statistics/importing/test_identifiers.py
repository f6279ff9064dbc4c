"""Test which labels say that a column holds codes, or numbers of things."""

from django.utils import translation

from statistics.importing.values.identifiers import says_identifier
from tests.each import each


@each(
    "label",
    [
        *("ID", "Id", "Employee ID", "ID ID", "Phone", "ZIP code", "Code", "Codes"),
        *("SOC", "SOC 2020", "SOC2010 code", "Code (SOC)", "Siret", "n° siret"),
        *(
            "Account number",
            "Order no",
            "Invoice number",
            "House number",
            "Line number",
        ),
        *("Employee code no", "Kd.-Nr.", "KvK-nummer", "Code postal", "Matricule"),
        *(
            "CP",
            "PIN",
            "NIE",
            "Kundenkennung",
            "Postnr",
            "abnr",
            "電話番号",
            "会社コード",
        ),
        "x" * 197 + " ID",
    ],
)
def test_codes_are_known_by_their_word(label):
    assert says_identifier(label)


@each(
    "label",
    [
        *("", "()", "2020", "Number", "No.", "Nr", "xnr", "番号", "Order", "Grade"),
        *("Number of phones", "Number of employee IDs", "Share of codes", "Jobs ID"),
        *("Average ID", "Pay code", "Pay nr", "Anzahl nr", "Phone number pay"),
        *("Code cost", "Code number count", "Account costs", "Hours per code"),
        *("Pay (code)", "cp", "C P", "Codified", "Identity", "x" * 198 + " ID"),
    ],
)
def test_what_is_counted_or_named_otherwise_is_none(label):
    assert not says_identifier(label)


def test_code_may_stand_first_where_the_language_writes_it_so():
    for language, is_code in (("en", False), ("fr", True)):
        with translation.override(language):
            assert says_identifier("Code du lieu") is is_code
            assert not says_identifier("Code cost")
