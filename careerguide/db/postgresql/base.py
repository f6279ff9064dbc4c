"""Bound how long anybody waits for PostgreSQL: a circuit breaker in the back end.

A server that stopped, or whose network lost it, keeps whoever asks it waiting, and soon
every thread of ours, those that would serve pages from memory too. So each statement
has a limit; and after one that reached it a single thread at a time asks further, now
and then, while all others are told at once that there is no database.
"""

import threading
import time
from contextlib import contextmanager
from types import SimpleNamespace

import psycopg
from django.db.backends.postgresql import base

PATIENCE = 3  # seconds for a statement, and for a connection
REST = 1  # seconds after which a server that hung is asked again
A_MOMENT = 0.1  # seconds in which one that answers has told one of us so


class Connection(psycopg.Connection):
    """Waits no longer than `PATIENCE`, but in the main thread: a command has time."""

    @classmethod
    def connect(cls, *arguments, **options):
        if in_command():
            return super().connect(*arguments, **options)
        options.setdefault("connect_timeout", PATIENCE)
        with turn.taken():
            return super().connect(*arguments, **options)

    def wait(self, gen, interval=0.1, timeout=None):
        if in_command() or timeout is not None:
            return super().wait(gen, interval, timeout)
        try:
            with turn.taken():
                return super().wait(gen, interval, PATIENCE)
        except psycopg.errors._WaitTimeout as error:
            self.close()  # its answer may come yet, and would be taken for another's
            raise psycopg.OperationalError(
                f"PostgreSQL did not answer within {PATIENCE} s"
            ) from error


class Turn:
    """Let one thread at a time wait for a server that hangs: a circuit breaker."""

    def __init__(self):
        self.hangs = False
        self.asked_again_at = 0.0
        self.probing = threading.Lock()

    @contextmanager
    def taken(self):
        """Raises psycopg's OperationalError where it is not ours."""
        alone = self.hangs
        if alone and not self._is_ours():
            raise psycopg.OperationalError("PostgreSQL does not answer")
        try:
            yield
        except (psycopg.errors._WaitTimeout, psycopg.errors.ConnectionTimeout):
            self.hangs, self.asked_again_at = True, time.monotonic() + REST
            raise
        except psycopg.Error:
            self.hangs = False  # it said something
            raise
        else:
            self.hangs = False
        finally:
            if alone:
                self.probing.release()

    def _is_ours(self):
        if time.monotonic() < self.asked_again_at:
            return False
        return self.probing.acquire(timeout=A_MOMENT)


turn = Turn()


def in_command():
    return threading.current_thread() is threading.main_thread()


class DatabaseWrapper(base.DatabaseWrapper):
    # Django takes from here how to connect, and psycopg's exceptions.
    Database = SimpleNamespace(**vars(psycopg) | {"connect": Connection.connect})
