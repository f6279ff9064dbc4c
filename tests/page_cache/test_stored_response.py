"""Test a stored page: its encodings, their ETags, and 304."""

import gzip

import brotli
import pytest

from careerguide.http.compression import ENCODERS
from careerguide.page_cache.stored_response import Page

LONG = b"<p>Bees sleep at night.</p>\n" * 100
DECODERS = {"": bytes, "br": brotli.decompress, "gzip": gzip.decompress}


def ask(page, encoding="", method="GET", **environ):
    started = []
    environ = {"REQUEST_METHOD": method, "HTTP_ACCEPT_ENCODING": encoding, **environ}
    body = b"".join(
        page.answer(environ, lambda *arguments: started.append(arguments), 0)
    )
    [(status, headers)] = started
    return int(status[:3]), dict(headers), body


@pytest.fixture
def page():
    return Page([("Content-Type", "text/html; charset=utf-8")], LONG, 0)


@pytest.fixture
def short():
    return Page([("Content-Type", "text/plain")], b"Bees.", 0)


class TestEncoding:
    @pytest.mark.parametrize(
        ("header", "encoding"),
        [
            ("gzip, br", "br"),
            ("br;q=0, gzip", "gzip"),
            ("gzip;q=0, br;q=0", ""),
            ("identity;q=0, *", "br"),
            ("identity;q=0, br;q=0, *", "gzip"),
            ("identity, gzip;q=0.1", ""),
        ],
    )
    def test_is_one_that_is_taken(self, page, header, encoding):
        status, headers, body = ask(page, header)
        assert (status, headers.get("Content-Encoding", "")) == (200, encoding)
        assert DECODERS[encoding](body) == LONG

    @pytest.mark.parametrize("header", ["*;q=0", "identity;q=0", "identity;q=0, zstd"])
    def test_that_is_not_there_is_said(self, page, short, header):
        for each in (page, short):
            assert ask(each, header)[0] == 406

    def test_of_a_short_page_is_as_it_is_unless_that_is_refused(self, short):
        assert "Content-Encoding" not in ask(short, "gzip, br")[1]
        _, headers, body = ask(short, "identity;q=0, gzip")
        assert gzip.decompress(body) == b"Bees."
        assert headers["ETag"] != ask(short)[1]["ETag"]

    def test_of_what_is_packed_itself_is_nobodys_choice(self):
        picture = Page([("Content-Type", "image/png")], b"PNG", 0)
        assert ask(picture, "identity;q=0")[2] == b"PNG"


class TestTag:
    def test_is_another_for_each_encoding(self, page):
        tags = {ask(page, encoding)[1]["ETag"] for encoding in ("", *ENCODERS)}
        assert len(tags) == 3

    @pytest.mark.parametrize(
        "form", ["{}", "W/{}", '"a", {}', 'W/"b",W/{} ,"c"', " * "]
    )
    @pytest.mark.parametrize("encoding", ["", "br", "gzip"])
    def test_tells_who_has_the_page(self, page, form, encoding):
        tag = ask(page, encoding)[1]["ETag"]
        status, headers, body = ask(page, encoding, HTTP_IF_NONE_MATCH=form.format(tag))
        assert (status, headers["ETag"], body) == (304, tag, b"")

    @pytest.mark.parametrize(
        "form", ['"{0}x"', '"x{0}"', "{0}", '"{0}-br"', "W/", "**"]
    )
    def test_of_other_bytes_tells_nothing(self, page, form):
        bare = ask(page)[1]["ETag"].strip('"')
        assert ask(page, HTTP_IF_NONE_MATCH=form.format(bare))[0] == 200


class TestPrecondition:
    """Whoever asks for one version only does not get another."""

    @pytest.mark.parametrize("method", ["GET", "HEAD"])
    @pytest.mark.parametrize("encoding", ["", "br", "gzip"])
    @pytest.mark.parametrize("form", ['"other"', '"a", "b"', "W/{}", "nonsense"])
    def test_of_another_is_refused(self, page, method, encoding, form):
        tag = form.format(page.tags[encoding])
        status, headers, body = ask(page, encoding, method, HTTP_IF_MATCH=tag)
        assert (status, body) == (412, b"")
        assert "Cache-Control" not in headers

    @pytest.mark.parametrize("form", ["{}", '"other", {}', "*", " * "])
    def test_of_this_one_is_met(self, page, form):
        assert ask(page, HTTP_IF_MATCH=form.format(page.tags[""]))[0] == 200

    def test_comes_before_the_question_what_is_known(self, page):
        sent = {"HTTP_IF_MATCH": '"other"', "HTTP_IF_NONE_MATCH": page.tags[""]}
        assert ask(page, **sent)[0] == 412

    @pytest.mark.parametrize(
        ("date", "status"),
        [
            ("Thu, 01 Jan 1970 00:00:00 GMT", 412),
            ("Fri, 02 Jan 1970 00:00:00 GMT", 200),
            ("Sat, 03 Jan 1970 00:00:00 GMT", 200),
            ("nonsense", 200),
        ],
    )
    def test_of_a_date(self, date, status):
        page = Page([("Content-Type", "text/html")], LONG, 86_400)
        started = []
        sent = {"REQUEST_METHOD": "GET", "HTTP_IF_UNMODIFIED_SINCE": date}
        page.answer(sent, lambda *arguments: started.append(arguments), 90_000)
        assert started[0][0].startswith(str(status))


@pytest.mark.parametrize("encoding", ["", "br", "gzip"])
def test_head_says_what_get_says(page, encoding):
    _, headers, body = ask(page, encoding)
    assert ask(page, encoding, "HEAD") == (200, headers, b"")
    assert headers["Content-Length"] == str(len(body))


class TestPacked:
    """A page that is read for a while, in fewer bytes."""

    TEXT = b"".join(
        b"<p>Bee %d flies to flower %d.</p>" % (n, n * n) for n in range(999)
    )

    @pytest.fixture
    def page(self):
        page = Page([("Content-Type", "text/html")], self.TEXT, 0)
        self.before = ask(page, "br")
        page.put_packed(page.pack())
        return page

    def test_is_the_same_page(self, page):
        _, headers, body = ask(page, "br")
        assert brotli.decompress(body) == self.TEXT
        assert len(body) < len(self.before[2]) and page.is_packed
        assert headers["Content-Length"] == str(len(body))

    def test_has_a_tag_of_its_own_and_is_known_by_the_one_before(self, page):
        tag, before = ask(page, "br")[1]["ETag"], self.before[1]["ETag"]
        assert tag != before
        for known in (tag, before):
            status, headers, _ = ask(page, "br", HTTP_IF_NONE_MATCH=known)
            assert (status, headers["ETag"]) == (304, tag)

    def test_takes_less_memory(self, page):
        before = Page([("Content-Type", "text/html")], self.TEXT, 0).bytes
        assert before - page.bytes == len(self.before[2]) - len(ask(page, "br")[2])


def test_plain_bytes_are_not_kept_beside_packed_ones(page):
    kept = [body for _, body in page.answers.values() if body is not None]
    assert sum(map(len, kept)) < len(LONG) and page.content == ask(page)[2] == LONG
