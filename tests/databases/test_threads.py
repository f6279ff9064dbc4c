"""Threads of a server come and go; what they opened goes with them."""

import gc
import threading

import pytest
from django.db import connection, connections

from careerguide.databases.threads import CloseWithThread
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
    return opened


def is_open(raw):
    try:
        with raw.cursor() if hasattr(raw, "closed") else raw as cursor:
            cursor.execute("SELECT 1")
    except Exception:
        return False
    return True


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.usefixtures("shared_database")
def test_connection_is_closed_when_its_thread_ends(opened):
    def site(environ, start_response):
        connection.cursor().execute("SELECT 1")
        start_response("200 OK", [])
        return [b""]

    served = CloseWithThread(site)
    first_is_done, go_on = threading.Event(), threading.Event()
    found = []

    def thread():
        call("/", application=served)
        call("/", application=served)
        found.extend(map(is_open, opened))
        first_is_done.set()
        go_on.wait(60)

    gc.disable()  # it is closed without that
    try:
        serving = threading.Thread(target=thread)
        serving.start()
        first_is_done.wait(60)
        assert found == [True]  # one for both requests
        go_on.set()
        serving.join()
        assert [is_open(raw) for raw in opened] == [False]
    finally:
        gc.enable()
