"""Test that rows called totals are proposed as such."""

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


@pytest.mark.parametrize(
    "label",
    [
        *("Total, all occupations", "Workers, total", "Total – all ages"),
        *("Total (all)", "Total: all", "All workers", "All industries", "Both sexes"),
        *("Alle Berufe", "Alle Beschäftigten", "Gesamt"),
        *("Toutes professions", "Ensemble des salariés", "Samtliga yrken", "総数"),
        *("Ambos sexos", "全体", "Berufe, insgesamt"),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_by_a_name_that_sums_up(label, language):
    with translation.override(language):
        assert proposal(table("North", "South", label))["rows"] == [3]


@pytest.mark.parametrize("label", ["Total UK", "Total 16-64", "Total East Anglia"])
def test_by_its_name_and_sum(label):
    names = ("North", "South", "West", label)
    numbers = zip(names, (1, 2, 4, 7), strict=True)
    rows = tuple(Row((name, Decimal(number))) for name, number in numbers)
    assert proposal(TableData(COLUMNS, rows))["rows"] == [4]


@pytest.mark.parametrize(
    "label",
    ["Total Fitness", "Allensbach", "Alleinerziehende", "Gesamtschule", "Sum Ltd"],
)
def test_not_by_a_name_that_only_begins_so(label):
    assert proposal(table("North", "South", "West", label)) is None
