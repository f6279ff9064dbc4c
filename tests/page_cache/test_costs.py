"""Test that slow pages are rebuilt last, and logged now and then."""

import logging

import pytest

from careerguide.page_cache import costs
from careerguide.page_cache.costs import Costs

from .caching import Process
from .test_cache import Blocked


@pytest.fixture
def told(caplog):
    caplog.set_level(logging.WARNING, "careerguide.page_cache.costs")
    return lambda: [record.getMessage() for record in caplog.records]


class TestOrder:
    def test_is_as_given_but_for_what_took_long(self):
        known = Costs()
        for name, seconds in {"a": 5, "b": 0.01, "c": 0.2, "d": 0.05}.items():
            known.note((name, ""), seconds)
        keys = [(name, "") for name in "abcde"]
        assert "".join(name for name, _ in known.in_order(keys)) == "bdeca"

    def test_is_that_of_the_last_time(self):
        known = Costs()
        known.note(("a", ""), 5)
        known.note(("a", ""), 0.01)
        assert not known.is_slow(("a", "")) and known.seconds(("a", "")) == 0

    def test_remembers_a_bounded_number(self, monkeypatch):
        monkeypatch.setattr(costs, "REMEMBERED", 3)
        known = Costs()
        for number in range(9):
            known.note((f"/{number}", ""), 0.5)
        assert [path for path, _ in known.known] == ["/6", "/7", "/8"]


class TestWarning:
    def test_names_path_and_seconds_once(self, told):
        known = Costs()
        for _ in range(3):
            known.note(("/statistics.json", "page=2"), 16.04)
        assert told() == ["Slow to make: /statistics.json (page=2) took 16.0 s"]

    def test_is_not_of_what_is_quick(self, told):
        Costs().note(("/", ""), 0.9)
        assert told() == []

    def test_comes_again_after_an_hour(self, told, monkeypatch):
        known = Costs()
        known.note(("/", ""), 2)
        known.told_since -= costs.AGAIN + 1
        known.note(("/", ""), 2)
        assert len(told()) == 2

    def test_of_many_ends(self, told):
        known = Costs()
        for number in range(100):
            known.note(("/statistics.json", f"page={number}"), 2)
        assert len(told()) == costs.TOLD + 1
        assert told()[-1].startswith("More pages are slow")

    def test_is_of_what_is_made_for_one_reader_too(self, told, monkeypatch):
        monkeypatch.setattr(costs, "SLOW", 0)
        process = Process(Blocked())
        process.ask("/articles/", query="q=bees")
        assert len(told()) == 1 and "/articles/ took" in told()[0]

    @pytest.mark.parametrize("path", ["/", "/articles/", "/admin/login/", "/readyz"])
    def test_is_not_of_what_failed(self, told, monkeypatch, path):
        """In an outage everything takes as long as the database is waited for."""
        monkeypatch.setattr(costs, "SLOW", 0)

        def away(environ, start_response):
            start_response("503 Service Unavailable", [("Content-Length", "0")])
            return [b""]

        assert Process(away).ask(path).status == 503
        assert told() == []

    @pytest.mark.parametrize("path", ["/healthz", "/readyz"])
    def test_is_not_of_what_is_no_page(self, told, monkeypatch, path):
        monkeypatch.setattr(costs, "SLOW", 0)

        def ready(environ, start_response):
            start_response("200 OK", [("Content-Length", "0")])
            return [b""]

        assert Process(ready).ask(path).status == 200
        assert told() == []
