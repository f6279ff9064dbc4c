"""Copy a SQLite database while it is used, and put a copy in its place."""

import os
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.db import connection

from careerguide.operations.errors import OperationError

WITH_IT = ("-wal", "-shm", "-journal")
DAMAGED = ("malformed", "not a database", "file is encrypted")


def path_of(wrapper=connection):
    """Return where the database lies; None for one in memory."""
    name = str(wrapper.settings_dict["NAME"])
    if ":memory:" in name or "mode=memory" in name:
        return None
    return Path(unquote(urlsplit(name).path) if name.startswith("file:") else name)


def is_missing():
    """Return whether opening the database would make a new and empty one, or fail."""
    path = path_of()
    return path is not None and not (path.exists() and path.stat().st_size)


def copy_to(path, without):
    """Write a copy as of one moment to `path`, while others go on writing.

    Of the tables `without` it has no rows.

    `VACUUM INTO` reads in one transaction. A backup page by page begins anew with every
    write of another process, and under load never ends.
    """
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    os.chmod(path, 0o600)
    empty(path, without)
    check(path)


def empty(path, tables):
    """Delete all rows of the tables that are there, and leave no trace in the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as copy:
        copy.execute("PRAGMA secure_delete = ON")
        there = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
        for table in there.intersection(tables):
            copy.execute(f'DELETE FROM "{table}"')


def check(path):
    """Raise OperationError where the database at `path` is not whole."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)) as copy:
            [found] = copy.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        found = str(error)
    if found != "ok":
        raise OperationError(f"The copy of the database is damaged ({found}).")


def put_in_place(fresh, target, refuse=None):
    """Make `target` hold what the file `fresh` holds; `fresh` is gone afterwards.

    `refuse(target)` is called when nobody else can write any more; where it raises,
    nothing is changed.

    Where a database is there, its content is replaced in one transaction: servers that
    have it open see the old one or the new one. To rename a file over it would leave
    them with a write-ahead log that belongs to another database.
    """
    if target.exists() and target.stat().st_size:
        try:
            _copy_into(fresh, target, refuse)
        except sqlite3.DatabaseError as error:
            if not any(words in str(error) for words in DAMAGED):
                raise
            _set_aside(target)
        else:
            fresh.unlink()
            return
    else:
        _set_aside(target)
    with closing(sqlite3.connect(fresh)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")
    with open(fresh, "rb") as file:
        os.fsync(file.fileno())
    os.replace(fresh, target)
    sync_folder(target.parent)


def _copy_into(fresh, path, refuse):
    with (
        closing(sqlite3.connect(fresh)) as source,
        closing(
            sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=60)
        ) as target,
    ):
        [found] = target.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(f"malformed: {found}")
        if refuse is None:
            return source.backup(target)
        # So that it can be read while it is locked, as servers have it anyway.
        target.execute("PRAGMA journal_mode = WAL")
        waiting = [refuse]

        def copied(status, left, pages):
            # After the first page the target is locked, and nothing is committed yet.
            if status == sqlite3.SQLITE_OK and waiting:
                waiting.pop()(path)

        source.backup(target, pages=1, progress=copied)


def _set_aside(target):
    """Rename what is left of a database, so that nothing of it is taken for the new."""
    stamp = time.strftime("%Y%m%dT%H%M%S", time.gmtime())
    for ending in (*WITH_IT, ""):
        old = target.with_name(target.name + ending)
        with suppress(FileNotFoundError):
            old.rename(target.with_name(f"{target.name}.damaged-{stamp}{ending}"))


def sync_folder(folder):
    """Have the names in a folder on the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
