"""Test that a database that hangs holds all threads but one."""

import threading
import time

import pytest

from careerguide.http import reserved_thread
from careerguide.http.headers import SecurityHeaders
from careerguide.http.reserved_thread import ReservedThread
from careerguide.server.background import Background
from tests.wsgi import call


class Hanging:
    """A site whose pages wait until they are let go; static files do not."""

    def __init__(self):
        self.go, self.here = threading.Event(), threading.Semaphore(0)

    def __call__(self, environ, start_response):
        if not environ["PATH_INFO"].startswith("/static/"):
            self.here.release()
            self.go.wait(10)
        start_response("200 OK", [])
        return [b"page"]


@pytest.fixture
def hanging(monkeypatch):
    """Three threads of a server, two of which hang."""
    monkeypatch.setattr(reserved_thread, "WAIT", 0.05)
    monkeypatch.setattr(reserved_thread, "STEP", 0.01)
    site = Hanging()
    site.room = ReservedThread(site, threads=3)
    site.app = SecurityHeaders(site.room)
    options = {"application": site.app}
    site.threads = [
        threading.Thread(target=call, args=["/"], kwargs=options) for _ in "ab"
    ]
    for thread in site.threads:
        thread.start()
        site.here.acquire()
    yield site
    site.go.set()
    for thread in site.threads:
        thread.join()


def test_last_thread_is_not_let_in(hanging):
    answer = call("/articles/", application=hanging.app)
    assert (answer.status, answer.headers["retry-after"]) == (503, "10")
    assert "Please try again in a minute" in answer.text
    assert "content-security-policy" in answer.headers


def test_what_needs_no_database_is(hanging):
    assert call("/static/site.css", application=hanging.app).status == 200


def test_all_are_let_in_again_once_it_answers(hanging):
    assert call("/", application=hanging.app).status == 503
    hanging.go.set()
    for thread in hanging.threads:
        thread.join()
    assert call("/", application=hanging.app).status == 200


def test_our_own_threads_are_let_in(hanging):
    """They hold none of the server's."""
    answers = []
    ours = Background("test")
    hanging.go.set()
    places = hanging.room.places
    while places.acquire(blocking=False):
        pass
    ours.start(lambda: answers.append(call("/", application=hanging.app).status))
    ours.thread.join(30)
    assert answers == [200]


def test_crowd_that_moves_waits_its_turn(monkeypatch):
    monkeypatch.setattr(reserved_thread, "STEP", 0.01)

    def slow(environ, start_response):
        time.sleep(0.02)
        start_response("200 OK", [])
        return [b"page"]

    app, statuses = ReservedThread(slow, threads=2), []
    threads = [
        threading.Thread(
            target=lambda: statuses.append(call("/", application=app).status)
        )
        for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 20
