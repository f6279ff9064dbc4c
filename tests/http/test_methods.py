"""Test unknown methods at addresses of every kind, as a server hands them on."""

import pytest

from tests.factories import ArticleFactory, UserFactory
from tests.library import files
from tests.library.helpers import stored
from tests.wsgi import call, cookie_of

pytestmark = pytest.mark.django_db
UNKNOWN = ["FOO", "PROPFIND", "TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "MKCOL"]
READ_ONLY = [
    *("/", "/articles/", "/robots.txt", "/sitemap.xml", "/statistics/schema.json"),
    *("/statistics.json", "/healthz", "/readyz", "/favicon.ico", "/styleguide/"),
]


@pytest.mark.parametrize("method", [*UNKNOWN, "POST"])
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


@pytest.mark.parametrize("method", [*UNKNOWN, "POST"])
@pytest.mark.parametrize(
    "path",
    [
        *("/no/such/place/", "/static/no-such.css", "/none/", "/articles/none/"),
        *(
            "/careers/none/",
            "/careers/none/all/",
            "/careers/none.epub",
            "/statistics/none.csv",
        ),
        *("/statistics/none/embed/", "/faq/none/", "/media/x.webp", "/preview/none/"),
    ],
)
def test_where_there_is_no_page_it_is_404(path, method):
    assert call(path, method).status == 404


@pytest.mark.parametrize("method", [*UNKNOWN, "POST"])
def test_nothing_is_changed(method):
    article = ArticleFactory()
    answer = call(article.get_absolute_url(), method)
    assert answer.status == 405 and "POST" not in answer.headers["allow"]
    article.refresh_from_db()
    draft = ArticleFactory(status="draft")
    assert call(draft.get_absolute_url(), method).status == 404


@pytest.mark.parametrize("method", [*UNKNOWN, "POST"])
def test_upload_is_only_read(method):
    image = stored(files.photo())
    answer = call(image.url, method)
    assert answer.status == 405 and answer.headers["allow"] == "GET, HEAD"
