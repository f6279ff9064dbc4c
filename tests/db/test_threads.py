"""Test that connections of ended threads are closed."""

import threading
import time

import pytest
from django.db import connection, connections

from careerguide.db import threads
from careerguide.db.threads import IDLE, CloseIdle
from tests.wsgi import call


@pytest.fixture
def opened(monkeypatch):
    """Every connection to the database that is opened while the test runs."""
    opened = []
    backend = type(connections["default"])
    connect = backend.get_new_connection

    def remembered(self, parameters):
        opened.append(connect(self, parameters))
        return opened[-1]

    monkeypatch.setattr(backend, "get_new_connection", remembered)
    yield opened
    for raw in opened:
        raw.close()


def is_open(raw):
    try:
        with raw.cursor() if hasattr(raw, "closed") else raw as cursor:
            cursor.execute("SELECT 1")
    except Exception:
        return False
    return True


@pytest.fixture
def served(monkeypatch):
    """A site behind the middleware, whose own thread does not look."""

    def site(environ, start_response):
        connection.cursor().execute("SELECT 1")
        start_response("200 OK", [])
        return [b""]

    served = CloseIdle(site)
    monkeypatch.setattr(served, "_start", lambda: None)
    return served


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.usefixtures("shared_database")
class TestCloseIdle:
    def ask_in_a_thread(self, served, between=lambda: None):
        def thread():
            call("/", application=served)
            between()
            call("/", application=served)

        serving = threading.Thread(target=thread)
        serving.start()
        serving.join()

    def test_closes_what_a_thread_left_that_has_ended(self, served, opened):
        self.ask_in_a_thread(served, ended)
        [raw] = opened  # one for both requests
        served.close_idle(time.monotonic())
        assert is_open(raw)
        served.close_idle(time.monotonic() + IDLE)
        assert not is_open(raw)
        assert not served.in_use

    def test_a_thread_that_comes_back_opens_another(self, served, opened):
        later = time.monotonic() + IDLE + 60
        self.ask_in_a_thread(served, lambda: served.close_idle(later))
        assert len(opened) == 2

    def test_leaves_a_thread_alone_that_is_at_work(self, served, opened):
        asked = served.app
        later = time.monotonic() + IDLE + 60

        def slow(environ, start_response):
            answer = asked(environ, start_response)
            served.close_idle(later)
            connection.cursor().execute("SELECT 1")
            return answer

        served.app = slow
        self.ask_in_a_thread(served, ended)
        assert len(opened) == 1


def ended():
    """Nothing happens between two requests, and the thread ends with all open."""


def test_looks_by_itself(monkeypatch):
    looked = threading.Event()
    monkeypatch.setattr(threads, "EVERY", 0.01)
    served = CloseIdle(lambda environ, start_response: [b""])
    served.close_idle = lambda now: looked.set()
    thread = threading.Thread(target=served, args=({}, None))
    thread.start()
    thread.join()
    assert looked.wait(60)


def test_leaves_the_main_thread_alone(monkeypatch):
    """It ends with the process, and in tests its connection is the database."""
    served = CloseIdle(lambda environ, start_response: [b""])
    served({}, None)
    assert not served.in_use and not served.closer.is_alive()
