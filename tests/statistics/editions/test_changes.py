"""Test what is said to have changed between two editions."""

import pytest

from statistics.editions.changes import changes_between, parts_that_differ
from statistics.editions.stored import facts_of
from tests.each import each
from tests.factories import MeasureFactory

from .worlds import corrected, published

BEFORE = "One two three four five six is exactly half of all of them there are."


@each(
    "before, after, parts",
    [
        ("One.", "", ("One.", "")),
        ("A b", "A c", ("A b", "A c")),
        (
            BEFORE,
            BEFORE.replace("exactly", "about"),
            (
                "… four five six is exactly half of all of …",
                "… four five six is about half of all of …",
            ),
        ),
        ("a a", "a a a", ("a a", "a a a")),
        ("word " * 90, "", (" ".join(["word"] * 40) + " …", "")),
    ],
)
def test_parts_that_differ(before, after, parts):
    assert parts_that_differ(before, after) == parts


FACT = {
    "headline_label": "Pay at the start",
    "headline_row": "Entry",
    "headline_column": "salary",
    "prices": "constant",
    "price_year": 2020,
}
# A change of each field of a table, beside FACT.
CHANGED = {
    "title": "Another",
    "subtitle": "Another",
    "topic": "Another",
    "note": "Another.",
    "source_name": "Another",
    "source_url": "https://another.example",
    "period": "2024",
    "place": "Wales",
    "provenance": "survey",
    "sample_size": 1240,
    "margin": "± 3",
    "headline_label": "Another",
    "headline_row": "Senior",
    "own_definition": "Full-time only.",
    "statistic": "median",
    "pay_tax": "net",
    "pay_parts": "base",
    "pay_period": "hour",
    "price_year": 2021,
    "content_updated_on": "2020-01-01",
    "next_update": "2031-01-01",
}


@pytest.mark.django_db
@pytest.mark.parametrize("field", CHANGED)
def test_whatever_makes_another_edition_is_said(field):
    table = corrected(published(**FACT), **{field: CHANGED[field]})
    old, new = map(facts_of, table.editions.order_by("number"))
    (said,) = changes_between(old, new)
    assert " → " in said


@pytest.mark.django_db
def test_another_measure_and_another_definition_are_said():
    pay, other = MeasureFactory(name="Pay"), MeasureFactory(definition="Of others.")
    table = published(**FACT, measure=pay)
    corrected(table, measure_id=other.pk)
    old, new = map(facts_of, table.editions.order_by("number"))
    fact, definition = changes_between(old, new)
    assert fact.startswith("Quick fact: ") and "Pay" in fact
    assert "Of others." in definition


@pytest.mark.django_db
def test_numbers_whose_measure_is_called_otherwise_say_so():
    measure = MeasureFactory(name="Pay")
    table = published(**FACT, measure=measure)
    measure.name = "Earnings"
    measure.save()
    corrected(table, margin="± 3")
    old, new = map(facts_of, table.editions.order_by("number"))
    assert len(changes_between(old, new)) == 2
