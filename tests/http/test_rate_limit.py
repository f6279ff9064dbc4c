"""Test counting how often somebody asks, with Redis and without it."""

from types import SimpleNamespace

import pytest

from careerguide.http import rate_limit


@pytest.fixture(autouse=True)
def later(monkeypatch):
    """A clock that stands still until it is told: ``later(seconds)``."""
    now = [60_000.0]
    monkeypatch.setattr(rate_limit, "time", SimpleNamespace(time=lambda: now[0]))

    def pass_by(seconds):
        now[0] += seconds

    return pass_by


def count(times, what="bees"):
    return [rate_limit.count(what, 3600) for _ in range(times)]


def test_counts_each_by_itself():
    assert count(3) == [1, 2, 3]
    assert count(1, "wasps") == [1]


def test_begins_again_with_each_period(later):
    count(3)
    later(3600)
    assert count(1) == [1]


def test_counts_in_redis_where_there_is_one(redis):
    assert count(2) == [1, 2]
    with redis.client() as client:
        [key] = client.keys()
        assert client.get(key) == "2"


def test_counts_alone_while_redis_fails(failing_redis):
    assert count(3) == [1, 2, 3]
