"""Counting, with the cache and without it."""

from types import SimpleNamespace

import pytest
from django.core.cache import cache

from careerguide.delivery import rates


@pytest.fixture(autouse=True)
def later(monkeypatch):
    """A clock that stands still until it is told: ``later(seconds)``."""
    now = [60_000.0]
    clock = SimpleNamespace(time=lambda: now[0], monotonic=lambda: now[0])
    monkeypatch.setattr(rates, "time", clock)
    monkeypatch.setattr(rates, "_asked_again_at", 0.0)
    rates._own.clear()

    def pass_by(seconds):
        now[0] += seconds

    return pass_by


@pytest.fixture
def asked(monkeypatch):
    """A cache that is gone; the list of the times it was asked."""
    times = []

    def gone(*arguments, **options):
        times.append(arguments)
        raise ConnectionError("redis is gone")

    monkeypatch.setattr(cache, "add", gone)
    return times


def count(times, what="bees"):
    return [rates.count(what, 3600) for _ in range(times)]


def test_counts_each_by_itself():
    assert count(3) == [1, 2, 3]
    assert count(1, "wasps") == [1]


def test_begins_again_with_each_period(later):
    count(3)
    later(3600)
    assert count(1) == [1]


def test_counts_in_the_cache_that_all_processes_share(monkeypatch):
    monkeypatch.setattr(rates, "_own", None)
    assert count(2) == [1, 2]


def test_counts_alone_while_the_cache_is_gone(asked):
    assert count(3) == [1, 2, 3]


def test_does_not_ask_a_cache_that_is_gone_each_time(asked, later):
    count(5)
    assert len(asked) == 1
    later(rates.REST)
    count(1)
    assert len(asked) == 2
