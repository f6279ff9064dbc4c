"""Test the catalogue of tables."""

import json
from datetime import UTC, date, datetime

import pytest
from jsonschema import Draft202012Validator

from careerguide.models import Career
from careerguide.publishing.models.related import ContentVersion
from statistics import downloads
from statistics.downloads.as_json import schema_bytes
from statistics.models import StatTable
from tests.factories import CareerFactory, PageFactory, StatTableFactory
from tests.page_cache.caching import Process

from .tables import EVERY_TYPE, HOSTILE_TEXTS, hostile

pytestmark = pytest.mark.django_db


def catalogue(client, query=""):
    return json.loads(client.get(f"/statistics.json{query}").content)


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


class TestPages:
    @pytest.fixture(autouse=True)
    def two_on_each(self, monkeypatch):
        monkeypatch.setattr(downloads.catalogue, "TABLES", 2)
        downloads.catalogue.ENTRIES.clear()

    def walk(self, client, settings, link="next"):
        """All pages, each at the address that the one before it gives."""
        pages = [catalogue(client)]
        while address := pages[-1][link]:
            path = address.removeprefix(settings.SITE_URL)
            pages.append(json.loads(client.get(path).content))
        return pages

    def test_hold_every_table_once_in_reading_order(self, client, settings):
        first, second = CareerFactory(order=1), CareerFactory(order=2)
        slugs = [f"t{n}" for n in range(5)]
        for number in (4, 3, 2, 1, 0):
            career = first if number < 3 else second
            StatTableFactory(slug=slugs[number], career=career, order=number)
        pages = self.walk(client, settings)
        found = [table["address"] for page in pages for table in page["tables"]]
        assert [address.split("/")[-2] for address in found] == slugs
        assert [len(page["tables"]) for page in pages] == [2, 2, 1]
        for number, page in enumerate(pages, 1):
            assert (page["page"], page["pages"], page["count"]) == (number, 3, 5)
            check(page)

    def test_name_one_another(self, client, settings):
        StatTableFactory.create_batch(6)
        own = f"{settings.SITE_URL}/statistics.json"
        names = ("first", "previous", "next", "last")
        found = [[page[n] for n in names] for page in self.walk(client, settings)]
        assert found == [
            [own, None, f"{own}?page=2", f"{own}?page=3"],
            [own, own, f"{own}?page=3", f"{own}?page=3"],
            [own, f"{own}?page=2", None, f"{own}?page=3"],
        ]

    def test_say_so_in_the_header(self, client, settings):
        StatTableFactory.create_batch(6)
        own = f"{settings.SITE_URL}/statistics.json"
        headers = client.get("/statistics.json?page=2").headers
        assert headers["Link"].split(", ") == [
            f'<{own}>; rel="first"',
            f'<{own}?page=3>; rel="next"',
            f'<{own}?page=3>; rel="last"',
            f'<{own}>; rel="prev"',
        ]
        assert "Link" in headers["Access-Control-Expose-Headers"]

    @pytest.mark.parametrize("number", ["0", "3", "-1", "x", "", "1.0", f"{10**30}"])
    def test_that_is_none_is_not_found(self, client, number):
        StatTableFactory.create_batch(3)
        assert client.get(f"/statistics.json?page={number}").status_code == 404

    def test_is_a_page_of_its_own_in_memory(self):
        StatTableFactory.create_batch(3)
        process = Process()
        process.ask("/statistics.json")
        for query in ("page=2", "page=2&utm=1"):
            page = json.loads(process.ask("/statistics.json", query=query).body)
            assert page["page"] == 2
        assert process.cached == ["/statistics.json", "/statistics.json?page=2"]


class TestCost:
    """Of a page: what it reads and makes."""

    @pytest.fixture
    def made(self, monkeypatch):
        """The slugs of the tables whose entries are made."""
        made, make = [], downloads.catalogue._entry
        downloads.catalogue.ENTRIES.clear()

        def entry(table):
            made.append(table.slug)
            return make(table)

        monkeypatch.setattr(downloads.catalogue, "_entry", entry)
        return made

    def test_is_three_queries_however_many_there_are(
        self, client, django_assert_num_queries
    ):
        PageFactory()
        StatTableFactory.create_batch(5)
        catalogue(client)  # which counts them
        with django_assert_num_queries(3):  # one says who the site is
            assert catalogue(client)["count"] == 5

    def test_is_no_more_tables_than_one_page_holds(self, client, made, monkeypatch):
        monkeypatch.setattr(downloads.catalogue, "TABLES", 3)
        StatTableFactory.create_batch(7)
        catalogue(client, "?page=2")
        assert len(made) == 3

    def test_is_one_entry_after_a_change_of_one_table(self, client, made):
        for slug in ("a", "b", "c"):
            StatTableFactory(slug=slug)
        catalogue(client)
        made.clear()
        StatTable.objects.filter(slug="b").update(title="Bees")
        titles = [table["title"] for table in catalogue(client)["tables"]]
        assert made == ["b"] and "Bees" in titles

    def test_is_nothing_where_nothing_changed(self, client, made):
        StatTableFactory.create_batch(3)
        first = client.get("/statistics.json").content
        made.clear()
        assert client.get("/statistics.json").content == first and made == []

    def test_of_entries_in_memory_is_bounded(self, client, made, monkeypatch):
        StatTableFactory.create_batch(9)
        monkeypatch.setattr(downloads.catalogue.ENTRIES, "most_bytes", 8_000)
        catalogue(client)
        assert downloads.catalogue.ENTRIES.bytes <= 8_000
        assert len(downloads.catalogue.ENTRIES.things) < 9

    CHANGES = {
        "title": "Other",
        "subtitle": "Other",
        "slug": "other",
        "topic": "Other",
        "source_name": "Other",
        "source_url": "https://other.example",
        "period": "1999",
        "first_published_at": datetime(1999, 1, 1, tzinfo=UTC),
        "content_updated_on": date(1999, 1, 1),
        "next_update": date(2999, 1, 1),
        "chart_form": "none",
        "data": EVERY_TYPE,
    }

    @pytest.mark.parametrize("field", CHANGES)
    def test_no_change_is_missed(self, client, field):
        StatTableFactory(source_name="ONS", period="2020")
        before = catalogue(client)["tables"]
        StatTable.objects.update(**{field: self.CHANGES[field]})
        after = catalogue(client)["tables"]
        assert after != before
        downloads.catalogue.ENTRIES.clear()
        assert catalogue(client)["tables"] == after

    def test_new_name_of_a_career_is_not_missed(self, client):
        career = StatTableFactory().career
        catalogue(client)
        Career.objects.filter(pk=career.pk).update(name="Beekeeper")
        ContentVersion.bump()
        [table] = catalogue(client)["tables"]
        assert table["career"]["name"] == "Beekeeper"
