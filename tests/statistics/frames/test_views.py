"""Test the pages that other sites embed."""

import re

import pytest
from django.contrib.staticfiles import finders

from statistics.editions.withdrawal import withdraw
from statistics.models import StatTable
from tests.factories import StatTableFactory, UserFactory
from tests.page_cache.caching import Process
from tests.statistics.downloads.tables import of_types
from tests.statistics.editions.worlds import corrected, published
from tests.wsgi import call

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

    def test_names_the_licence(self, settings, answer):
        assert "Licence: not stated" in answer.text
        settings.SITE_OVERRIDES = {"licence": "CC BY 4.0"}
        settings.SITE_OVERRIDES |= {
            "licence_url": "https://creativecommons.org/licenses/by/4.0/"
        }
        page = call("/statistics/bees/embed/").text
        assert '/by/4.0/" rel="license">CC BY 4.0</a>' in page


class TestTheme:
    @pytest.mark.parametrize(
        ("query", "theme", "scheme"),
        [
            ("", "auto", "light dark"),
            ("theme=auto", "auto", "light dark"),
            ("theme=dark", "dark", "dark"),
            ("theme=light", "light", "light"),
            ("theme=%22%3E%3Cscript%3E", "auto", "light dark"),
        ],
    )
    def test_is_as_it_was_asked_for(self, answer, query, theme, scheme):
        page = call("/statistics/bees/embed/", query=query).text
        assert f'data-theme="{theme}"' in page
        assert f'<meta name="color-scheme" content="{scheme}">' in page

    def test_of_any_name_fills_no_memory(self, answer):
        process, path = Process(), "/statistics/bees/embed/"
        process.poll()
        for query in ("", "theme=dark", "theme=x", "theme=y", "a=1", "a=2&theme=dark"):
            assert process.ask(path, query=query).status == 200
        assert {*process.cached} - {"/"} == {path, f"{path}?theme=dark"}


class TestEdition:
    @pytest.fixture
    def table(self):
        return corrected(published())

    def test_stays_as_it_was(self, table):
        page = call("/statistics/bees/@1/embed/").text
        assert "$85,000" in page and "$90,000" not in page
        assert '<a href="/statistics/bees/@1/">Edition 1, ' in page
        assert '<a href="/statistics/bees/@2/">Newer: edition 2, ' in page

    def test_that_is_the_newest_says_of_none(self, table):
        page = call("/statistics/bees/@2/embed/").text
        assert "$90,000" in page and "Newer" not in page

    def test_may_be_framed_anywhere(self, table):
        headers = call("/statistics/bees/@1/embed/").headers
        assert "frame-ancestors *;" in headers["content-security-policy"]
        assert "x-frame-options" not in headers

    def test_withdrawn_says_why_where_it_stood(self, table):
        withdraw(table.editions.get(number=1), UserFactory(), "It was of wasps.")
        answer = call("/statistics/bees/@1/embed/")
        assert answer.status == 410
        assert "It was of wasps." in answer.text and "$85,000" not in answer.text
        assert "frame-ancestors *;" in answer.headers["content-security-policy"]

    @pytest.mark.parametrize("path", ["@3/embed/", "@0/embed/", "@x/embed/"])
    def test_that_there_is_not_is_not_found(self, table, path):
        assert call(f"/statistics/bees/{path}").status == 404

    def test_of_a_hidden_table_is_not_found(self, table):
        StatTable.objects.update(status="archived")
        assert call("/statistics/bees/@1/embed/").status == 404


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
        for path in ("/statistics/bees/", "/statistics/none/", "/"):
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


class TestMissing:
    """What was embedded, and is gone, says so in the frame of whoever embedded it."""

    @pytest.mark.parametrize("path", ["embed/", "@1/embed/", "@99/embed/"])
    @pytest.mark.parametrize("is_draft", [True, False])
    def test_says_so_where_it_may_be_framed(self, client, path, is_draft):
        if is_draft:
            StatTableFactory(slug="bees", title="Secret bees", status="draft")
        answer = client.get(f"/statistics/bees/{path}")
        assert answer.status_code == 404
        assert "frame-ancestors *" in answer["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer
        assert "This table is not here any more" in answer.text
        assert "Secret bees" not in answer.text

    @pytest.mark.parametrize(
        "number", ["0", "00", "01", "-1", "2", "1e3", "1.5", "x", "\u0661", "9" * 30]
    )
    def test_number_that_is_no_editions_says_so_in_the_frame(self, client, number):
        published()
        answer = client.get(f"/statistics/bees/@{number}/embed/")
        assert answer.status_code == 404
        assert "frame-ancestors *" in answer["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer
        assert "This table is not here any more" in answer.content.decode()

    def test_former_address_still_leads_on(self, client):
        corrected(published(), slug="hives")
        answer = client.get("/statistics/bees/embed/?theme=dark")
        assert answer["Location"] == "/statistics/hives/embed/?theme=dark"

    def test_whoever_has_a_withdrawn_one_is_told_again(self, client):
        table = corrected(published())
        withdraw(table.editions.get(number=1), UserFactory(), "Wrong.")
        first = client.get("/statistics/bees/@1/embed/")
        tag = {"If-None-Match": first.headers.get("ETag", "*")}
        again = client.get("/statistics/bees/@1/embed/", headers=tag)
        assert (again.status_code, again.content) == (410, first.content)
