"""Test which addresses without their last slash are redirected."""

import pytest

from careerguide.publishing.models.related import OldSlug
from tests.factories import ArticleFactory
from tests.wsgi import call

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    [
        *("/rss", "/feed", "/wp-admin", "/articles/no-such", "/careers/no-such"),
        *("/statistics/no-such/embed", "/faq/x", "/robots.txt.bak", "/preview/none"),
        *("//evil.example", "/a/b/c", "/articles/no-such?x=1", "/no such", "/é"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_where_there_is_no_page_nothing_leads_on(path, method):
    answer = call(path, method)
    assert (answer.status, answer.headers.get("location")) == (404, None)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_page_is_led_to_with_its_query(method):
    address = ArticleFactory().get_absolute_url()
    answer = call(address.rstrip("/"), method, query="a=1&b=%2F")
    assert (answer.status, answer.headers["location"]) == (301, f"{address}?a=1&b=%2F")


@pytest.mark.parametrize("path", ["/articles", "/faq", "/statistics", "/admin"])
def test_lists_are_led_to(path):
    answer = call(path)
    assert (answer.status, answer.headers["location"]) == (301, f"{path}/")


def test_draft_is_as_if_it_were_not():
    address = ArticleFactory(status="draft").get_absolute_url()
    assert call(address.rstrip("/")).status == 404


def test_page_that_moved_is_led_to_at_once():
    article = ArticleFactory(slug="new-name")
    OldSlug.objects.create(item=article, slug="old-name")
    answer = call("/articles/old-name", query="a=1")
    assert (answer.status, answer.headers["location"]) == (
        301,
        "/articles/new-name/?a=1",
    )


def test_form_that_is_sent_is_not_led_on():
    address = ArticleFactory().get_absolute_url()
    assert call(address.rstrip("/"), "POST").status in (403, 404)
