"""Test rows sorted by a reader."""

from decimal import Decimal

import pytest
from django.utils import translation

from statistics.models import StatTable
from statistics.table.choices import RowOrder
from statistics.table.schema import Column, Row, TableData
from statistics.table.sorting import sorted_table
from tests.factories import StatTableFactory

TOWNS = ["Zürich", "Ärzte", "Évry", "Level 10", "Level 2", "evora", "Zagreb"]
NAMES, PAY = Column("town", "Town", "text"), Column("pay", "Pay", "integer")


def names(wanted, *cells, **marked):
    """The first cells of the rows as a reader sorts them."""
    columns = (NAMES, PAY)[: len(cells[0])]
    rows = tuple(
        Row(row, total=row[0] == marked.get("total", "none at all")) for row in cells
    )
    item = item_of(columns, rows)
    return [row.cells[0] for row in sorted_table(item, wanted)["rows"]]


def item_of(columns, rows):
    data = TableData(columns, rows).to_json()
    return StatTable(data=data, row_order=RowOrder.GIVEN)


def heads(wanted):
    item = item_of((NAMES, PAY), (Row(("b", Decimal(2))), Row(("a", None))))
    return sorted_table(item, wanted)["columns"]


class TestNames:
    def test_stand_as_people_sort(self):
        expected = ["Ärzte", "evora", "Évry", "Level 2", "Level 10", "Zagreb", "Zürich"]

        assert names("town", *[(town,) for town in TOWNS]) == expected
        assert names("-town", *[(town,) for town in TOWNS]) == expected[::-1]

    def test_follow_the_alphabet_of_the_language(self):
        towns = [("Örebro",), ("Zagreb",), ("Oslo",)]

        with translation.override("sv"):
            assert names("town", *towns) == ["Oslo", "Zagreb", "Örebro"]
        with translation.override("de"):
            assert names("town", *towns) == ["Örebro", "Oslo", "Zagreb"]

    @pytest.mark.parametrize(
        "ordered",
        [
            ["January 2024", "February 2024", "March 2024", "April 2024"],
            ["Entry level", "Mid level", "Senior", "Lead"],
            ["Under 18", "18–24", "25–34", "65+"],
            ["Q3 2023", "Q4 2023", "Q1 2024"],
        ],
    )
    def test_follow_each_other_where_they_do_so_by_nature(self, ordered):
        rows = [(name,) for name in sorted(ordered)]

        assert names("town", *rows) == ordered
        assert names("-town", *rows) == ordered[::-1]

    def test_without_a_step_of_their_own_stand_last_by_the_alphabet(self):
        towns = ["Other", "25–34", "Don’t know", "16–24", "65+"]
        expected = ["16–24", "25–34", "65+", "Don’t know", "Other"]
        assert names("town", *[(town,) for town in towns]) == expected

    def test_missing_come_after_all_and_totals_last(self):
        rows = [("All", Decimal(9)), ("a", Decimal(1)), (None, None), ("b", Decimal(2))]

        assert names("town", *rows, total="All") == ["a", "b", None, "All"]
        assert names("-pay", *rows, total="All") == ["b", "a", None, "All"]


@pytest.mark.parametrize("wanted", ["", "-", "nothing", "-nothing"])
def test_without_a_column_the_given_order_stays(wanted):
    assert names(wanted, ("b",), ("a",)) == ["b", "a"]


def test_equals_stay_as_they_stood_in_both_directions():
    rows = [("b", Decimal("1.0")), ("a", Decimal(1)), ("c", Decimal(2))]

    assert names("pay", *rows) == ["b", "a", "c"]
    assert names("-pay", *rows) == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("wanted", "state", "asks_for"),
    [
        ("", ("", ""), ("town", "-pay")),
        ("town", ("ascending", ""), ("-town", "-pay")),
        ("-town", ("descending", ""), ("", "-pay")),
        ("-pay", ("", "descending"), ("town", "pay")),
        ("pay", ("", "ascending"), ("town", "")),
    ],
)
def test_the_third_time_asks_for_the_given_order(wanted, state, asks_for):
    assert tuple(head["state"] for head in heads(wanted)) == state
    assert tuple(head["asks_for"] for head in heads(wanted)) == asks_for


def test_ranks_are_those_of_the_rows_as_they_stand():
    assert [head["ranks"] for head in heads("")] == ["1 0", "0 -"]
    assert [head["ranks"] for head in heads("town")] == ["0 1", "- 0"]


@pytest.mark.django_db
def test_an_address_without_a_column_shows_the_given_order(client):
    """What the button asks for the third time, without script."""
    table = StatTableFactory()
    page = client.get(table.get_absolute_url()).content.decode()
    asked = client.get(f"{table.get_absolute_url()}?sort=").content.decode()

    assert page.partition("<tbody>")[2] == asked.partition("<tbody>")[2]
    assert "aria-sort" not in asked
