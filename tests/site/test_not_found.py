"""Test the page of an address that is not there: a search, and the nearest titles."""

import re

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import ContentVersion
from careerguide.site import not_found
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)
from tests.site.test_views import HIDDEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def titles(client):
    """The titles that the page of an address names, and where they lead."""

    def ask(path, **headers):
        answer = client.get(path, **headers)
        assert answer.status_code == 404
        part = re.search(r'id="nearest".*?</ul>', answer.content.decode(), re.DOTALL)
        links = re.findall(
            r'href="(.*?)" dir="auto">(.*?)</a>', part[0] if part else ""
        )
        return {title: url for url, title in links}

    return ask


@pytest.fixture
def guide():
    career = CareerFactory(
        name="Machine Learning Engineer",
        slug="machine-learning-engineer",
        other_names="ML engineer, Deep learning specialist",
    )
    article = ArticleFactory(
        career=career, title="What they do", slug="machine-learning-what-they-do"
    )
    table = StatTableFactory(career=career, slug="machine-learning-salaries")
    FAQEntryFactory(
        career=career,
        question="Is it hard?",
        slug="machine-learning-engineer-is-it-hard",
    )
    PageFactory(title="Accessibility", slug="accessibility")
    for number in range(9):
        CareerFactory(name=f"Nurse {number}", slug=f"nurse-{number}")
        ArticleFactory(slug=f"zoo-{number}")
    ContentVersion.bump()
    return career, article, table


@pytest.mark.every_database
class TestNearest:
    @pytest.mark.parametrize(
        "path",
        [
            "/careers/machine-lerning-engineer/",
            "/careers/machine-learning-enginer/",
            "/careers/machine-learning/",
            "/careers/Machine-Learning-Engineers/",
            "/career/machine-learning-engineer/",
            "/machine-learning-engineer/",
            "/careers/machine-learning-engineer.htm",
            "/jobs/it/machine-learning-engineer",
            "/careers/machine%20learning%20engineer/",
            "/careers/machine_learning_engineer/",
            "/careers/M%C3%A4chine-L%C3%A9arning%E2%80%93Engineer/",
            "/careers/machine-learning-engineer).",
            "/careers/machine-learning-engineer/)",
            "/careers/machine-learning-engineer/%C2%A0",
            "/careers/“machine-learning-engineer”,",
            "/careers/machine-learning-engineer.pdf",
        ],
    )
    def test_finds_a_career(self, titles, guide, path):
        found = titles(path)
        url = "/careers/machine-learning-engineer/"
        assert found.get("Machine Learning Engineer") == url

    def test_finds_one_by_another_name(self, titles, guide):
        found = titles("/careers/deep-lerning-specialist/")
        assert [*found] == ["Deep learning specialist"]
        assert "ML engineer" in titles("/careers/ML%20engineer/")

    @pytest.mark.parametrize(
        "path, title",
        [
            ("/articles/machine-learning-what-they-doo/", "What they do"),
            ("/articles/machine-learning-what-they/", "What they do"),
            ("/article/machine-learning-what-they-do/", "What they do"),
            ("/faq/machine-learning-engineer-is-it-hrad/", "Is it hard?"),
            ("/faq/machine-learning-engineer-is-it-hard).", "Is it hard?"),
            ("/articles/what%20they%20do", None),
            ("/accesibility/", "Accessibility"),
            (
                "/statistics/machine-learning-salary/",
                "Senior beekeepers earn twice what beginners do",
            ),
        ],
    )
    def test_finds_other_content(self, titles, guide, path, title):
        found = titles(path)
        assert title in found if title else not found

    def test_best_comes_first_and_there_are_few(self, titles, guide):
        found = titles("/careers/nurse-77/")
        assert 0 < len(found) <= not_found.MOST_TITLES
        assert next(iter(found)).startswith("Nurse")

    @pytest.mark.parametrize("state", HIDDEN)
    def test_names_nothing_hidden(self, titles, state):
        hidden = CareerFactory(name="Zymurgist", slug="zymurgist", **HIDDEN[state])
        for factory in (ArticleFactory, FAQEntryFactory, StatTableFactory):
            factory(career=hidden, slug=f"zymurgist-{factory._meta.model.__name__}")
            factory(slug=f"zymurgists-{factory._meta.model.__name__}", **HIDDEN[state])
        for path in ("/careers/zymurgists/", "/articles/zymurgist-articl/"):
            assert titles(path) == {}

    def test_names_nothing_of_the_trash(self, titles, guide):
        actions.trash(guide[0], None)
        assert "Machine" not in str(titles("/careers/machine-learning-engineer/"))

    def test_nothing_near_is_said_by_nothing(self, titles, guide):
        assert titles("/careers/qqqqqq-wwwww/") == {}


class TestCost:
    @pytest.mark.parametrize(
        "path",
        [
            *(
                "/wp-login.php",
                "/.env",
                "/admin/x/",
                "/static/nurse-1",
                "/.git/nurse-1",
            ),
            *("/media/nurse-1/", "/xmlrpc.php/", "/" + "a" * 200 + "/", "/a/", "/é/é/"),
            *("/nurse-1.php/", "/careers/nurse-1.asp", "/…/“”/", "/نص/"),
            *("/" + "." * 60_000 + "a", "/" + "a" * 60_000 + ".,"),
        ],
    )
    def test_what_names_no_page_is_not_looked_for(self, client, monkeypatch, path):
        def fail(slug, model):
            pytest.fail(f"looked for {slug}")

        monkeypatch.setattr(not_found, "nearest", fail)
        assert client.get(path).status_code in (302, 404)

    def test_takes_four_queries_more_however_much_there_is(self, client, guide):
        client.get("/articles/nurse/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/articles/nurse/")
        # The article and its old addresses; the version, neighbours on both sides, and
        # what stands around the page.
        assert len(queries) <= 6

    def test_of_a_long_address_of_many_words_is_bounded(self, client, guide):
        path = "/careers/" + "-".join(["nurs"] * 15) + "/"
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 404
        assert len(queries) <= 8


class TestPage:
    def test_has_the_menu_of_every_page(self, client, guide):
        CareerFactory()
        assert client.get("/articles/nurse/").content.count(b'href="/careers/"') == 2
        assert client.get("/wp-login.php").content.count(b'href="/careers/"') == 1

    def test_offers_a_search_and_is_in_no_index(self, client):
        page = client.get("/nowhere/").content.decode()
        above, below = page.split("<h1>")
        assert 'role="search"' not in above and below.count('role="search"') == 1
        assert '<form action="/search/" class="filter" role="search" data-sear' in below
        assert '<meta name="robots" content="noindex">' in page

    def test_echoes_nothing(self, client, guide):
        assert "needle" not in client.get("/needle/").content.decode()

    def test_needs_no_database(self, client, monkeypatch):
        def gone(*arguments):
            raise OperationalError("gone")

        monkeypatch.setattr(not_found, "nearest", gone)
        page = client.get("/no/where/").content.decode()
        assert 'role="search"' in page and 'id="nearest"' not in page

    def test_other_error_pages_have_the_search_of_every_page(self, client):
        above, below = client.post("/articles/").content.decode().split("<h1>")
        assert "This page cannot do that" in below
        assert above.count('role="search"') == 1 and 'role="search"' not in below
