"""Rows that are called a total are proposed as such."""

from decimal import Decimal

import pytest
from django.utils import translation

from statistics.importing.layout.totals import proposal
from statistics.table.schema import Column, Row, TableData
from tests.each import each

COLUMNS = (Column("area", "Area", "text"), Column("pay", "Pay", "integer"))


def table(*labels, totals=()):
    rows = (
        Row((label, Decimal(number)), total=number in totals)
        for number, label in enumerate(labels, 1)
    )
    return TableData(COLUMNS, tuple(rows))


@each(
    "word",
    [
        *("All", "Total", "TOTAL:", "Overall", "Insgesamt", "Gesamt", "Summe", "Alle"),
        *("Ensemble", "Tous", "Summa", "Totalt", "कुल", "योग", "المجموع", "الإجمالي"),
        *("Totale", "Suma", "合計", "Всего", "Grand total", "All employees"),
    ],
)
@each("language", ["en", "hi"])
def test_by_its_word_in_any_language(word, language):
    with translation.override(language):
        found = proposal(table("North", "South", word))
    assert found["rows"] == [3]
    assert f"“{word}”" in found["sentence"]


def test_several_are_one_sentence():
    found = proposal(table("Total", "North", "South", "All"))
    assert found["rows"] == [1, 4]
    assert found["sentence"].startswith("Rows “Total”, “All” are named as totals")
    assert found["change"] == "Mark them as totals"


@pytest.mark.parametrize(
    "labels",
    [
        ("North", "South", "East"),
        ("Total Fitness", "Gym Box", "Leisure"),
        ("North", "All others", "South"),
        ("Total", "All", "Sum"),  # nothing is summed up
        ("North", "Total"),
    ],
)
def test_nothing_is_proposed(labels):
    assert proposal(table(*labels)) is None


def test_what_is_marked_already_is_left_out():
    assert proposal(table("North", "South", "Total", totals={3})) is None
    found = proposal(table("All", "North", "South", "Total", totals={4}))
    assert found["rows"] == [1]


@pytest.mark.parametrize(
    "label", ["Gesamtergebnis", "Totalsumma", "Suma końcowa", "Genel Toplam"]
)
def test_sums_of_pivot_tables_are_totals(label):
    assert proposal(table("Cook", "Baker", label))["rows"] == [3]
