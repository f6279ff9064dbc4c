import json

import pytest
from jsonschema import Draft202012Validator

from statistics.downloads.as_json import schema_bytes
from tests.factories import CareerFactory, StatTableFactory

from .tables import EVERY_TYPE, HOSTILE_TEXTS, hostile

pytestmark = pytest.mark.django_db


def catalogue(client):
    return json.loads(client.get("/statistics.json").content)


def check(found):
    schema = json.loads(schema_bytes())
    assert found["$schema"] == f"{schema['$id']}#/$defs/catalogue"
    part = schema | {"$ref": "#/$defs/catalogue"}
    for name in ("required", "properties", "additionalProperties"):
        del part[name]
    Draft202012Validator(part).validate(found)


def test_describes_each_table(client):
    StatTableFactory(slug="bees", data=EVERY_TYPE, source_name="ONS", period="2020")
    [table] = catalogue(client)["tables"]
    assert table["address"].endswith("/statistics/bees/")
    assert table["columns"] == EVERY_TYPE["columns"]
    assert table["rows"] == 3
    assert table["source"] == {"name": "ONS", "url": None}


def test_every_address_answers(client, settings):
    StatTableFactory(slug="bees")
    [table] = catalogue(client)["tables"]
    assert list(table["forms"]) == ["csv", "json", "xlsx", "svg", "png", "embed"]
    for address in table["forms"].values():
        path = address.removeprefix(settings.SITE_URL)
        assert client.get(path).status_code == 200, path


def test_offers_no_picture_where_there_is_no_chart(client):
    StatTableFactory(data=EVERY_TYPE)
    [table] = catalogue(client)["tables"]
    assert list(table["forms"]) == ["csv", "json", "xlsx", "embed"]


@pytest.mark.usefixtures("seeded")
def test_of_the_guide_keeps_to_the_schema(client):
    found = catalogue(client)
    assert found["count"] == len(found["tables"]) == 11
    check(found)


def test_of_nothing_keeps_to_the_schema(client):
    check(catalogue(client))


def test_of_hostile_tables_keeps_to_the_schema(client):
    career = CareerFactory()
    for number, text in enumerate(HOSTILE_TEXTS):
        hostile(text[:60], slug=f"bees-{number}", career=career).save()
    StatTableFactory(data={"columns": 5})
    check(catalogue(client))


def test_draft_is_absent(client):
    StatTableFactory(status="draft")
    StatTableFactory(career=CareerFactory(status="draft"))
    assert catalogue(client)["tables"] == []


def test_takes_one_query_however_many_there_are(client, django_assert_num_queries):
    StatTableFactory.create_batch(5)
    with django_assert_num_queries(1):
        assert catalogue(client)["count"] == 5
