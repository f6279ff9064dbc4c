"""Test the cache that may fail: nobody waits for it long, and nobody often."""

import os
import pickle
import socketserver
import threading
from types import SimpleNamespace

import pytest
from django.core.cache import caches

from careerguide.caching import redis as shared_cache
from careerguide.caching.redis import REST, SharedCache


@pytest.fixture
def later(monkeypatch):
    """A clock that stands still until it is told: ``later(seconds)``."""
    now = [60_000.0]
    monkeypatch.setattr(shared_cache, "time", SimpleNamespace(monotonic=lambda: now[0]))

    def pass_by(seconds):
        now[0] += seconds

    return pass_by


@pytest.fixture
def cache(tmp_path):
    """Of a Redis that is not there."""
    return SharedCache(f"unix://{tmp_path}/none", {})


@pytest.fixture
def asked(cache, monkeypatch):
    """What Redis is asked for, in order; it answers nothing."""
    names = []

    def fail(key, *rest, **named):
        names.append(key)
        raise ConnectionError

    for name in ("add", "get", "incr"):
        monkeypatch.setattr(cache._redis, name, fail)
    return names


@pytest.fixture
def nonsense(tmp_path):
    """A server that is no Redis, and how many `connections` it got."""

    class Answer(socketserver.BaseRequestHandler):
        def handle(self):
            self.server.connections += 1
            self.request.recv(100)
            self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    address = tmp_path / "socket"
    with socketserver.UnixStreamServer(str(address), Answer) as server:
        server.url, server.connections = f"unix://{address}", 0
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class TestWhatRedisKeeps:
    def test_has_a_prefix_and_an_end(self, redis, settings):
        caches["default"].add("bees", 1, timeout=60)
        with redis.client() as client:
            [key] = client.keys()
            assert key.startswith(settings.SITE_URL)
            assert 0 < client.ttl(key) <= 60

    def test_is_the_same_for_all(self, redis):
        caches["default"].set("bees", {"hives": [1, "two"]})
        found = []
        other = threading.Thread(
            target=lambda: found.append(caches["default"].get("bees"))
        )
        other.start()
        other.join()
        assert found == [{"hives": [1, "two"]}]

    def test_is_never_run(self, redis, tmp_path):
        class Dangerous:
            def __reduce__(self):
                return os.mkdir, (tmp_path / "run",)

        with redis.client() as client:
            client.set(caches["default"].make_key("bees"), pickle.dumps(Dangerous()))
        assert caches["default"].get("bees") is None
        assert not (tmp_path / "run").exists()


class TestRedisThatFails:
    def test_is_done_without(self, failing_redis):
        cache = caches["default"]
        assert cache.add("bees", 1)
        assert [cache.incr("bees"), cache.incr("bees")] == [2, 3]
        assert cache.get("bees") == 3
        assert cache.touch("bees")
        assert cache.delete("bees")

    def test_is_asked_again_after_a_rest(self, cache, asked, later):
        for key in "abc":
            cache.get(key)
        later(REST)
        for key in "def":
            cache.get(key)
        assert asked == ["a", "d"]

    def test_keeps_one_waiting_and_not_all(self, cache, asked, later, monkeypatch):
        cache.get("a")
        later(REST)
        ask = cache._redis.get

        def get(key):
            if key == "b":  # while this one waits, another comes
                cache.get("c")
            return ask(key)

        monkeypatch.setattr(cache._redis, "get", get)
        cache.get("b")
        assert asked == ["a", "b"]

    def test_is_said_once_and_once_that_it_works(self, redis, later, caplog):
        cache = caches["default"]
        redis.stop()
        for _ in range(3):
            cache.get("bees")
            later(REST)
        redis.start()
        for _ in range(3):
            cache.get("bees")
        messages = [
            r.getMessage() for r in caplog.records if r.name == shared_cache.__name__
        ]
        assert [text.partition(",")[0] for text in messages] == [
            "Redis fails",
            "Redis works again",
        ]

    def test_counts_on_when_it_works_again(self, redis, later, monkeypatch):
        monkeypatch.setitem(shared_cache.CONNECTION, "socket_timeout", 0.1)
        cache = caches["default"]
        cache.set("bees", 5)
        redis.pause()
        assert cache.get("bees") is None
        cache.set("bees", 1)
        redis.go_on()
        assert cache.incr("bees") == 2
        later(REST)
        assert cache.incr("bees") == 6

    def test_that_is_slow_is_left_alone(self, cache, later, monkeypatch):
        def get(key):
            later(shared_cache.TOO_SLOW + 0.1)
            return "late"

        monkeypatch.setattr(cache._redis, "get", get)
        assert [cache.get("bees"), cache.get("bees")] == ["late", None]

    def test_that_talks_nonsense_is_asked_once(self, nonsense):
        cache = SharedCache(nonsense.url, {})
        assert cache.add("bees", 1)
        assert cache.incr("bees") == 2
        assert nonsense.connections == 1


def test_number_that_is_not_there_is_no_failure(redis, caplog):
    with pytest.raises(ValueError):
        caches["default"].incr("bees")
    assert not caplog.records
