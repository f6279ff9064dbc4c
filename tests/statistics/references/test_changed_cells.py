"""Test which cells of a table are told as changed to whoever publishes it."""

import copy

import pytest

from careerguide.publishing.impact.number_changes import number_changes
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import SALARIES, StatTableFactory

pytestmark = pytest.mark.django_db


def changes(alter, **values):
    table = StatTableFactory(title="Beekeepers are paid well")
    data = copy.deepcopy(SALARIES)
    alter(data)
    item = apply_snapshot(table, snapshot(table) | {"data": data} | values)
    return [(c.place, c.before, c.after) for c in number_changes(table, item)]


def rows(data):
    return data["rows"]


def test_amount_of_a_measure():
    found = changes(lambda data: rows(data)[0].update(cells=["Entry", "86000"]))
    assert found == [("Entry, Salary", "$85,000", "$86,000")]


def test_row_that_goes():
    assert changes(lambda data: rows(data).pop()) == [
        ("Senior, Salary", "$170,000", "")
    ]


def test_number_that_goes():
    found = changes(lambda data: rows(data)[1].update(cells=["Senior", None]))
    assert found == [("Senior, Salary", "$170,000", "")]


def test_column_that_goes():
    def alter(data):
        data["columns"].pop()
        for row in rows(data):
            row["cells"].pop()

    assert [before for _place, before, _after in changes(alter)] == [
        "$85,000",
        "$170,000",
    ]


@pytest.mark.parametrize(
    "alter",
    [
        lambda data: rows(data).reverse(),
        lambda data: rows(data).append({"cells": ["Head", "200000"]}),
        lambda data: rows(data)[0].update(cells=["Beginner", "85000"]),
        lambda data: data["columns"][1].update(label="Pay"),
        lambda data: rows(data)[0].update(cells=["Entry", "85000.00"]),
        lambda data: rows(data)[0].update(forecast=True),
    ],
    ids=["order", "new row", "row's name", "column's name", "zeros", "forecast"],
)
def test_what_changes_no_number(alter):
    assert changes(alter) == []


def test_other_scale_of_the_same_amount_is_none_and_of_another_is_one():
    def alter(data):
        data["columns"][1]["scale"] = "thousand"
        rows(data)[0]["cells"][1] = "85"

    [(place, before, _after)] = changes(alter)
    assert (place, before) == ("Senior, Salary", "$170,000")


def test_other_currency():
    found = changes(lambda data: data["columns"][1].update(currency="EUR"))
    assert ("Entry, Salary", "$85,000", "€85,000") in found


def test_quick_fact_of_another_cell():
    fact = {"headline_label": "Pay", "headline_column": "salary"}
    table = StatTableFactory(headline_row="Entry", **fact)
    item = apply_snapshot(table, snapshot(table) | {"headline_row": "Senior"})
    [change] = number_changes(table, item)
    assert str(change) == "Quick fact: readers saw $85,000; it would be $170,000."
