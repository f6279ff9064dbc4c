"""Methods nobody knows, at addresses of every kind, as a server hands them on."""

import pytest

from tests.factories import ArticleFactory, UserFactory
from tests.wsgi import call, cookie_of

pytestmark = pytest.mark.django_db
UNKNOWN = ["FOO", "PROPFIND", "TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "MKCOL"]
READ_ONLY = [
    *("/", "/articles/", "/robots.txt", "/sitemap.xml", "/statistics/schema.json"),
    *("/media/x.webp", "/healthz", "/readyz", "/favicon.ico", "/styleguide/"),
]


@pytest.mark.parametrize("method", UNKNOWN)
@pytest.mark.parametrize("path", READ_ONLY)
def test_page_says_that_it_is_only_read(path, method):
    answer = call(path, method)
    assert answer.status == 405
    allowed = {*answer.headers["allow"].split(", ")}
    assert {"GET", "HEAD"} <= allowed <= {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize("method", UNKNOWN)
@pytest.mark.parametrize("path", ["/feedback/", "/admin/login/", "/admin/"])
def test_form_says_that_it_can_be_sent(path, method):
    answer = call(path, method)
    assert answer.status == 405
    assert {"GET", "HEAD", "POST"} <= {*answer.headers["allow"].split(", ")}


def test_endpoint_says_its_one_method():
    assert call("/admin/editor/preview/", "FOO").headers["allow"] == "POST"


@pytest.mark.parametrize("method", UNKNOWN)
def test_editors_are_told_so_too(client, method):
    client.force_login(UserFactory(is_superuser=True))
    cookie = cookie_of(client)
    path = "/admin/articles/article/add/"
    assert call(path, method, HTTP_COOKIE=cookie).status == 405


@pytest.mark.parametrize("method", UNKNOWN)
def test_where_there_is_no_page_it_is_404(method):
    assert call("/no/such/place/", method).status == 404
    assert call("/static/no-such.css", method).status == 404


def test_nothing_is_changed():
    article = ArticleFactory()
    assert call(article.get_absolute_url(), "DELETE").status == 405
    article.refresh_from_db()
