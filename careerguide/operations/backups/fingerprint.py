"""Fingerprint the saved content, to tell whether anybody saved since a backup."""

import sqlite3
from collections import namedtuple
from contextlib import closing
from hashlib import blake2b

from django.db import connection

from careerguide.operations.models import BackupRecord

from . import sqlite
from .private import is_private
from .releases import applied_migrations
from .rows import models_here

UNLIKE = "saved meanwhile"
# Every change of a row gives it the number of a later transaction.
COUNTED = "(SELECT count(*) || '/' || coalesce(sum(xmin::text::numeric), 0) FROM {})"
REFUSE = """
DO $$
BEGIN
  LOCK TABLE {tables} IN ACCESS EXCLUSIVE MODE;
  IF {value} IS DISTINCT FROM '{before}' THEN
    RAISE EXCEPTION '{unlike}';
  END IF;
END $$;
"""

Fingerprint = namedtuple("Fingerprint", "tables value")


class SavedMeanwhile(Exception):
    """The database holds something else than when its fingerprint was taken."""


def take():
    """The Fingerprint of what Django's database holds in its open transaction."""
    tables = sorted(
        model._meta.db_table
        for model in models_here(applied_migrations())
        if not is_private(model) and model._meta.label != BackupRecord._meta.label
    )
    if connection.vendor == "sqlite":
        return Fingerprint(tables, _of_sqlite(sqlite.path_of(), tables))
    if not tables:
        return Fingerprint(tables, "")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_of_postgresql(tables)}")
        return Fingerprint(tables, cursor.fetchone()[0])


def refuse_unlike_sqlite(path, before):
    """Raise SavedMeanwhile unless the database still has that fingerprint."""
    try:
        value = _of_sqlite(path, before.tables)
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        value = None
    if value != before.value:
        raise SavedMeanwhile


def refuse_unlike_postgresql(before):
    """SQL that locks the tables, then fails unless they have that fingerprint."""
    if not before.tables:
        return ""
    return REFUSE.format(
        tables=", ".join(map(connection.ops.quote_name, before.tables)),
        value=_of_postgresql(before.tables),
        before=before.value,
        unlike=UNLIKE,
    )


def _of_postgresql(tables):
    counted = [COUNTED.format(connection.ops.quote_name(table)) for table in tables]
    return f"concat_ws(' ', {', '.join(counted)})"


def _of_sqlite(path, tables):
    """(number, sum of the hashes) of the rows of each table, in any order."""
    found = []
    address = f"{path.resolve().as_uri()}?mode=rw"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as reader:
        reader.text_factory = bytes
        reader.execute("BEGIN")
        for table in tables:
            count = total = 0
            for row in reader.execute(f'SELECT * FROM "{table}"'):
                digest = blake2b(repr(row).encode(), digest_size=16).digest()
                count, total = count + 1, total + int.from_bytes(digest)
            found.append((count, total))
    return found
