"""Test a server that takes statements and never answers, as one that was stopped."""

import socket
from concurrent.futures import ThreadPoolExecutor
from threading import Timer
from types import SimpleNamespace

import psycopg
import pytest
from psycopg.waiting import Wait

from careerguide.db.postgresql import base
from careerguide.db.postgresql.base import Connection, Turn


def answer():
    """What psycopg waits for: the socket, until the server has said something."""
    while not (yield Wait.R):
        pass
    return "answered"


@pytest.fixture
def server(monkeypatch):
    """Our end of the server's connection, and `say`, with which it answers."""
    monkeypatch.setattr(base, "PATIENCE", 0.05)
    monkeypatch.setattr(base, "REST", 0)
    monkeypatch.setattr(base, "A_MOMENT", 0)
    monkeypatch.setattr(base, "turn", Turn())
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield SimpleNamespace(fileno=ours.fileno(), say=lambda: theirs.send(b"!"))


@pytest.fixture
def connection(server):
    class Half(Connection):
        def __init__(self):
            self.pgconn = SimpleNamespace(socket=server.fileno)
            self.was_closed = False

        def close(self):
            self.was_closed = True

        def __del__(self):
            pass

    return Half()


@pytest.fixture
def in_thread():
    """Requests are answered in threads; the main one is that of a command."""
    with ThreadPoolExecutor(1) as pool:
        yield lambda work, *arguments: pool.submit(work, *arguments).result()


@pytest.mark.one_database
class TestWaiting:
    def test_server_that_answers_is_heard(self, server, connection, in_thread):
        server.say()
        assert in_thread(connection.wait, answer()) == "answered"

    def test_server_that_hangs_is_given_up(self, connection, in_thread):
        with pytest.raises(psycopg.OperationalError, match="did not answer"):
            in_thread(connection.wait, answer())
        assert connection.was_closed

    def test_command_waits_as_long_as_it_takes(self, server, connection):
        later = Timer(3 * base.PATIENCE, server.say)
        later.start()
        assert connection.wait(answer()) == "answered"
        later.join()


@pytest.mark.one_database
class TestTurn:
    @pytest.fixture
    def hanging(self, connection, in_thread):
        with pytest.raises(psycopg.OperationalError):
            in_thread(connection.wait, answer())
        return base.turn

    def test_only_one_waits_for_a_server_that_hangs(self, hanging):
        with hanging.taken(), pytest.raises(psycopg.OperationalError):
            hanging.taken().__enter__()

    def test_nobody_asks_it_at_once_again(self, hanging):
        hanging.asked_again_at += 60
        with pytest.raises(psycopg.OperationalError, match="does not answer"):
            hanging.taken().__enter__()

    def test_all_ask_again_once_it_answered_one(
        self, hanging, server, connection, in_thread
    ):
        server.say()
        in_thread(connection.wait, answer())
        with hanging.taken(), hanging.taken():
            pass

    def test_an_error_is_an_answer_too(self, hanging):
        with pytest.raises(psycopg.DataError), hanging.taken():
            raise psycopg.DataError
        with hanging.taken(), hanging.taken():
            pass
