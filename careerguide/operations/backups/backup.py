"""Make a backup: the database as of one moment, and every upload, in one file."""

import os
import socket
from collections import namedtuple
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

import careerguide
from careerguide.operations.errors import OperationError
from careerguide.operations.models import BackupRecord

from . import (
    archive_format,
    fingerprint,
    postgresql,
    private,
    rotation,
    sqlite,
    uploads,
)
from .archive import Archive
from .archive_writer import Writer, compress
from .default_database import sqlite_file
from .folders import work_folder
from .releases import applied_migrations, refuse_half_migrated
from .rows import models_here, write_rows

TRIES = 3
NO_DATABASE = (
    "There is no database at {path}, so there is nothing to back up: correct "
    "DATABASE_URL or STATE_DIR, or make one with manage.py migrate."
)
NOT_OURS = "{path} is there and is no backup of this site, so it was left as it is."

Made = namedtuple("Made", "path size missing rotated fingerprint made_at")
Database = namedtuple(
    "Database", "name file data applied counts last_keys expected fingerprint"
)


class ChangedMeanwhile(Exception):
    """An upload went while it was to be copied, together with its picture."""


def make_backup(output=None, keep=None):
    """Write a backup and return what was `Made`; raises OperationError.

    `output` is a file, or a folder, in which the file is named by the time; by default
    BACKUP_DIR. The file appears once it is whole, on the disk, and was read again.
    With `keep`, only so many of this site's newest stay in its folder.
    """
    if connection.vendor == "sqlite" and sqlite.is_missing():
        raise OperationError(NO_DATABASE.format(path=sqlite.path_of()))
    refuse_half_migrated(applied_migrations(), "The database")
    now = timezone.now()
    in_folder = output is None or Path(output).is_dir()
    output = Path(output or settings.BACKUP_DIR).resolve()
    if not in_folder and output.exists() and not archive_format.is_backup(output):
        raise OperationError(NOT_OURS.format(path=output))
    place = output if in_folder else output.parent
    with work_folder(place) as folder:
        for tried in range(1, TRIES + 1):
            try:
                missing, before = _write(folder / "backup", folder, now)
                break
            except ChangedMeanwhile:
                if tried == TRIES:
                    raise OperationError(
                        "Pictures were deleted again and again meanwhile: try later."
                    ) from None
        Archive(folder / "backup")
        size = (folder / "backup").stat().st_size
        if in_folder:
            output = rotation.put_in_free_name(folder / "backup", place, now)
        else:
            os.replace(folder / "backup", output)
    sqlite.sync_folder(place)
    log_backup(output, now)
    rotated = rotation.rotate(place, keep, settings.SITE_URL) if keep else []
    return Made(output, size, missing, rotated, before, now)


def _write(target, folder, now):
    with open(target, "wb", opener=_private) as file:
        writer = Writer(file)
        with database_copied(folder) as database:
            writer.add(database.name, database.file)
            writer.add(archive_format.DATA, database.data)
        database.file.unlink(), database.data.unlink()
        missing = _add_uploads(writer, database.expected)
        writer.finish(
            {
                "made_at": now.astimezone(UTC).isoformat(),
                "version": careerguide.__version__,
                "site": settings.SITE_URL,
                "database": connection.vendor,
                "migrations": database.applied,
                "rows": database.counts,
                "last_keys": database.last_keys,
                "missing": missing,
            }
        )
        file.flush()
        os.fsync(file.fileno())
    return missing, database.fingerprint


@contextmanager
def database_copied(folder):
    """The database as of one moment, as two files: a dump of its own, and its rows."""
    name = archive_format.DATABASES[connection.vendor]
    without = private.tables_of(models_here(applied_migrations()))
    data, file = folder / "data", folder / "database"
    if connection.vendor == "sqlite":
        plain = folder / "database.sqlite3"
        sqlite.copy_to(plain, without)
        with sqlite_file(plain):
            read = _read_rows(data)
        compress(plain, file)
        plain.unlink()
    else:
        with postgresql.one_moment() as snapshot:
            postgresql.dump_to(file, snapshot, without)
            read = _read_rows(data)
    yield Database(name, file, data, *read)


def _read_rows(data):
    applied = applied_migrations()
    counts, last_keys = write_rows(data, applied)
    return applied, counts, last_keys, uploads.expected(), fingerprint.take()


def _add_uploads(writer, expected):
    """Add every file; return the paths that pictures need and that are not there."""
    stored = uploads.stored()
    for path, file in stored.items():
        try:
            mtime = file.stat().st_mtime
            writer.add(archive_format.MEDIA + path, file, mtime)
        except FileNotFoundError:
            if path in expected:
                raise ChangedMeanwhile from None
    missing = expected - stored.keys()
    if missing - uploads.expected():
        raise ChangedMeanwhile
    return sorted(missing)


def _private(name, flags):
    return os.open(name, flags, 0o600)


def log_backup(path, made_at):
    """Have `doctor` and the admin know of this backup as the newest one."""
    values = {
        "made_at": min(made_at, timezone.now()),
        "file": str(path.resolve())[:1000],
        "machine": socket.gethostname()[:255],
        "size": path.stat().st_size,
    }
    BackupRecord.objects.update_or_create(values, pk=1)
