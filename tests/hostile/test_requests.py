"""Test addresses, methods, query strings and headers that no page of ours asks for."""

from urllib.parse import urlencode

import pytest
from django.conf import settings as django_settings
from django.core.signals import got_request_exception

from careerguide.publishing.preview.links import make_link, signer
from statistics.editions.recording import record_missing
from tests.hostile.routes import all_routes, public_routes
from tests.hostile.visits import all_rows, has_clear_page, share

WITH_PARAMETER = [route for route in public_routes() if route.parameters]
METHODS = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "NONSENSE")
SHOWN = (200, 302)  # a page, or an address that leads to one
NOBODY = (
    *("nobody-knows-this", "a" * 10_000, "-", "_", "0", "None", "a.b", "a b", "%s"),
    *("é", "\u202e", "\U0001f41d", "..", "...", "../admin", "a/../../b", "a//b", "\\"),
    *("%2e%2e%2f", "<script>", "'", '"', ";", "a\r\nSet-Cookie: b=c", "\ufeff"),
)
QUERIES = (
    *(
        "",
        "&",
        "=",
        "&&==&&",
        ";",
        "?",
        "%",
        "%%%",
        "%zz",
        "%u0041",
        "+",
        "a" * 100_000,
    ),
    *("a=" + "b" * 100_000, "%" * 100_000, "%ff%fe", "%c0%af=%ed%a0%80", "a[]=1", "[]"),
    *("a=1&" * 900, "page[]=1", "page=1&page=2", "a=%0d%0aSet-Cookie:b=c", "__=1"),
    "q=" + "a+" * 40_000,
)
PAGES = (
    *("0", "-1", "1000000000", "9" * 22, "9" * 5_000, "1.0", "1e0", "0x1", "", " 1 "),
    *("last", "LAST", "first", "abc", "None", "²", "٣", "१", "１", "½", "1_0", "+1"),
    *("1,2", "1;", "[1]", "{}", "'", "1 OR 1=1", "-0", "%ff", "NaN", "inf"),
)


@pytest.fixture
def address_of(world):
    """The address of a public route, with an item of the world where it names one."""
    items = {
        "careers": world.career.slug,
        "articles": world.article.slug,
        "statistics": world.table.slug,
        "faq": world.entry.slug,
        "media": world.image.file.name,
        "preview": signer.sign(make_link(world.article, None).pk),
    }
    record_missing()  # edition 1 of the table

    def address(route):
        if route.name == "oembed":
            table = f"{django_settings.SITE_URL}{world.table.get_absolute_url()}"
            return f"{route.path}?url={table}"
        return route.fill(items.get(route.section, world.page.slug), number="1")

    return address


def asking(address, query):
    """An address with a query, or with more of one."""
    return f"{address}{'&' if '?' in address else '?'}{query}"


class TestRoutes:
    def test_all_of_them_are_found(self):
        names = {route.name for route in all_routes()}
        assert {"home", "articles:detail", "media", "markdown_images"} <= names
        assert {"admin:index", "admin:articles_article_change"} <= names

    def test_each_with_a_parameter_is_known_here(self, address_of, client, settings):
        """A new section needs its row in `address_of`, or nothing visits its pages."""
        settings.SECURITY_CONTACT = ["mailto:security@example.org"]
        for route in public_routes():
            status = client.get(address_of(route)).status_code
            nobodys = route.name in ("media", "own_look")
            assert status in ((404,) if nobodys else SHOWN), route


@pytest.mark.parametrize("route", WITH_PARAMETER, ids=str)
class TestUnknownAddress:
    def test_is_not_found(self, route, client):
        """All of them at articles; elsewhere a third."""
        whole = route.name == "articles:detail"
        number = WITH_PARAMETER.index(route)
        for name in NOBODY if whole else share(NOBODY, number, 3):
            response = client.get(route.fill(name))
            assert response.status_code in (301, 404), name[:40]
            if response.status_code == 404:
                assert has_clear_page(response), name[:40]

    def test_with_a_nul_is_refused(self, route, client):
        for name in ("\0", "a\0b", "a\0.webp"):
            response = client.get(route.fill(name))
            assert response.status_code == 400
            assert has_clear_page(response)

    def test_in_broken_utf8_is_not_found(self, route, wsgi):
        for name in (b"\xff\xfe", b"\xc0\xae\xc0\xae", b"\xed\xa0\x80", b"a\x80b"):
            answer = wsgi(route.fill("NAME").encode().replace(b"NAME", name))
            assert answer.status_code == 404
            assert has_clear_page(answer)


