"""Test which pages are compressed, and in which encoding."""

import gzip

import brotli
import pytest
from django.conf import settings

from careerguide.http.compression import chosen_encoding
from tests.factories import ArticleFactory, StatTableFactory
from tests.wsgi import call, cookie_of

pytestmark = pytest.mark.django_db
DECODERS = {"br": brotli.decompress, "gzip": gzip.decompress}


def ask(path, encoding, **environ):
    return call(path, HTTP_ACCEPT_ENCODING=encoding, **environ)


class TestPublicPage:
    @pytest.mark.parametrize("encoding", DECODERS)
    @pytest.mark.parametrize("suffix", ["", ".json", ".svg"])
    def test_is_the_same_when_it_is_unpacked(self, encoding, suffix):
        path = StatTableFactory().get_absolute_url()
        path = path.rstrip("/") + suffix if suffix else path
        packed, plain = ask(path, encoding), ask(path, "")
        assert packed.headers["content-encoding"] == encoding
        assert packed.headers["content-length"] == str(len(packed.body))
        assert DECODERS[encoding](packed.body) == plain.body
        assert len(packed.body) < len(plain.body) / 1.5

    def test_says_that_caches_keep_both(self):
        path = ArticleFactory().get_absolute_url()
        for encoding in ("br", ""):
            assert "Accept-Encoding" in ask(path, encoding).headers["vary"]

    def test_that_is_missing_is_packed_too(self):
        missing = ask("/no-such-page/", "gzip")
        assert missing.status == 404
        assert b"There is no page here" in gzip.decompress(missing.body)

    def test_of_a_few_bytes_is_not(self):
        assert "content-encoding" not in ask("/robots.txt", "br").headers


class TestPageForOne:
    def test_who_is_signed_in_is_not_packed(self, admin_client):
        path = ArticleFactory().get_absolute_url()
        answer = ask(path, "br", HTTP_COOKIE=cookie_of(admin_client))
        assert "content-encoding" not in answer.headers

    def test_with_any_session_is_not(self):
        cookie = f"{settings.SESSION_COOKIE_NAME}=x"
        answer = ask("/articles/", "br", HTTP_COOKIE=cookie)
        assert "content-encoding" not in answer.headers

    def test_that_sets_a_cookie_is_not(self):
        answer = ask("/admin/login/", "br")
        assert answer.status == 200 and "content-encoding" not in answer.headers

    def test_of_feedback_is_not(self):
        answer = ask(
            "/feedback/",
            "br",
            method="POST",
            body=b"helpful=yes&page=/no/",
            CONTENT_TYPE="application/x-www-form-urlencoded",
            HTTP_ORIGIN="http://localhost",
        )
        assert answer.status in (403, 404) and "<h1" in answer.text


class TestChoice:
    @pytest.mark.parametrize(
        ("accepted", "chosen"),
        [
            ("gzip, deflate, br, zstd", "br"),
            ("GZIP", "gzip"),
            ("br;q=0, gzip;q=0.5", "gzip"),
            ("br; q=0.0,gzip ;q=0", ""),
            ("identity", ""),
            ("*", ""),
            (";;,=,q=0,br;q=é", "br"),
            ("br" * 10_000, ""),
        ],
    )
    def test_is_the_best_that_is_taken(self, accepted, chosen):
        assert chosen_encoding(accepted) == chosen
