"""Test the list of careers in the order of a measure."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careerguide.publishing.models.related import ContentVersion
from careerguide.site.career_list import CareerListView
from tests.factories import CareerFactory, MeasureFactory, StatTableFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
FACT = {"headline_label": "Pay", "headline_row": "All", "headline_column": "pay"}


@pytest.fixture
def measure():
    return MeasureFactory(name="Average pay", slug="pay")


def career(name, measure=None, pay="", **column):
    made = CareerFactory(name=name, slug=name.lower())
    fields = {"pay_period": column.pop("pay_period", "")}
    notes = column.pop("notes", {})
    column = {"key": "pay", "label": "Pay", "type": "money", "currency": "USD"} | column
    names = {"key": "who", "label": "Who", "type": "text"}
    row = {"cells": ["All", pay or None]} | ({"notes": notes} if notes else {})
    if measure:
        data = {"columns": [names, column], "rows": [row]}
        StatTableFactory(career=made, measure=measure, data=data, **FACT, **fields)
    return made


def parts(client, query="?sort=pay"):
    """{heading: names} of a page of the list."""
    page = client.get(f"/careers/{query}").content.decode()
    found = {}
    for section in page.split('<section class="index-section')[1:]:
        heading = re.search(r"<h2[^>]*>(.*?)</h2>", section)[1]
        found[heading] = re.findall(r'<h3 dir="auto"><a[^>]*>(.*?)</a>', section)
    return found


def test_largest_first_and_unknown_last(client, measure):
    career("Actor", measure, "9000")
    career("Baker")
    career("Cook", measure, "85", scale="thousand")
    career("Diver", measure, notes={"pay": "≥208000"})
    known = "USD"
    assert parts(client) == {
        known: ["Cook", "Actor"],
        "Not known": ["Baker", "Diver"],
    }
    assert parts(client, "?sort=pay&order=asc") == {
        known: ["Actor", "Cook"],
        "Not known": ["Baker", "Diver"],
    }


def test_page_names_each_number(client, measure):
    career("Actor", measure, "9000"), career("Baker")
    page = client.get("/careers/?sort=pay").content.decode()
    assert '<p class="index-value">$9,000</p>' in page
    assert measure.definition in page


def test_other_units_have_parts_of_their_own(client, measure):
    career("Actor", measure, "90", pay_period="hour")
    career("Baker", measure, "80000", pay_period="year")
    career("Cook", measure, "70000", pay_period="year")
    career("Diver", measure, "99999", currency="EUR", pay_period="year")
    assert parts(client) == {
        "USD · Per year": ["Baker", "Cook"],
        "EUR · Per year": ["Diver"],
        "USD · Per hour": ["Actor"],
    }


def test_rank_begins_with_the_first(client):
    measure = MeasureFactory(slug="pay", unit_kind="rank", name="Rank")
    for name, rank in (("Actor", "2"), ("Baker", "1")):
        career(name, measure, rank, type="rank", currency="")
    assert parts(client) == {"Rank": ["Baker", "Actor"]}


def test_pager_and_search_keep_the_order(client, measure, monkeypatch):
    monkeypatch.setattr(CareerListView, "paginate_by", 1)
    career("Actor", measure, "1"), career("Baker", measure, "2")
    page = client.get("/careers/?sort=pay&order=asc").content.decode()
    assert 'href="?sort=pay&amp;order=asc&amp;page=2"' in page
    assert '<input type="hidden" name="sort" value="pay">' in page
    assert [*parts(client, "?sort=pay&page=2").values()] == [["Actor"]]


@pytest.mark.parametrize("slug", ["none", "hidden", "words", "A b", "x" * 300])
def test_what_is_no_measure_for_readers_is_not_found(client, measure, slug):
    MeasureFactory(slug="hidden")
    words = MeasureFactory(slug="words", unit_kind="words")
    career("Actor", words, "Python", type="text", currency="")
    assert client.get(f"/careers/?sort={slug}").status_code == 404


def test_unknown_direction_is_the_usual_one(client, measure):
    career("Actor", measure, "1"), career("Baker", measure, "2")
    assert parts(client, "?sort=pay&order=sideways") == parts(client)


def test_one_career_is_offered_no_order(client, measure):
    career("Actor", measure, "1")
    assert "Sort by a number" not in client.get("/careers/").content.decode()
    career("Baker")
    ContentVersion.bump()
    assert "?sort=pay" in client.get("/careers/").content.decode()


def test_takes_no_more_queries_for_many(client, measure):
    for number in range(30):
        career(f"Baker{number}", measure, str(number + 1))
    client.get("/careers/?sort=pay")
    with CaptureQueriesContext(connection) as queries:
        client.get("/careers/?sort=pay&page=2")
    assert len(queries) <= 6