def some_methods(route):
    """POST, which our pages know, and others in turn, which no page does."""
    number = list(public_routes()).index(route)
    return [METHODS[0], *share(METHODS[1:], number, 3)]


@pytest.mark.parametrize("route", public_routes(), ids=str)
class TestPublicRoute:
    def test_can_only_be_read(self, route, address_of, client):
        """Feedback is taken, but from our own pages only, which it checks itself."""
        before = all_rows()
        is_there = client.get(address_of(route)).status_code != 404
        for method in some_methods(route):
            response = client.generic(method, address_of(route), b"title=changed")
            if not is_there:
                assert response.status_code in (404, 405), method
            elif route.csrf_exempt and method == "POST":
                assert response.status_code == 403
            else:
                assert response.status_code == 405, method
                assert "GET" in response.headers["Allow"]
            assert has_clear_page(response), method
        assert all_rows() == before

    def test_without_a_token_changes_nothing(self, route, address_of, wsgi):
        before = all_rows()
        for method in some_methods(route):
            answer = wsgi(address_of(route), method, b"title=changed")
            assert answer.status_code in (403, 404, 405), method
            assert has_clear_page(answer), method
        assert all_rows() == before

    def test_head_is_get_without_the_page(self, route, address_of, client):
        path = address_of(route)
        head, get = client.head(path), client.get(path)
        assert (head.status_code, head.content) == (get.status_code, b"")

    def test_odd_query_is_a_page_or_refused(self, route, address_of, wsgi):
        """All of them in a list, which reads its query; elsewhere a third."""
        place = list(public_routes()).index(route)
        whole = route.name.endswith(":list")
        for query in QUERIES if whole else share(QUERIES, place, 3):
            response = wsgi(asking(address_of(route), query))
            assert response.status_code in (*SHOWN, 400, 404, 413), query[:40]
            if response.status_code not in SHOWN:
                assert has_clear_page(response), query[:40]

    def test_query_with_a_nul_is_refused(self, route, address_of, client):
        for query in ("q=%00", "%00=1", "page=1%00", "a=b&c=d%00e"):
            response = client.get(asking(address_of(route), query))
            is_list = route.name == "career_list" or route.name.endswith(":list")
            # Any text is searched, in the boxes of lists as well.
            if route.name in ("search", "search_suggestions") or (
                is_list and query.startswith("q=")
            ):
                assert response.status_code == 200, query
                continue
            assert response.status_code == 400, query
            assert has_clear_page(response)

    def test_too_many_parameters_are_refused(self, route, address_of, client):
        response = client.get(asking(address_of(route), "a=1&" * 25_000))
        assert response.status_code == 413
        assert has_clear_page(response)

    def test_query_of_raw_bytes_is_a_page_or_refused(self, route, address_of, wsgi):
        for query in (
            b"\xff",
            b"page=\xff\xfe",
            b"q=\xc3\x28",
            b"\x00=1",
            b"q= \t\r\n",
        ):
            answer = wsgi(address_of(route).encode() + b"?" + query)
            assert answer.status_code in (*SHOWN, 400, 404), query

    @pytest.mark.every_database
    def test_odd_page_number_is_a_page_or_not_found(self, route, address_of, client):
        """All at articles, half at other lists; where nobody reads it, a few."""
        has_pages = client.get(address_of(route), {"page": "99"}).status_code == 404
        assert has_pages or not route.name.endswith(":list")
        place = list(public_routes()).index(route)
        parts = 1 if route.name == "articles:list" else 2 if has_pages else 8
        for page in share(PAGES, place, parts):
            query = urlencode({"page": page, "p": page})
            response = client.get(asking(address_of(route), query))
            assert response.status_code in (*SHOWN, 404), page[:9]
            assert response.status_code in SHOWN or has_clear_page(response), page[:9]


class TestControl:
    """These tests can fail: a crash is seen however well it is hidden."""

    def test_a_crash_is_noticed(self, client, world, monkeypatch):
        from articles.models import Article

        monkeypatch.setattr(Article, "render_text", lambda *args, **options: 1 / 0)
        with pytest.raises(AssertionError, match="ZeroDivisionError"):
            client.get(world.article.get_absolute_url())

    def test_a_crash_in_the_wsgi_application_is_noticed(self, wsgi, world, monkeypatch):
        from articles.models import Article

        monkeypatch.setattr(Article, "render_text", lambda *args, **options: 1 / 0)
        with pytest.raises(AssertionError, match="ZeroDivisionError"):
            wsgi(world.article.get_absolute_url())

    def test_the_signal_is_listened_to(self, crashes):
        got_request_exception.send(sender=None)
        assert crashes
