"""Test that browsers and phones find the site's icons."""

import io

import pytest
from django.contrib.staticfiles import finders
from PIL import Image

pytestmark = pytest.mark.django_db


def found(address):
    return finders.find(address.removeprefix("/static/"))


def test_favicon_is_where_browsers_look_unasked(client):
    address = client.get("/favicon.ico")["Location"]
    assert address.endswith(".ico") and found(address)


def test_manifest_names_the_site_and_where_it_starts(client, settings):
    settings.SITE_OVERRIDES = {"name": "Vakgids"}
    answer = client.get("/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    assert (answer.json()["name"], answer.json()["start_url"]) == ("Vakgids", "/")


def test_icons_of_the_manifest_have_the_sizes_it_says(client):
    icons = client.get("/manifest.webmanifest").json()["icons"]
    assert {icon["purpose"] for icon in icons} == {"any", "maskable"}
    for icon in icons:
        with open(found(icon["src"]), "rb") as file:
            width, height = Image.open(io.BytesIO(file.read())).size
        assert f"{width}x{height}" == icon["sizes"]
