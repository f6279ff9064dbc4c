"""Test the page that other sites embed."""

import re

import pytest
from django.contrib.staticfiles import finders

from tests.factories import StatTableFactory
from tests.wsgi import call

from .tables import of_types

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer():
    StatTableFactory(slug="bees", source_name="ONS", source_url="https://a.org/b")
    return call("/statistics/bees/embed/")


class TestPage:
    def test_shows_chart_title_and_source(self, answer):
        for text in ("Senior beekeepers earn twice", "$170,000", "https://a.org/b"):
            assert text in answer.text

    def test_links_to_the_page_outside_the_frame(self, answer):
        assert '<base target="_blank">' in answer.text
        assert 'href="/statistics/bees/"' in answer.text

    def test_shows_the_table_where_no_chart_fits(self, client):
        table = StatTableFactory(slug="hives", data=of_types().data)
        page = client.get(f"/statistics/{table.slug}/embed/").content.decode()
        assert "<caption" in page
        assert "<svg" not in page

    def test_is_for_no_search_engine(self, answer):
        assert '<meta name="robots" content="noindex">' in answer.text
        assert '/statistics/bees/">' in answer.text.partition("canonical")[2]

    def test_has_no_inline_script_or_style(self, answer):
        assert "<style" not in answer.text
        assert " style=" not in answer.text
        assert answer.text.count("<script") == answer.text.count("<script src=") == 1


class TestFrame:
    def test_may_be_anywhere(self, answer):
        assert "frame-ancestors *;" in answer.headers["content-security-policy"]
        assert "x-frame-options" not in answer.headers

    def test_may_be_in_a_page_that_isolates_itself(self, answer):
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
        assert answer.headers["cross-origin-embedder-policy"] == "require-corp"

    def test_keeps_the_rest_of_the_policy(self, answer):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith(
            "default-src 'none'; script-src 'self'; style-src 'self'"
        )

    def test_is_for_no_other_page(self):
        StatTableFactory(slug="bees")
        for path in ("/statistics/bees/", "/statistics/none/embed/", "/"):
            headers = call(path).headers
            assert headers["x-frame-options"] == "DENY"
            assert "frame-ancestors 'none'" in headers["content-security-policy"]


class TestFiles:
    """In a sandbox a frame has no origin: what it loads must be open to any."""

    def test_that_a_frame_loads_are_for_every_origin(self, answer):
        linked = re.findall(r'(?:href|src)="(/static/[^"]+)"', answer.text)
        assert len(linked) == 3
        for path in linked:
            headers = call(path).headers
            assert headers["cross-origin-resource-policy"] == "cross-origin", path

    def test_script_for_other_pages_stays_where_they_name_it(self):
        assert finders.find("careerguide/js/embed-host.js")

    @pytest.mark.parametrize(
        "path",
        [
            *("careerguide/css/site.css", "careerguide/js/embed-host.js"),
            *("statistics/embed.css", "statistics/embed.js"),
            "careerguide/css/site.0123456789ab.css",
            "statistics/embed.0123456789ab.js",
        ],
    )
    def test_of_the_embed_are_for_every_origin(self, path):
        headers = call(f"/static/{path}").headers
        assert headers["cross-origin-resource-policy"] == "cross-origin"

    @pytest.mark.parametrize(
        "path",
        [
            *("careerguide/img/mark.svg", "careerguide/css/site.css.map"),
            *("statistics/grid.css", "statistics/_charts.css"),
        ],
    )
    def test_of_other_pages_are_not(self, path):
        headers = call(f"/static/{path}").headers
        assert headers["cross-origin-resource-policy"] == "same-origin"
