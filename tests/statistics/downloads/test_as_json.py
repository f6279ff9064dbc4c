"""Test the JSON of a table, and its schema."""

import json

import pytest
from django.conf import settings
from jsonschema import Draft202012Validator

from statistics.downloads.as_json import json_bytes, schema_bytes
from statistics.models import StatTable
from statistics.table.schema import parse
from tests.factories import StatTableFactory

from .tables import EVERY_TYPE, HOSTILE_TEXTS, hostile, of_types


def load(table):
    return json.loads(json_bytes(table))


@pytest.fixture(scope="module")
def schema():
    return Draft202012Validator(
        json.loads(schema_bytes()), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


class TestSchema:
    def test_is_one(self):
        Draft202012Validator.check_schema(json.loads(schema_bytes()))

    def test_is_called_by_its_address(self):
        address = f"{settings.SITE_URL}/statistics/schema.json"
        assert json.loads(schema_bytes())["$id"] == address
        assert load(of_types())["$schema"] == address

    @pytest.mark.usefixtures("seeded")
    def test_every_table_of_the_guide_keeps_to_it(self, schema):
        tables = list(StatTable.objects.published())
        assert len(tables) == 11
        for table in tables:
            schema.validate(load(table))

    def test_every_type_of_column_keeps_to_it(self, schema):
        schema.validate(load(of_types()))
        schema.validate(load(StatTableFactory.build(data={})))

    @pytest.mark.parametrize("text", HOSTILE_TEXTS)
    def test_hostile_table_keeps_to_it(self, schema, text):
        table = load(hostile(text))
        schema.validate(table)
        assert table["title"] == text
        assert table["rows"][0]["cells"]["label"] == text

    @pytest.mark.parametrize(
        "change",
        [
            {"rows": [{"cells": {"name": 8.43}}]},
            {"rows": [{"cells": [None]}]},
            {"content_updated_on": "yesterday"},
            {"columns": [{"key": "A", "label": "A", "type": "text"}]},
            {"more": True},
        ],
    )
    def test_something_else_does_not(self, schema, change):
        assert not schema.is_valid(load(of_types()) | change)


class TestRows:
    def test_are_exact(self):
        cells = [row["cells"] for row in load(of_types())["rows"]]
        assert cells[0]["depth"] == "8.430"
        assert cells[1]["bees"] is None
        assert cells[0]["bees"] == "0"

    def test_tell_forecast_and_total(self):
        rows = load(of_types())["rows"]
        assert [row.get("forecast") for row in rows] == [None, True, None]
        assert [row.get("total") for row in rows] == [None, None, True]

    def test_hold_all_that_is_stored(self):
        """The stored form can be made from it again."""
        table = load(of_types())
        keys = [column["key"] for column in table["columns"]]
        rows = [
            row | {"cells": [row["cells"][key] for key in keys]}
            for row in table["rows"]
        ]
        stored = {key: table[key] for key in ("columns", "diverging")} | {"rows": rows}
        assert parse(stored) == parse(EVERY_TYPE)

    def test_come_in_the_order_readers_see(self):
        rows = load(StatTableFactory.build(row_order="value"))["rows"]
        assert [row["cells"]["level"] for row in rows] == ["Senior", "Entry"]


class TestRecord:
    def test_says_where_it_is_from_and_when(self):
        table = load(
            of_types(source_name="ONS", source_url="https://a.org", period="2020")
        )
        assert table["source"] == {"name": "ONS", "url": "https://a.org"}
        assert table["period"] == "2020"
        assert table["content_updated_on"] == "2026-01-05"

    def test_says_what_nobody_knows(self):
        table = load(of_types())
        assert table["source"] is table["period"] is table["note"] is None
        assert table["next_update"] is table["licence"] is None

    def test_gives_the_note_as_markdown_and_as_text(self):
        note = load(of_types(note="Only **two** hives."))["note"]
        assert note == {"markdown": "Only **two** hives.", "text": "Only two hives."}

    def test_names_the_licence(self, settings):
        settings.SITE_OVERRIDES = {"licence": "CC BY 4.0"}
        assert load(of_types())["licence"] == {"name": "CC BY 4.0", "url": None}
