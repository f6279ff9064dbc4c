"""Test hosts, forwarded headers, cookies and addresses that try to mislead."""

from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.hostile.visits import has_clear_page, share

pytestmark = pytest.mark.one_database

HOSTS = (
    *(
        "evil.example",
        "localhost.evil.example",
        "evil.example:80",
        "localhost@evil.example",
    ),
    *("localhost:99999x", "localhost:abc", "localhost:80:80", "localhost evil.example"),
    *(
        "localhost,evil.example",
        "localhost/evil",
        "evil.example#localhost",
        "[::1",
        "::1",
    ),
    *(
        "localhost?a",
        "localhost\\evil",
        "*",
        ".",
        "..",
        "%",
        "\0",
        "localhost\0",
        "é",
        "\xff",
    ),
    *("localhost\r\nX-A: b", "<script>", "a" * 100_000, "0", "127.1", "2130706433"),
)
FORWARDED = (
    *(
        "HTTP_X_FORWARDED_HOST",
        "HTTP_X_HOST",
        "HTTP_X_FORWARDED_SERVER",
        "HTTP_FORWARDED",
    ),
    *("HTTP_X_ORIGINAL_HOST", "HTTP_X_ORIGINAL_URL", "HTTP_X_REWRITE_URL"),
    *("HTTP_X_FORWARDED_PREFIX", "HTTP_X_FORWARDED_PATH", "HTTP_X_HTTP_HOST_OVERRIDE"),
    *("HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_PORT", "HTTP_X_FORWARDED_SCHEME"),
    *("HTTP_X_FORWARDED_SSL", "HTTP_FRONT_END_HTTPS", "HTTP_X_URL_SCHEME"),
    *(
        "HTTP_X_FORWARDED_FOR",
        "HTTP_X_REAL_IP",
        "HTTP_X_CLIENT_IP",
        "HTTP_TRUE_CLIENT_IP",
    ),
    *("HTTP_X_HTTP_METHOD_OVERRIDE", "HTTP_X_METHOD_OVERRIDE", "HTTP_X_HTTP_METHOD"),
    *("HTTP_X_REQUESTED_WITH", "HTTP_X_WSGI_SCRIPT_NAME", "HTTP_X_ACCEL_REDIRECT"),
    *(
        "HTTP_X_SENDFILE",
        "HTTP_X_REMOTE_USER",
        "HTTP_REMOTE_USER",
        "HTTP_AUTHORIZATION",
    ),
)
CLAIMS = (
    "evil.example",
    "/admin/",
    "https",
    "DELETE",
    "127.0.0.1",
    "admin",
    "443",
    "\xff",
)
ORDINARY = (
    *("HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_ACCEPT_ENCODING", "HTTP_RANGE"),
    *("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_REFERER"),
    *("HTTP_IF_UNMODIFIED_SINCE", "HTTP_USER_AGENT", "HTTP_ORIGIN", "HTTP_EXPECT"),
)
NONSENSE = (
    *(
        "",
        ",",
        ";;;",
        '"',
        "*",
        "\0",
        "\xff\xfe",
        "a" * 100_000,
        "bytes=-1",
        "bytes=a-b",
    ),
    *("bytes=0-,0-,0-", "Thu, 99 Foo 99999 99:99:99 GMT", "W/", '"' * 1_000, "en;q=x"),
)
COOKIES = (
    *(
        "",
        "=",
        ";;;",
        "a",
        "sessionid",
        "sessionid=",
        "sessionid==",
        "sessionid=a; " * 999,
    ),
    *("sessionid=" + "a" * 10_000, "sessionid=' OR 1=1 --", "sessionid=../../../etc"),
    *("sessionid=\xff\xfe", "sessionid=é" * 9, "\r\n", 'sessionid="\\377"'),
    *("messages=eyJ.x:y:z", "$Version=1; sessionid=a; $Path=/", 'sessionid="\\"'),
)
ELSEWHERE = (
    *(
        "//evil.example",
        "///evil.example",
        "////evil.example",
        "https://evil.example/a",
    ),
    *(
        "http:evil.example",
        "https:///evil.example",
        "\\\\evil.example",
        "/\\evil.example",
    ),
    *("\\/evil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil.example"),
    *("javascript:alert(1)", "data:text/html,a", "http://testserver@evil.example/"),
    *(
        "http://evil.example\\@testserver",
        "//testserver.evil.example",
        "evil.example:80",
    ),
    *("http://[::1", "//\u3002evil", "\x08//evil.example", "//a\0b"),
    *(
        "/admin/\r\nSet-Cookie: a=b",
        "%2f%2fevil.example",
        "/%2fevil.example",
        "ftp://a",
    ),
)
SECRET = b"nobody may read this"
UP = (
    "..",
    "%2e%2e",
    "%252e%252e",
    "..%2f",
    "..\\",
    "..;",
    "....//",
    ".%00.",
    "．．",
    "..\0",
)


