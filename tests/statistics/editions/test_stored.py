"""Test that a stored edition is read as the table it was."""

import csv
import io
import json

import pytest

from careerguide.publishing.drafts import actions
from statistics.downloads.as_csv import csv_bytes
from statistics.downloads.as_json import dump, json_bytes
from statistics.downloads.as_xlsx import about
from statistics.downloads.dataset import collected
from statistics.editions.recording import own_parts
from statistics.editions.stored import facts_of, table_of
from statistics.models import StatTable
from tests.factories import MeasureFactory, StatTableFactory
from tests.statistics.downloads.tables import EVERY_TYPE

from .worlds import published

pytestmark = pytest.mark.django_db

MARKED = {
    "columns": EVERY_TYPE["columns"][:4],
    "rows": [
        {"cells": ["2", "2024", "=1+1", "7"], "notes": {"bees": "p", "year": "e"}},
        {"cells": ["1", "2023", "b;c", None], "notes": {"bees": "c"}},
    ],
}


@pytest.mark.parametrize("row_order", ["auto", "value", "given"])
@pytest.mark.parametrize("data", [EVERY_TYPE, MARKED], ids=["types", "marks"])
def test_says_what_its_files_say(data, row_order):
    table = StatTableFactory(status="draft", data=data, row_order=row_order)
    edition = actions.publish(table, None).editions.get()
    read = table_of(edition)
    assert csv_bytes(read).decode() == edition.csv
    stored, again = (
        text.partition('"note"')[2]
        for text in (edition.json, dump(collected(read)).decode())
    )
    assert again == stored
    assert json_bytes(read).decode() == edition.json
    assert next(csv.reader(io.StringIO(edition.csv)))


def test_founding_guide_is_read_as_it_is(seeded):
    for table in StatTable.objects.with_career():
        read = table_of(table.editions.get())
        assert csv_bytes(read) == csv_bytes(table)
        assert list(read.rows) == list(table.rows)
        assert (read.chart_form, read.subtitle) == (table.chart_form, table.subtitle)


def test_says_where_numbers_come_from_and_what_they_count():
    edition = published(
        provenance="survey",
        sample_size=1240,
        margin="± 3 points",
        place="Wales",
        period="2024",
        source_name="ONS",
        headline_label="Pay at the start",
        headline_row="Entry",
        headline_column="salary",
        measure=MeasureFactory(name="Average pay"),
        statistic="median",
        pay_period="year",
        prices="constant",
        price_year=2020,
        own_definition="Full-time only.",
    ).editions.get()
    read = table_of(edition)
    said = own_parts(facts_of(edition))
    del said["first_published_on"]
    assert own_parts(collected(read)) == said
    assert dict(about(read))["How the numbers were found"].startswith("Survey · 1,240")


def test_edition_from_before_tables_said_this_is_read():
    edition = published().editions.get()
    facts = facts_of(edition)
    for name in ("place", "provenance", "quick_fact"):
        del facts[name]
    edition.json = json.dumps(facts)
    assert table_of(edition).provenance_text == ""
