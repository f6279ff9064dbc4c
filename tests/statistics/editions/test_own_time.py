"""Test that the files of an edition cite and license what they did when it was new."""

import io
import json
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from openpyxl import load_workbook

from careerguide.caching.memory import memory_cache
from careerguide.publishing.drafts import actions
from tests.each import each
from tests.factories import StatTableFactory

from .worlds import published

pytestmark = pytest.mark.django_db
EDITION = "/statistics/bees/@1"
URL = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture
def edition(settings):
    """Edition 1, after which the site took another name, address and licence."""
    settings.SITE_OVERRIDES = {
        "name": "Old & Dusty",
        "licence": "CC BY 4.0",
        "licence_url": URL,
    }
    found = published().editions.get()
    settings.SITE_OVERRIDES = {"name": "Shiny", "licence": "All rights reserved"}
    settings.SITE_URL = "https://shiny.example"
    return found


def book(client):
    return load_workbook(io.BytesIO(client.get(f"{EDITION}.xlsx").content))


def test_spreadsheet_says_what_the_stored_json_does(client, edition):
    said = json.loads(edition.json)
    workbook = book(client)
    rows = workbook["About these data"].iter_rows(values_only=True)
    about = dict(rows)
    assert about["Cite as"] == said["citation"]["text"]
    assert about["Cite as"].startswith("Old & Dusty (")
    assert about["Licence"] == f"CC BY 4.0 {URL}"
    assert about["Its address"] == said["edition"]["address"]
    assert about["Page"] == said["address"]
    assert workbook.properties.creator == "Old & Dusty"


def test_picture_names_the_site_as_it_was(client, edition):
    svg = client.get(f"{EDITION}.svg").content.decode()
    assert "Old &amp; Dusty" in svg and "Shiny" not in svg
    assert "Shiny" in client.get("/statistics/bees.svg").content.decode()


def test_files_stay_what_they_were_when_the_site_is_named_anew(client, settings):
    published()
    paths = [f"{EDITION}.{form}" for form in ("xlsx", "svg", "png")]
    before = [client.get(path).content for path in paths]
    settings.SITE_OVERRIDES = {"name": "Shiny"}
    memory_cache.clear()
    assert [client.get(path).content for path in paths] == before


def test_page_and_frame_name_the_licence_of_the_edition(client, edition):
    licence = f'<a href="{URL}" rel="license">CC BY 4.0</a>'
    assert licence in client.get(f"{EDITION}/").content.decode()
    frame = client.get(f"{EDITION}/embed/").content.decode()
    assert licence in frame and "All rights reserved" not in frame


@each("name", ["Career Guide", "Pay (2024)", "A. (2026)", "Ünï – “Ç”", "50% & $ {x}"])
def test_migration_takes_the_name_from_the_citation(settings, name):
    settings.SITE_OVERRIDES = {"name": name}
    edition = actions.publish(StatTableFactory(status="draft"), None).editions.get()
    type(edition).objects.update(site_name="")
    migration = import_module("statistics.migrations.0014_site_name_of_editions")
    migration.fill(apps, SimpleNamespace(connection=connection))
    edition.refresh_from_db()
    assert edition.site_name == name
