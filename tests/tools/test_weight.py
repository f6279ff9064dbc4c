"""Test that a page is light, and requests nothing from other hosts."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.utils.translation import override
from rcssmin import cssmin

from tools.make.weight import Weight, elsewhere, weigh

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

HOME = "testserver"


def read(address):
    """The text of a style sheet or script, as it is served."""
    with open(finders.find(address.removeprefix("/static/")), encoding="utf-8") as file:
        text = file.read()
    return cssmin(text) if address.endswith(".css") else text


@pytest.fixture
def pages(client, seeded):
    return all_pages(client)


def all_pages(client):
    """The text of every public page of the guide, by its path."""
    sitemap = client.get("/sitemap.xml").content.decode()
    paths = set(re.findall(r"<loc>https?://[^/]+(.*?)</loc>", sitemap))
    paths |= {f"{path}all/" for path in paths if path.startswith("/careers/")}
    assert len(paths) > 30
    return {path: client.get(path).content.decode() for path in paths}


def test_every_page_of_the_guide_is_light_and_asks_no_other_site(pages):
    _are_light(pages)


def test_so_is_every_page_in_german(client, seeded, settings):
    settings.LANGUAGE_CODE = "de"
    with override("de"):
        pages = all_pages(client)
    assert all('lang="de"' in page for page in pages.values())
    _are_light(pages)


def _are_light(pages):
    weights = {path: weigh(page, read) for path, page in pages.items()}
    assert min(weight.css for weight in weights.values()) > 1_000, "CSS is not counted"
    assert max(weight.script for weight in weights.values()) > 1_000, "nor is script"
    # The whole guide on one page is made for print: its text is as long as it is.
    excesses = {
        path: weight.excesses(long=path.endswith("/all/"))
        for path, weight in weights.items()
    }
    assert {path: found for path, found in excesses.items() if found} == {}
    asked = {path: elsewhere(page, read, HOME) for path, page in pages.items()}
    assert {path: found for path, found in asked.items() if found} == {}


def test_an_error_page_has_a_light_frame(client, seeded):
    page = client.get("/no-such-page/").content.decode()
    assert weigh(page, read).excesses() == []


class TestWeight:
    def test_a_frame_is_the_page_without_its_main_text(self):
        page = "<html><main>" + " ".join(map(str, range(5_000))) + "</main></html>"
        weight = weigh(page, read)
        assert weight.html > 9_000
        assert weight.frame < 100

    def test_each_limit_has_its_sentence(self):
        heavy = Weight(html=9_000, css=9_000, script=6_001, frame=9_001)
        assert [found.split(":")[0] for found in heavy.excesses()] == [
            "CSS and frame",
            "script",
            "HTML and CSS",
        ]

    @pytest.mark.parametrize(
        "tag",
        [
            '<img src="https://cdn.example/a.png">',
            '<img srcset="/a.webp 1x, //cdn.example/a.png 2x">',
            '<script src="//cdn.example/a.js"></script>',
            '<link rel="preload" href="https://cdn.example/a.woff2">',
            '<p style="background: url(https://cdn.example/a.png)">',
        ],
    )
    def test_what_is_elsewhere_is_found(self, tag):
        assert len(elsewhere(tag, lambda _: "", HOME)) == 1

    def test_links_for_people_are_not(self):
        page = '<a href="https://example.org/">x</a><link rel="canonical" href="//b.c">'
        assert elsewhere(page, read, HOME) == set()
