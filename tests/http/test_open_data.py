"""Test what scripts of other origins may ask of data that is open to them."""

import pytest

from tests.factories import FAQEntryFactory
from tests.statistics.editions.worlds import corrected, published
from tests.wsgi import call

pytestmark = pytest.mark.django_db
FORMS = ("csv", "json", "xlsx", "svg", "png")
PATHS = [
    *(f"/statistics/bees.{form}" for form in FORMS),
    *(f"/statistics/bees/@1.{form}" for form in FORMS),
    *("/statistics/bees.md", "/statistics.json", "/statistics/schema.json"),
    *("/llms.txt", "/feed.xml", "/careers/hive/feed.xml", "/careers/hive/data.zip"),
    *("/faq/hive-why.md", "/careers/hive.md", "/oembed"),
]
OEMBED = "url=http://127.0.0.1:8000/statistics/bees/"


@pytest.fixture
def guide():
    table = corrected(published(career__slug="hive"), title="Pay of beekeepers")
    FAQEntryFactory(career=table.career, slug="hive-why")


def preflight(path, headers="if-none-match"):
    asked = {"HTTP_ORIGIN": "https://other.example"}
    asked["HTTP_ACCESS_CONTROL_REQUEST_METHOD"] = "GET"
    asked["HTTP_ACCESS_CONTROL_REQUEST_HEADERS"] = headers
    return call(path, "OPTIONS", **asked)


@pytest.mark.parametrize("path", PATHS)
def test_scripts_may_ask_again_whether_it_changed(guide, path):
    answer = call(path, query=OEMBED if path == "/oembed" else "")
    assert answer.status == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    shown = answer.headers["access-control-expose-headers"].split(", ")
    assert {"ETag", "Last-Modified", "Content-Length", "Link"} <= {*shown}
    asked = preflight(path)
    assert (asked.status, asked.body) == (204, b"")
    assert not {"content-length", "content-type"} & asked.headers.keys()
    assert asked.headers["access-control-allow-origin"] == "*"
    assert "GET" in asked.headers["access-control-allow-methods"].split(", ")
    allowed = asked.headers["access-control-allow-headers"].split(", ")
    assert {"If-None-Match", "*"} <= {*allowed}
    assert int(asked.headers["access-control-max-age"]) > 600
    assert call(path, "POST").headers["allow"] == "GET, HEAD, OPTIONS"


def test_preflight_asks_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert preflight("/statistics/none.csv").status == 204


@pytest.mark.parametrize("path", ["/feedback/", "/admin/login/", "/healthz", "/no.md/"])
def test_of_all_else_they_may_not(path):
    answer = preflight(path)
    assert "access-control-allow-origin" not in answer.headers
