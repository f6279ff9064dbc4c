"""Test environment variables with values that are not valid."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from careerguide.env_values import Env, mark, redis_url, site_url, time_zone
from tests.each import each


@pytest.fixture
def env(monkeypatch):
    """Reads NAME, set to a text: ``env("ja").bool("NAME", default=False)``."""

    def named(text):
        monkeypatch.setenv("NAME", text)
        return Env()

    return named


class TestBool:
    @pytest.mark.parametrize("text", ["true", "True", "YES", "on", " 1 ", "y"])
    def test_true(self, env, text):
        assert env(text).bool("NAME", default=False) is True

    @pytest.mark.parametrize("text", ["false", "No", "OFF", "0", "n"])
    def test_false(self, env, text):
        assert env(text).bool("NAME", default=True) is False

    @pytest.mark.parametrize("text", ["", "  "])
    def test_empty_is_the_default(self, env, text):
        assert env(text).bool("NAME", default=True) is True

    @pytest.mark.parametrize("text", ["ja", "2", "wahr", "tru", "None", "$DEBUG", "-1"])
    def test_any_other_word_is_named(self, env, text):
        with pytest.raises(ImproperlyConfigured, match="NAME is .* true or false"):
            env(text).bool("NAME", default=False)


class TestInt:
    @pytest.mark.parametrize(("text", "number"), [("7", 7), (" 0 ", 0), ("", 3)])
    def test_number(self, env, text, number):
        assert env(text).int("NAME", default=3) == number

    @pytest.mark.parametrize(
        "text", ["viel", "-1", "1.5", "1e3", "٣", "0x10", "1_000", "9" * 5000, "64 MB"]
    )
    def test_what_is_none_is_named(self, env, text):
        with pytest.raises(ImproperlyConfigured, match="NAME is .*number from 0"):
            env(text).int("NAME", default=3)

    def test_limits_are_told(self, env):
        with pytest.raises(ImproperlyConfigured, match="from 1 to 64"):
            env("65").int("NAME", default=3, least=1, most=64)


class TestText:
    def test_stands_for_itself(self, env):
        assert env("$HOME/x").text("NAME") == "$HOME/x"

    def test_empty_path_is_the_default(self, env, tmp_path):
        assert env(" ").path("NAME", default=tmp_path) == tmp_path


class TestHosts:
    def test_are_separated_by_commas(self, env):
        names = "a.example, .b.example,127.0.0.1,[::1],*,"
        assert env(names).hosts("NAME", default=[]) == [
            *("a.example", ".b.example", "127.0.0.1", "[::1]", "*")
        ]

    @pytest.mark.parametrize(
        "text", ["https://a.example", "a.example:8000", "a b", "a.example/x", "::1"]
    )
    def test_what_is_none_is_named(self, env, text):
        with pytest.raises(ImproperlyConfigured, match="NAME holds .* names of hosts"):
            env(text).hosts("NAME", default=[])


@pytest.mark.parametrize(
    "url",
    ["https://a.example", "http://a:8000", "http://[::1]:80", "https://bücher.example"],
)
def test_address_of_a_site(url):
    assert site_url(f"{url}/") == url


@each(
    "url",
    [
        *("a.example", "ftp://a.example", "https://", "https://a b", "https://a/path"),
        *("https://a:0", "https://a:99999", "https://a:http", "https://a:", "//a"),
        *("https://u:p@a", "https://a?x=1", "https://a#b", "https://[::1", "HTTPS://a"),
        *("https:/a.example", "https://a\\b", "javascript:alert(1)", "https://[x]"),
    ],
)
def test_what_is_no_address_of_a_site_is_named(url):
    with pytest.raises(ImproperlyConfigured, match="SITE_URL is .* the whole address"):
        site_url(url)


@pytest.mark.parametrize(
    "url",
    [
        *("", "redis://host", "redis://:word@host:6379/0", "rediss://u:p@host:1/2"),
        *("unix:///run/redis.sock", "unix:///run/redis.sock?db=1", "redis://[::1]/0"),
    ],
)
def test_address_of_redis(url):
    assert redis_url(url) == url


@each(
    "url",
    [
        *("host:6379", "http://secret@host", "redis:host", "redis://", "redis:///0"),
        *("redis://:secret@host:x", "redis://:secret@host:99999", "redis://host/name"),
        *("redis://:se/cret@host:1", "unix://host/x", "unix://", "redis://ho st:1"),
        *("redis://:secret@host:0", "memcached://host"),
    ],
)
def test_what_is_none_is_named_and_not_told(url):
    with pytest.raises(ImproperlyConfigured, match="REDIS_URL .*redis://host") as error:
        redis_url(url)
    assert "secret" not in str(error.value) and "se/cret" not in str(error.value)


@pytest.mark.parametrize("name", ["Mars/Base", "Berlin", "../etc/passwd", "UTC+1", "/"])
def test_zone_that_is_not_known_is_named(name):
    with pytest.raises(ImproperlyConfigured, match="TIME_ZONE is .* Europe/London"):
        time_zone(name)


@pytest.mark.parametrize("text", ["<>&", "ABCD", "A B"])
def test_mark_that_is_none_is_refused(text):
    with pytest.raises(ImproperlyConfigured, match="SITE_MARK is .* letters or digits"):
        mark("SITE_MARK", text)
