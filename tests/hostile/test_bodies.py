"""Test bodies that no form of ours sends: broken, lying, too long, not in UTF-8."""

import io

import pytest
from django.conf import settings
from django.core.cache import cache
from django.urls import reverse

from careerguide.accounts.login_limit import end_all_waits
from tests.hostile.visits import all_rows, has_clear_page, share

pytestmark = pytest.mark.one_database

LOGIN = "/admin/login/"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=b"
ALPHABETS = (
    *("utf-8", "UTF8", "latin-1", "utf-16", "utf-32", "utf-7", "idna", "punycode"),
    *("zlib", "hex", "base64", "rot13", "bz2", "uu", "undefined", "unicode_escape"),
    *(
        "mbcs",
        "nonsense",
        "",
        '"',
        "\xff",
        "\0",
        "a" * 10_000,
        "..",
        "utf-8; charset=hex",
    ),
)
CHARSETS = [
    *(f"charset={name}" for name in ALPHABETS),
    *("charset*=hex''61", "charset*=utf-8''%ff", "charset*=a", "charset*0=zlib"),
]
LENGTHS = ("-1", "-99999", "abc", "1e3", "0x10", " ", "", "+5", "5 5", "1,5", "²", "٣")
FORMS = (
    b"",
    b"=",
    b"&&&&",
    b"%",
    b"%zz=%",
    b"\xff\xfe=\xff",
    b"username=%ff%fe&password=%c3%28",
    b"username=\x00&password=%00",
    b"username=" + b"a" * 100_000,
    b"a" * 100_000 + b"=1",
    b"{}",
    b'{"username": "\xff"}',
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
    b"\x00" * 10_000,
)


def part(name=b'name="username"', content=b"a", headers=b""):
    return (
        b"--b\r\nContent-Disposition: form-data; %b\r\n%b\r\n" % (name, headers)
        + content
        + b"\r\n"
    )


END = b"--b--\r\n"
PARTS = (
    b"",
    b"--b",
    b"--b--",
    b"b",
    b"--b\r\n\r\n",
    b"--b\r\nContent-Disposition: form-data\r\n\r\na\r\n" + END,
    b"--b\r\nContent-Disposition: \xff\r\n\r\na\r\n" + END,
    b"--b\r\nNonsense\r\n\r\na\r\n" + END,
    b"--b\n\nContent-Disposition: form-data; name=a\n\na\n--b--",
    part(),
    part(b'name="\x00"') + END,
    part(b'name="\xff\xfe"') + END,
    part(b"name=") + END,
    part(b"name*=utf-8''%00%ff") + END,
    part(b"name*=nonsense''a") + END,
    part(b"name*=utf-8") + END,
    part(b'name="' + b"a" * 100_000 + b'"') + END,
    part(b'name="username"', b"\xff\xfe\x00") + END,
    part(b'name="username"', b"a" * 100_000) + END,
    part(b'name="username"', b"\xff", b"Content-Transfer-Encoding: base64\r\n") + END,
    part(b'name="username"', b"a", b"Content-Transfer-Encoding: base64\r\n") + END,
    part(b'name="username"', b"a", b"Content-Type: text/plain; charset=zlib\r\n") + END,
    part(b'name="username"', b"a", b"Content-Length: -1\r\n") + END,
    part(b'name="f"; filename="\x00"') + END,
    part(b'name="f"; filename="a\x00.webp"') + END,
    part(b'name="f"; filename="../../../etc/passwd"') + END,
    part(b'name="f"; filename=".."') + END,
    part(b'name="f"; filename="\xff\xfe.webp"') + END,
    part(b"name=f; filename*=utf-8''%00%2e%2e%2f") + END,
    part(b"name=f; filename*=hex''61") + END,
    part(b'name="f"; filename="' + b"a" * 10_000 + b'.webp"') + END,
    part(b'name="f"; filename="a"', b"a", b"Content-Type: \xff/\x00\r\n") + END,
    part(b'name="f"; filename="a"', b"a", b"Content-Length: abc\r\n") + END,
    part(headers=b"X-A: " + b"a" * 100_000 + b"\r\n") + END,
    part(headers=b"".join(b"X-%d: a\r\n" % n for n in range(5_000))) + END,
)
TYPES = (
    *("multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed"),
    *(
        "multipart/form-data; boundary=" + "b" * 300,
        "multipart/form-data; boundary=\xff",
    ),
    *(
        'multipart/form-data; boundary="',
        "multipart/form-data; boundary=b b",
        "\0",
        "/",
    ),
    *("multipart/form-data; boundary*=utf-8''%ff", "text/plain", "", "a" * 100_000),
)


