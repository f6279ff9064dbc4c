import errno

import pytest
from django.db import DatabaseError, OperationalError, connection

from careerguide.management.problems import sentence_for

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
