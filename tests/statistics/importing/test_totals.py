"""Test that rows called totals are proposed as such."""

from decimal import Decimal

import pytest
from django.utils import translation

from statistics.importing.layout.totals import proposal, sentences_on, with_totals
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


def summed(*rows):
    """What is proposed of rows of a name and a number or None."""
    cells = ((name, None if n is None else Decimal(n)) for name, n in rows)
    found = proposal(TableData(COLUMNS, tuple(map(Row, cells))))
    return found and found["rows"]


class TestSum:
    def test_of_two_may_be_one_by_chance(self):
        assert summed(("North", 1), ("South", 2), ("Total UK", 3)) is None
        rows = ("North", 1), ("South", 2), ("West", 0), ("Total UK", 3)
        assert summed(*rows) == [4]

    def test_stands_first_or_last(self):
        rows = [("North", 1), ("South", 2), ("West", 4)]
        total = ("Total UK", 7)
        assert summed(total, *rows) == [1]
        assert summed(rows[0], total, *rows[1:]) is None

    def test_has_to_be_right(self):
        rows = [("North", 1), ("South", 2), ("West", 4)]
        assert summed(*rows, ("Total UK", 8)) is None
        assert summed(*rows, ("Total UK", None)) is None
        assert summed(*rows, ("East", None), ("Total UK", 7)) == [5]

    def test_is_called_a_total(self):
        rows = [("North", 1), ("South", 2), ("West", 4)]
        assert summed(*rows, ("East UK", 7)) is None
        assert summed(*rows, ("UK", 7)) is None


@pytest.mark.parametrize(
    "label", ["All bakers", "Alle Berufe", "Deutschland insgesamt", "Overall pay"]
)
def test_names_that_may_be_others_are_totals_at_an_end_only(label):
    with translation.override("de"):
        assert proposal(table("North", "South", label))["rows"] == [3]
        assert proposal(table(label, "North", "South"))["rows"] == [1]
        assert proposal(table("North", label, "South")) is None


@pytest.mark.parametrize("label", ["Total", "All*", "Workers, total", "Insgesamt:"])
def test_names_of_nothing_else_are_totals_anywhere(label):
    assert proposal(table("North", label, "South"))["rows"] == [2]


def test_nothing_is_summed_up_without_numbers():
    names = (Column("a", "A", "text"), Column("b", "B", "text"))
    rows = tuple(Row((name, "x")) for name in ("North", "South", "Total"))
    assert proposal(TableData(names, rows)) is None


def test_totals_of_a_file_are_marked_and_said():
    marked, totals = with_totals(table("North", "South", "Total"))
    assert totals == [3]
    assert [row.total for row in marked.rows] == [False, False, True]
    assert sentences_on(marked, totals) == ["Marked as a total: row “Total”."]
    both = table("All", "North", "South", "Total")
    assert sentences_on(*with_totals(both)) == [
        "Marked as totals: rows “All”, “Total”."
    ]
    assert sentences_on(*with_totals(table("North", "South", "West"))) == []