@pytest.fixture(params=["nobody", "superuser"])
def doors(request):
    """Where bodies are read: of everybody at the sign-in, and of staff everywhere."""
    if request.param == "nobody":
        return request.getfixturevalue("client"), [LOGIN]
    return request.getfixturevalue("admin_client"), [
        *("/admin/articles/article/add/", "/admin/statistics/stattable/add/"),
        *("/admin/library/image/add/", "/admin/articles/article/"),
        *(reverse("markdownx_upload"), reverse("markdownx_markdownify")),
        *("/admin/zone/", "/admin/trash/", reverse("presence")),
        "/admin/articles/article/add/preview/",
    ]


@pytest.fixture
def unchanged(world, doors):
    """Fails if anything is stored or changed by the end of the test."""
    before = all_rows()
    yield
    assert all_rows() == before


def send_all(doors, bodies, **headers):
    """Each of (body, type) to the first door, and to a third of the others in turn.

    Django reads it for all of them before a page is asked, by the same code.
    """
    client, [first, *others] = doors
    for number, (body, content_type) in enumerate(bodies):
        some = client, [first, *share(others, number, 3)]
        list(send(some, body, content_type, **headers))


def send(doors, body, content_type, **headers):
    client, addresses = doors
    # Or the rates would be what refuses us.
    cache.clear()
    end_all_waits()
    for address in addresses:
        response = client.generic("POST", address, body, content_type, **headers)
        assert response.status_code in (200, 302, 400, 403, 404, 413), address
        if response.status_code >= 400:
            assert has_clear_page(response), (address, response.status_code)
        yield response


@pytest.mark.usefixtures("unchanged")
class TestBody:
    def test_form_that_is_none(self, doors):
        for content_type in (FORM, MULTIPART):
            send_all(doors, [(body, content_type) for body in FORMS])

    def test_malformed_multipart(self, doors):
        send_all(doors, [(body, MULTIPART) for body in PARTS])

    def test_type_that_makes_no_sense(self, doors):
        send_all(doors, [(part() + END, content_type) for content_type in TYPES])

    def test_too_many_fields(self, doors):
        for response in send(doors, b"a=1&" * 1_100, FORM):
            assert response.status_code in (400, 404, 413)

    def test_too_many_files(self, doors):
        files = part(b'name="f"; filename="a.webp"') * 11
        for response in send(doors, files + END, MULTIPART):
            assert response.status_code in (400, 404, 413)

    def test_field_that_is_too_long(self, doors):
        text = b"a" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
        for body, kind in ((b"a=" + text, FORM), (part(content=text) + END, MULTIPART)):
            for response in send(doors, body, kind):
                assert response.status_code in (404, 413)

    def test_body_longer_than_anything_we_take(self, doors):
        length = str(settings.MAX_REQUEST_BYTES + 1)
        for response in send(doors, b"a=1", FORM, CONTENT_LENGTH=length):
            assert response.status_code == 413

    def test_lying_length(self, doors):
        for length in (*LENGTHS, "9" * 30, "10", "3", "0"):
            bodies = [(b"username=a&password=b", FORM), (part() + END, MULTIPART)]
            send_all(doors, bodies, CONTENT_LENGTH=length)


class TestRawBody:
    """As a server hands it over, without a token: nothing but a refusal."""

    def test_lying_length(self, wsgi):
        for length in (*LENGTHS, "9" * 30, "1000", "3"):
            answer = wsgi(LOGIN, "POST", b"username=a", CONTENT_LENGTH=length)
            assert answer.status_code in (400, 403, 413)
            assert has_clear_page(answer)

    def test_client_that_hangs_up(self, wsgi):
        class HungUp(io.BytesIO):
            def read(self, *args):
                raise ConnectionResetError

        for kind in (FORM, MULTIPART):
            answer = wsgi(
                LOGIN,
                "POST",
                CONTENT_TYPE=kind,
                CONTENT_LENGTH="100",
                **{"wsgi.input": HungUp()},
            )
            assert answer.status_code in (400, 403)

    def test_length_of_a_page_that_is_only_read(self, wsgi, world):
        for length in (*LENGTHS, "3", "1000"):
            answer = wsgi("/", body=b"a=b", CONTENT_LENGTH=length, CONTENT_TYPE=FORM)
            assert answer.status_code == (200 if length in ("", "3", "1000") else 400)
        assert wsgi("/", CONTENT_LENGTH="9" * 30).status_code == 413

    def test_page_asked_for_in_another_alphabet_is_the_same(self, wsgi, world):
        page = wsgi("/?page=1").content
        for charset in CHARSETS:
            for kind in (FORM, "multipart/form-data", ""):
                answer = wsgi("/?page=1", CONTENT_TYPE=f"{kind}; {charset}")
                assert (answer.status_code, answer.content) == (200, page), charset

    def test_form_in_another_alphabet_is_none(self, wsgi):
        for charset in CHARSETS:
            for kind in (FORM, MULTIPART):
                answer = wsgi(
                    LOGIN, "POST", b"username=a", CONTENT_TYPE=f"{kind}; {charset}"
                )
                assert answer.status_code in (400, 403), charset
                assert has_clear_page(answer), charset
