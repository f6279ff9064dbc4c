"""A page and its style sheet fit in the first round trip of a new connection."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]

MOST_BYTES = 14_000
STYLE_SHEET = re.compile(r'<link rel="stylesheet" href="/static/([^"]+)"')


def weight(text):
    return len(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def test_every_page_of_the_guide_is_light(client):
    sitemap = client.get("/sitemap.xml").content.decode()
    weights = {}
    for path in re.findall(r"<loc>https?://[^/]+(.*?)</loc>", sitemap):
        page = client.get(path).content.decode()
        weights[path] = weight(page) + sum(map(style_weight, STYLE_SHEET.findall(page)))
    assert len(weights) == 31
    assert min(weights.values()) > 3_000, "the style sheet was not counted"
    assert {path: n for path, n in weights.items() if n > MOST_BYTES} == {}


def style_weight(name):
    with open(finders.find(name), encoding="utf-8") as file:
        return weight(file.read())
