"""Test the HTML that people copy to embed a figure."""

from html import unescape

import pytest

from statistics.frames.snippets import Frame, height_for
from tests.factories import SALARIES, StatTableFactory
from tests.statistics.editions.test_views import published

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


def snippet(client, id="embed-code", path="/statistics/bees/"):
    page = client.get(path).content.decode()
    start = f'<pre id="{id}" class="copyable" dir="ltr" tabindex="0">'
    return unescape(page.split(start)[1].split("</pre>")[0])


def test_shows_the_newest_in_one_piece_without_a_border(client):
    StatTableFactory(slug="bees", title='Bees & "wasps"')
    html = snippet(client)
    assert html.startswith(f'<iframe src="{SITE}/statistics/bees/embed/" ')
    assert 'title="Bees &amp; &quot;wasps&quot;"' in html
    assert 'frameborder="0"' in html and "style" not in html
    assert html.count("<script ") == 1


def test_of_an_edition_stays_with_it(client):
    published()
    html = snippet(client, "embed-edition")
    assert f'src="{SITE}/statistics/bees/@1/embed/"' in html


def test_of_a_table_without_an_edition_offers_none(client):
    StatTableFactory(slug="bees")
    assert "embed-edition" not in client.get("/statistics/bees/").content.decode()


def test_height_grows_with_what_is_shown():
    rows = [{"cells": [f"Level {n}", str(9 + n)]} for n in range(12)]
    short = StatTableFactory.build()
    long = StatTableFactory.build(data=SALARIES | {"rows": rows})
    assert 200 < height_for(short) < height_for(long) < 1_000
    assert height_for(short, 320) > height_for(short)
    assert f'height="{height_for(long)}"' in Frame(long).html()
