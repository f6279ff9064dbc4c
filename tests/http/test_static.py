"""Test static files, through the middleware that serves them."""

import gzip

import brotli
import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from careerguide.http.static import StaticFiles
from tests.wsgi import connections_left_open

SHEET = b"a { color: red }\n" * 100
PACKED = {"": SHEET, "gzip": gzip.compress(SHEET), "br": brotli.compress(SHEET)}


@pytest.fixture
def ask(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    settings.STATIC_ROOT.mkdir()
    for suffix, encoding in (("", ""), (".gz", "gzip"), (".br", "br")):
        (settings.STATIC_ROOT / f"site.css{suffix}").write_bytes(PACKED[encoding])
    (settings.STATIC_ROOT / "one.woff2").write_bytes(b"0123456789")
    served = StaticFiles(lambda request: HttpResponse("not static", status=404))

    def run(path="/static/site.css", method="GET", encoding="", **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        request = RequestFactory().generic(
            method, path, headers={"Accept-Encoding": encoding, **headers}
        )
        response = served(request)
        response.body = b"".join(response) if response.streaming else response.content
        with connections_left_open():
            response.close()
        return response

    return run


class TestEncodings:
    @pytest.mark.parametrize("encoding", PACKED)
    def test_each_is_sent_with_its_own_tag(self, ask, encoding):
        response = ask(encoding=encoding)
        assert response.body == PACKED[encoding]
        assert response.headers.get("Content-Encoding", "") == encoding
        assert response.headers["Content-Length"] == str(len(PACKED[encoding]))
        assert response.headers["Vary"] == "Accept-Encoding"

    def test_tags_are_strong_and_differ(self, ask):
        tags = [ask(encoding=encoding).headers["ETag"] for encoding in PACKED]
        assert len({*tags}) == 3
        assert all(tag.startswith('"') for tag in tags)

    def test_one_that_is_refused_is_not_sent(self, ask):
        response = ask(encoding="br;q=0, gzip")
        assert response.headers["Content-Encoding"] == "gzip"
        assert "Content-Encoding" not in ask(encoding="gzip;q=0,br;q=0").headers
        assert ask(encoding="identity;q=0, *").headers["Content-Encoding"] in PACKED

    @pytest.mark.parametrize(
        "encoding", ["*;q=0", "identity;q=0", "identity;q=0, zstd"]
    )
    def test_nothing_is_sent_where_all_are_refused(self, ask, encoding):
        response = ask(encoding=encoding)
        assert response.status_code == 406
        assert response.headers["Vary"] == "Accept-Encoding"

    def test_file_with_one_encoding_is_sent_whatever_is_refused(self, ask):
        assert ask("/static/one.woff2", encoding="identity;q=0").body == b"0123456789"


class TestConditions:
    @pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', '"a" , W/{}', "*"])
    @pytest.mark.parametrize("encoding", PACKED)
    def test_who_has_it_is_told_so(self, ask, form, encoding):
        tag = ask(encoding=encoding).headers["ETag"]
        again = ask(encoding=encoding, If_None_Match=form.format(tag))
        assert (again.status_code, again.body) == (304, b"")
        assert again.headers["ETag"] == tag
        assert again.headers["Vary"] == "Accept-Encoding"
        assert "Content-Length" not in again.headers
        assert "Content-Encoding" not in again.headers

    def test_who_has_another_encoding_gets_this_one(self, ask):
        tag = ask(encoding="gzip").headers["ETag"]
        assert ask(encoding="br", If_None_Match=tag).status_code == 200

    def test_date_counts_where_there_is_no_tag(self, ask):
        changed = ask().headers["Last-Modified"]
        assert ask(If_Modified_Since=changed).status_code == 304
        known = ask(If_Modified_Since=changed, If_None_Match='"other"')
        assert known.status_code == 200

    def test_change_that_is_for_other_bytes_is_refused(self, ask):
        assert ask(If_Match='"other"').status_code == 412


class TestRanges:
    @pytest.mark.parametrize("encoding", PACKED)
    @pytest.mark.parametrize(
        ("asked", "part"),
        [("bytes=0-0", slice(0, 1)), ("bytes=3-9", slice(3, 10)), ("bytes=-5", None)],
    )
    def test_part_is_of_what_is_sent_whole(self, ask, encoding, asked, part):
        whole = PACKED[encoding]
        response = ask(encoding=encoding, Range=asked)
        assert response.status_code == 206
        assert response.body == (whole[part] if part else whole[-5:])
        assert response.headers["Content-Length"] == str(len(response.body))
        assert response.headers["Content-Range"].endswith(f"/{len(whole)}")
        assert response.headers["ETag"] == ask(encoding=encoding).headers["ETag"]

    def test_part_that_is_not_there_is_416(self, ask):
        response = ask(Range="bytes=99999-")
        assert response.status_code == 416
        assert response.headers["Content-Range"] == f"bytes */{len(SHEET)}"

    @pytest.mark.parametrize("asked", ["bytes=5-4", "bytes=0-1,4-5", "lines=0-1", "x"])
    def test_what_means_nothing_is_ignored(self, ask, asked):
        assert ask(Range=asked).body == SHEET

    def test_part_of_other_bytes_is_not_wanted(self, ask):
        tag = ask().headers["ETag"]
        assert ask(Range="bytes=0-1", If_Range=tag).status_code == 206
        assert ask(Range="bytes=0-1", If_Range='"other"').status_code == 200
        assert ask(Range="bytes=0-1", If_Range=f"W/{tag}").status_code == 200
        other = ask(encoding="gzip", Range="bytes=0-1", If_Range=tag)
        assert other.status_code == 200

    def test_who_has_it_gets_no_part(self, ask):
        tag = ask().headers["ETag"]
        assert ask(Range="bytes=0-1", If_None_Match=tag).status_code == 304


class TestHead:
    @pytest.mark.parametrize("encoding", [*PACKED, "*;q=0"])
    @pytest.mark.parametrize("headers", [{}, {"If_None_Match": "*"}])
    def test_says_what_get_says(self, ask, encoding, headers):
        got, told = (
            ask(method=m, encoding=encoding, **headers) for m in ("GET", "HEAD")
        )
        assert told.status_code == got.status_code
        assert told.headers == got.headers

    def test_has_no_parts(self, ask):
        told = ask(method="HEAD", Range="bytes=0-1")
        assert (told.status_code, told.body) == (200, b"")
        assert told.headers["Content-Length"] == str(len(SHEET))


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "FOO", "PROPFIND", "TRACE", "OPTIONS"]
)
def test_other_methods_are_told_what_there_is(ask, method):
    response = ask(method=method)
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")
