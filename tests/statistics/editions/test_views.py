"""Test the page of an edition, its files, and where its address leads."""

import io
import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from openpyxl import load_workbook

from careerguide.page_cache.decorators import name_of
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.snapshots import apply_snapshot
from careerguide.publishing.preview.render import render
from statistics.editions.withdrawal import withdraw
from statistics.models import StatTable
from tests.factories import StatTableFactory, UserFactory
from tests.wsgi import call

from .worlds import SECOND, corrected, published

pytestmark = pytest.mark.django_db

FORMS = ["/", ".csv", ".json", ".xlsx", ".svg", ".png"]
PAST, CURRENT = "/statistics/bees/@1/", "/statistics/bees/@2/"


@pytest.fixture
def table():
    return corrected(published(source_name="ONS"))


def text(client, path):
    return client.get(path).content.decode()


class TestPage:
    def test_past_one_shows_what_it_was(self, client, table):
        page = text(client, PAST)
        assert "$85,000" in page
        assert "$90,000" not in page.partition('class="figure')[2]

    def test_past_one_leads_to_the_current_one(self, client, table):
        page = text(client, PAST)
        assert 'href="/statistics/bees/@2/"' in page
        assert 'href="/statistics/bees/"' in page

    def test_past_one_says_what_changed_since(self, client, table):
        page = text(client, PAST)
        assert "What changed since" in page
        assert "Entry, Salary: $85,000 → $90,000" in page

    def test_every_word_that_changed_is_said(self, client, table):
        corrected(table, title="Pay of beekeepers", note="New.", source_name="")
        page = text(client, PAST)
        title = "Senior beekeepers earn twice what beginners do"
        assert f"Title: {title} → Pay of beekeepers" in page
        assert "Source: ONS → nothing" in page
        assert "Note: nothing → New." in page

    def test_current_one_says_so_and_no_changes(self, client, table):
        page = text(client, CURRENT)
        assert "This is the current edition" in page
        assert "What changed" not in page
        assert "otherwise" not in page

    def test_only_the_current_one_is_for_search_engines(self, client, table):
        for path, is_hidden in ((PAST, True), (CURRENT, False)):
            page = text(client, path)
            assert ('<meta name="robots" content="noindex">' in page) is is_hidden
            assert 'rel="canonical" href="http://127.0.0.1:8000/statistics/bees/"' in (
                page
            )

    def test_none_is_in_the_sitemap(self, client, table):
        assert "@" not in text(client, "/sitemap.xml")

    def test_cites_itself(self, client, table):
        page = text(client, PAST)
        assert escape(json.loads(table.editions.last().json)["citation"]["text"]) in (
            page
        )
        assert "http://127.0.0.1:8000/statistics/bees/@1/" in page

    def test_says_what_each_file_holds_as_the_page_of_the_table_does(
        self, client, table
    ):
        texts = [
            re.findall(r"<li><a href=[^>]*\.(\w+)\"[^>]*>(.*?)</a>", page)
            for page in (text(client, CURRENT), text(client, "/statistics/bees/"))
        ]
        assert [form for form, _words in texts[0]] == [form[1:] for form in FORMS[1:]]
        assert texts[0] == texts[1]
        assert "2 rows" in texts[0][0][1] and "bytes" in texts[0][0][1]

    def test_is_in_the_language_of_its_table(self, client):
        corrected(published(slug="bienen", language="de"), language="en")
        assert client.get("/statistics/bienen/@1.csv")["Content-Language"] == "de"
        assert '<article lang="de"' in text(client, "/statistics/bienen/@1/")

    def test_shows_hostile_text_as_text(self, client):
        corrected(published(title="<b>Bees</b> & more"))
        assert "<b>Bees" not in text(client, PAST)

    def test_takes_six_queries_at_most(self, client, table):
        hives = StatTableFactory(slug="hives", career=table.career)
        corrected(table, note="Entry: [[number: hives; Entry; Salary]].")
        corrected(hives)
        for path in (PAST, CURRENT, "/statistics/bees/@3/", "/statistics/bees/@1.xlsx"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            assert len(queries) <= 6, path


class TestTablePage:
    def test_names_its_edition_and_lists_earlier_ones(self, client, table):
        page = text(client, "/statistics/bees/")
        assert '<dt>Edition</dt><dd><a href="/statistics/bees/@2/">2</a>' in page
        assert 'href="/statistics/bees/@1/">Edition 1, ' in page

    def test_of_a_first_edition_lists_none(self, client):
        published()
        assert "Earlier editions" not in text(client, "/statistics/bees/")

    def test_embed_names_its_edition(self, client, table):
        page = text(client, "/statistics/bees/embed/")
        assert '<a href="/statistics/bees/@2/">Edition 2, ' in page

    def test_preview_names_the_edition_it_would_be(self, table):
        draft = apply_snapshot(table, {"title": "Other words"})
        assert 'href="/statistics/bees/@3/">3</a>' in render(draft).content.decode()
        assert table.editions.count() == 2


class TestFiles:
    @pytest.mark.parametrize("name", ["csv", "json", "xlsx"])
    def test_are_named_by_their_edition(self, table, name):
        headers = call(f"/statistics/bees/@1.{name}").headers
        assert f'filename="bees-edition-1.{name}"' in headers["content-disposition"]
        cited = '<http://127.0.0.1:8000/statistics/bees/@1/>; rel="cite-as"'
        assert headers["link"] == cited
        assert headers["access-control-allow-origin"] == "*"

    @pytest.mark.parametrize("name", ["csv", "json", "xlsx", "svg", "png"])
    def test_of_the_table_are_named_by_the_current_one(self, table, name):
        headers = call(f"/statistics/bees.{name}").headers
        assert f'filename="bees-edition-2.{name}"' in headers["content-disposition"]

    def test_spreadsheet_holds_the_same_cells(self, client, table):
        content = client.get("/statistics/bees/@1.xlsx").content
        book = load_workbook(io.BytesIO(content))
        rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
        assert sorted(rows) == [("Entry", 85000), ("Senior", 170000)]
        about = dict(book.worksheets[1].iter_rows(values_only=True))
        assert about["Its address"] == "http://127.0.0.1:8000/statistics/bees/@1/"

    def test_spreadsheet_of_the_current_one_is_that_of_the_table(self, client, table):
        content = client.get("/statistics/bees/@2.xlsx").content
        assert content == client.get("/statistics/bees.xlsx").content

    def test_what_one_has_is_not_sent_again(self, table):
        first = call("/statistics/bees/@1.json")
        again = call(
            "/statistics/bees/@1.json", HTTP_IF_NONE_MATCH=first.headers["etag"]
        )
        assert (again.status, again.body) == (304, b"")


class TestAddresses:
    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize(
        "number", ["0", "00", "3", "01", "-1", "1.5", "1e3", "x", "9" * 7, "9" * 20]
    )
    def test_number_that_is_none_is_not_found(self, client, table, number, form):
        assert client.get(f"/statistics/bees/@{number}{form}").status_code == 404

    @pytest.mark.parametrize("form", FORMS)
    def test_of_a_hidden_table_are_not_found(self, client, table, form):
        actions.unpublish(table, None)
        assert client.get(f"/statistics/bees/@1{form}").status_code == 404

    @pytest.mark.parametrize("form", FORMS)
    def test_of_a_hidden_career_are_not_found(self, client, table, form):
        actions.unpublish(table.career, None)
        assert client.get(f"/statistics/bees/@1{form}").status_code == 404

    @pytest.mark.parametrize("form", FORMS)
    def test_renamed_table_leads_on(self, client, table, form):
        corrected(table, slug="hives")
        response = client.get(f"/statistics/bees/@1{form}")
        assert response.status_code == 301
        assert response.headers["Location"] == f"/statistics/hives/@1{form}"
        assert client.get(f"/statistics/hives/@1{form}").status_code == 200

    @pytest.mark.parametrize("form", FORMS)
    def test_pages_are_kept_in_memory(self, form):
        assert name_of(f"/statistics/bees/@1{form}", "") == ""

    def test_slash_is_added(self, client, table):
        response = client.get("/statistics/bees/@1")
        assert (response.status_code, response.headers["Location"]) == (301, PAST)

    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
    def test_other_methods_are_refused(self, client, table, method, form):
        response = client.generic(method, f"/statistics/bees/@1{form}")
        assert response.status_code == 405

    @pytest.mark.parametrize("slug", ["bees", "hives"])
    def test_no_other_table_may_take_it(self, table, slug):
        corrected(corrected(table, slug="hives"), slug="wax")
        with pytest.raises(ValidationError) as refused:
            StatTableFactory.build(slug=slug, career=table.career).full_clean()
        assert "others cite them" in str(refused.value.error_dict["slug"])
        StatTable.objects.get().full_clean()

    def test_its_own_table_may_have_it_again(self, client, table):
        again = corrected(corrected(table, slug="hives"), slug="bees")
        assert again.edition.number == 2
        assert client.get(CURRENT).status_code == 200


class TestWithdrawn:
    @pytest.fixture(autouse=True)
    def _withdrawn(self, table):
        withdraw(table.editions.last(), UserFactory(), "Typed from a <draft>.")

    @pytest.mark.parametrize("form", FORMS)
    def test_is_gone_and_says_why(self, client, form):
        response = client.get(f"/statistics/bees/@1{form}")
        assert response.status_code == 410
        page = response.content.decode()
        assert "Edition 1 of this table was withdrawn" in page
        assert "Typed from a &lt;draft&gt;." in page
        assert 'href="/statistics/bees/"' in page

    @pytest.mark.parametrize("form", FORMS)
    def test_of_a_hidden_table_is_not_found(self, client, table, form):
        actions.unpublish(table, None)
        assert client.get(f"/statistics/bees/@1{form}").status_code == 404

    def test_current_one_stays(self, client):
        assert SECOND in text(client, "/statistics/bees/@2.csv")
        assert "(<" not in text(client, "/statistics/bees/")
        assert "withdrawn" in text(client, "/statistics/bees/")