class TestHost:
    def test_of_another_site_is_refused(self, wsgi, world):
        for host in HOSTS:
            for path in ("/", "/admin/login/", "/media/a", "/nowhere/"):
                answer = wsgi(path, HTTP_HOST=host)
                assert answer.status_code == 400, host[:40]
                assert has_clear_page(answer)
                assert b"evil" not in answer.content

    def test_empty_is_refused(self, wsgi):
        assert wsgi("/", HTTP_HOST="", SERVER_NAME="").status_code == 400

    def test_ours_is_answered(self, wsgi, world):
        for host in (
            "localhost",
            "LOCALHOST",
            "localhost:8000",
            "127.0.0.1",
            "[::1]:80",
        ):
            assert wsgi("/", HTTP_HOST=host).status_code == 200, host


OWN_ID = {"x-request-id": "each has one"}


class TestForwardedHeader:
    def test_has_no_effect(self, wsgi, world):
        """On a page each header says a fourth of it; on a redirect, everything."""
        for path, parts in ((world.article.get_absolute_url(), 4), ("/articles", 1)):
            plain = wsgi(path)
            for number, header in enumerate(FORWARDED):
                for claim in share(CLAIMS, number, parts):
                    answer = wsgi(path, **{header: claim})
                    assert answer.status_code == plain.status_code, (header, claim)
                    assert answer.content == plain.content, (header, claim)
                    assert {**answer.headers} | OWN_ID == {**plain.headers} | OWN_ID

    def test_opens_no_admin(self, wsgi, world):
        for header in FORWARDED:
            assert wsgi("/admin/", **{header: "admin"}).status_code == 302, header


class TestOrdinaryHeader:
    def test_of_nonsense_gives_the_page(self, wsgi, world):
        for path in ("/", "/static/careerguide/css/site.css"):
            for header in ORDINARY:
                for claim in NONSENSE:
                    answer = wsgi(path, **{header: claim})
                    fine = (200, 206, 304, 412, 416)
                    assert answer.status_code in fine, (path, header, claim[:40])

    def test_cookie_of_nonsense_signs_nobody_in(self, wsgi, world):
        for cookie in COOKIES:
            assert wsgi("/", HTTP_COOKIE=cookie).status_code == 200, cookie[:40]
            assert wsgi("/admin/", HTTP_COOKIE=cookie).status_code == 302, cookie[:40]

    def test_cookie_with_a_nul_is_refused(self, wsgi, world):
        r"""In quotation marks, \000 is one."""
        for cookie in (
            "sessionid=" + "\0" * 9,
            r'sessionid="aaaaaaaa\000"',
            r'a="\000"',
        ):
            for path in ("/", "/admin/"):
                answer = wsgi(path, HTTP_COOKIE=cookie)
                assert answer.status_code == 400, cookie
                assert has_clear_page(answer)


