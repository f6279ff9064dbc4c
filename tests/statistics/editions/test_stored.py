"""Test that a stored edition is read as the table it was."""

import csv
import io

import pytest

from careerguide.publishing.drafts import actions
from statistics.downloads.as_csv import csv_bytes
from statistics.downloads.as_json import json_bytes
from statistics.editions.stored import table_of
from statistics.models import StatTable
from tests.factories import StatTableFactory
from tests.statistics.downloads.tables import EVERY_TYPE

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
        for text in (edition.json, json_bytes(read).decode())
    )
    assert again == stored
    assert next(csv.reader(io.StringIO(edition.csv)))


def test_founding_guide_is_read_as_it_is(seeded):
    for table in StatTable.objects.with_career():
        read = table_of(table.editions.get())
        assert csv_bytes(read) == csv_bytes(table)
        assert list(read.rows) == list(table.rows)
        assert (read.chart_form, read.subtitle) == (table.chart_form, table.subtitle)
