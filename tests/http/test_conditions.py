"""Test conditions and ranges of uploads and downloads, as they go over the wire."""

import pytest

from tests.factories import StatTableFactory
from tests.library import files
from tests.library.helpers import stored
from tests.wsgi import call

pytestmark = pytest.mark.django_db
OTHERS = '"other"'


@pytest.fixture(params=["upload", "download"])
def path(request):
    if request.param == "upload":
        return stored(files.photo()).url
    return StatTableFactory().get_absolute_url().rstrip("/") + ".csv"


@pytest.fixture
def no_memory(monkeypatch):
    """Straight to Django, as for somebody who has a session."""
    from careerguide.wsgi import django_application

    return lambda path, method="GET", **sent: call(
        path, method, application=django_application, **sent
    )


class TestConditions:
    def test_unchanged_says_nothing_of_a_length(self, no_memory, path):
        whole = no_memory(path)
        answer = no_memory(path, HTTP_IF_NONE_MATCH=whole.headers["etag"])
        assert answer.status == 304 and answer.body == b""
        assert "content-length" not in answer.headers
        assert answer.headers["etag"] == whole.headers["etag"]
        assert answer.headers["cache-control"] == whole.headers["cache-control"]

    @pytest.mark.parametrize("method", ["GET", "HEAD"])
    def test_refusal_is_not_kept(self, no_memory, path, method):
        answer = no_memory(path, method, HTTP_IF_MATCH=OTHERS)
        assert answer.status == 412 and answer.body == b""
        assert "cache-control" not in answer.headers

    def test_the_same_is_sent(self, no_memory, path):
        tag = no_memory(path).headers["etag"]
        assert no_memory(path, HTTP_IF_MATCH=tag).status == 200


class TestRange:
    @pytest.fixture
    def whole(self):
        self.path = stored(files.photo()).url
        return call(self.path)

    def test_is_offered(self, whole):
        assert whole.headers["accept-ranges"] == "bytes"

    @pytest.mark.parametrize(
        ("asked", "part"),
        [
            ("bytes=0-0", slice(0, 1)),
            ("bytes=10-19", slice(10, 20)),
            ("bytes=-5", slice(-5, None)),
            ("bytes=20-", slice(20, None)),
        ],
    )
    def test_part_is_sent(self, whole, asked, part):
        answer = call(self.path, HTTP_RANGE=asked)
        assert answer.status == 206 and answer.body == whole.body[part]
        assert answer.headers["content-length"] == str(len(answer.body))
        first = len(whole.body[: part.start]) if part.start else 0
        last = first + len(answer.body) - 1
        content_range = f"bytes {first}-{last}/{len(whole.body)}"
        assert answer.headers["content-range"] == content_range
        assert answer.headers["content-type"] == "image/webp"
        assert "immutable" in answer.headers["cache-control"]

    def test_beyond_the_end_is_416(self, whole):
        answer = call(self.path, HTTP_RANGE="bytes=99999999-")
        assert answer.status == 416
        assert answer.headers["content-range"] == f"bytes */{len(whole.body)}"
        assert "cache-control" not in answer.headers

    @pytest.mark.parametrize(
        "sent",
        [
            {"HTTP_RANGE": "pages=1"},
            {"HTTP_RANGE": "bytes=0-1,3-4"},
            {"HTTP_RANGE": "bytes=0-1", "HTTP_IF_RANGE": OTHERS},
            {"HTTP_RANGE": "bytes=0-1", "REQUEST_METHOD": "HEAD"},
        ],
    )
    def test_otherwise_it_is_the_whole(self, whole, sent):
        answer = call(self.path, **sent)
        assert answer.status == 200
        assert answer.headers["content-length"] == str(len(whole.body))

    def test_of_the_bytes_that_somebody_has(self, whole):
        sent = {"HTTP_RANGE": "bytes=0-1", "HTTP_IF_RANGE": whole.headers["etag"]}
        assert call(self.path, **sent).status == 206