class TestRedirect:
    @pytest.fixture
    def account(self, db):
        return get_user_model().objects.create_superuser(
            "owner", password="a-heron-reads"
        )

    def test_of_the_sign_in_stays_here(self, client, account):
        for address in ELSEWHERE:
            form = {"username": "owner", "password": "a-heron-reads", "next": address}
            for url in ("/admin/login/", f"/admin/login/?next={quote(address)}"):
                client.logout()
                for response in (client.post(url, form), client.get(url)):
                    assert stays(response), address

    def test_of_a_forged_sign_in_leads_to_the_admin(self, client, account):
        form = {"username": "owner", "password": "a-heron-reads"}
        response = client.post("/admin/login/", form | {"next": "//evil.example"})
        assert response.headers["Location"] == "/admin/"

    def test_of_other_admin_pages_stays_here(self, admin_client, world):
        article = reverse("admin:articles_article_change", args=[world.article.pk])
        for address in ELSEWHERE:
            for url in ("/admin/logout/", "/admin/password_change/", article):
                data = {"next": address, "_changelist_filters": address, "_popup": ""}
                for response in (
                    admin_client.get(f"{url}?next={quote(address)}"),
                    admin_client.post(f"{url}?next={quote(address)}", data),
                ):
                    assert stays(response), (url, address)
            admin_client.force_login(get_user_model().objects.first())

    def test_of_a_missing_slash_stays_here(self, wsgi):
        for address in ELSEWHERE:
            for path in (
                address,
                f"/{address}",
                f"//evil.example/{address}",
                "//a/articles",
            ):
                answer = wsgi(path.encode())
                assert stays(answer), path
        assert wsgi("/articles?a=//b").headers["Location"] == "/articles/?a=//b"

    def test_one_that_leaves_is_noticed(self):
        class Response:
            status_code = 302
            headers = {"Location": ""}

        for address in ELSEWHERE[:4]:
            Response.headers = {"Location": address}
            assert not stays(Response)


class TestTraversal:
    @pytest.fixture(autouse=True)
    def files(self, world):
        """A secret beside the pictures and one above them."""
        media = Path(settings.MEDIA_ROOT)
        picture = media / world.image.file.name
        picture.parent.mkdir(parents=True)
        picture.write_bytes(b"a picture")
        for place in (
            media / "secret.webp",
            media.parent / "secret",
            picture.parent / "a",
        ):
            place.write_bytes(SECRET)

    @pytest.mark.parametrize("start", ["/media/", "/media/images/", "/static/"])
    def test_reads_nothing_else(self, start, wsgi):
        ends = ("secret", "secret.webp", "a", "settings.py", "etc/passwd", "images/a")
        for up in UP:
            ways = [f"{up}/" * depth + end for depth in (1, 2, 8) for end in ends]
            for way in ways if up != UP[0] else (*ways, *ends, ""):
                for path in {start + way, start + quote(way), f"{start}/{way}"}:
                    answer = wsgi(path.encode())
                    assert answer.status_code in (400, 404), path
                    assert SECRET not in answer.content

    def test_reads_no_absolute_path(self, wsgi):
        for path in (
            __file__,
            "/etc/passwd",
            "C:/a",
            "//host/share",
            "file:///etc/passwd",
        ):
            for start in ("/media/", "/static/"):
                assert wsgi(start + path).status_code == 404, path

    def test_the_picture_itself_is_served(self, wsgi, world):
        assert wsgi(world.image.url).content == b"a picture"


def stays(response):
    """Whether a browser that follows it remains on this site."""
    if response.status_code not in (301, 302, 303, 307, 308):
        return response.status_code in (200, 400, 403, 404, 405)
    location = response.headers["Location"]
    clean = "".join(c for c in location if c > " ").replace("\\", "/")
    parts = urlsplit(clean)
    return not (parts.scheme or parts.netloc or clean.startswith("//"))
