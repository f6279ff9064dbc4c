"""Test the sentences for what went wrong on the machine."""

import errno
import re

import pytest
from django.db import DatabaseError, OperationalError, connection

from careerguide.server.diagnose import is_mistake, sentence_for

on_sqlite = pytest.mark.one_database  # in its own words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "/x/y cannot be written"),
        (errno.EROFS, "/x/y cannot be written"),
    ],
)
def test_file_that_cannot_be_written(code, words):
    assert words in sentence_for(OSError(code, "no", "/x/y"))


@on_sqlite
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OperationalError("database or disk is full"), "disk is full"),
        (DatabaseError("file is not a database"), "is damaged, or is no SQLite"),
        (DatabaseError("database disk image is malformed"), "is damaged"),
        (OperationalError("unable to open database file"), "cannot be opened"),
        (OperationalError("attempt to write a readonly database"), "be written"),
        (OperationalError("database is locked"), "held by another program"),
    ],
)
def test_sqlite_database_that_cannot_be_used(error, words):
    assert words in sentence_for(error)


def test_database_server_that_does_not_answer(monkeypatch):
    monkeypatch.setattr(connection, "vendor", "postgresql")
    monkeypatch.setitem(connection.settings_dict, "HOST", "db.example")
    sentence = sentence_for(OperationalError("tried:\nconnection refused\n"))
    assert "on db.example does not answer (connection refused)" in sentence


@pytest.mark.parametrize("error", [ValueError("x"), DatabaseError("no such table: y")])
def test_our_own_mistakes_keep_their_traceback(error):
    assert sentence_for(error) is None


@pytest.mark.parametrize(
    ("stderr", "words", "is_ours"),
    [
        ('FATAL:  password authentication failed for user "me"', "password in DATA", 1),
        ("fe_sendauth: no password supplied", "asks for a password", 1),
        ('FATAL:  database "guide" does not exist', "create it with `createdb`", 1),
        ('FATAL:  role "me" does not exist', "correct the user in DATABASE_URL", 1),
        ('FATAL:  no pg_hba.conf entry for host "::1"', "lets nobody in from here", 1),
        ('failed: FATAL:  role "me" is not permitted to log in', "not in: correct", 1),
        ("failed to resolve host 'db': Name or service not known", "not known here", 0),
        ("FATAL:  the database system is starting up", "does not answer", 0),
        ("FATAL:  sorry, too many clients already", "does not answer", 0),
        ("refused\n\tIs the server running on that host?", r"answer \(refused\)", 0),
        ("", "does not answer", 0),
    ],
)
def test_what_postgresql_says_is_told_with_what_to_do(
    monkeypatch, stderr, words, is_ours
):
    monkeypatch.setattr(connection, "vendor", "postgresql")
    error = OperationalError(stderr)
    assert re.search(words, sentence_for(error))
    assert is_mistake(error) == bool(is_ours)


def test_too_many_open_files():
    assert "ulimit -n" in sentence_for(OSError(errno.EMFILE, "no", "/x"))
