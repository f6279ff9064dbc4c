"""Restore a backup: prepare everything beside the site, then put it in place."""

import os
import sqlite3
from collections import namedtuple
from contextlib import contextmanager
from functools import partial
from hashlib import file_digest
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.exceptions import (
    InconsistentMigrationHistory,
    NodeNotFoundError,
)
from django.db.transaction import atomic

from careerguide.operations.errors import OperationError
from careerguide.publishing.models.related import ContentVersion

from . import fingerprint, postgresql, private, releases, sqlite, target
from .archive import Archive, decompress
from .archive_format import DATA, DATABASES, MEDIA
from .backup import log_backup, make_backup
from .default_database import sqlite_file
from .folders import work_folder
from .rows import read_rows
from .verify import as_sql, verify

# No server can have seen so many changes while the restore was at work.
FAR = 1_000_000
# Where somebody saves meanwhile, or readers' transactions and ours wait for each other.
TRIES = 3

UNUSABLE = "The backup's database cannot be used: {error}"
SAVED_MEANWHILE = (
    "Somebody saved something meanwhile, so nothing was restored: have everybody stop, "
    "or stop the site, and run this again."
)

UNFIT = (
    *(sqlite3.Error, DatabaseError, OverflowError),
    *(InconsistentMigrationHistory, NodeNotFoundError),
)

Restored = namedtuple("Restored", "archive saved uploads")


def restore(file, *, replace=False, keep_present=True):
    """Put what a backup holds in the place of this site; returns what was `Restored`.

    A site with content is left alone unless `replace` is true, and then backed up first
    where `keep_present` is. Raises OperationError; then nothing was changed.
    """
    archive = opened(file)
    saved, before = _make_way(replace, keep_present)
    media = Path(settings.MEDIA_ROOT)
    place = sqlite.path_of() if connection.vendor == "sqlite" else None
    beside = place.parent if place else Path(settings.STATE_DIR)
    with work_folder(beside) as folder, work_folder(media) as staged:
        native = archive.manifest["database"] == connection.vendor
        _extract(archive, folder, staged, media, native)
        if place:
            fresh = folder / "fresh.sqlite3"
            number = target.content_version()
            _make_sqlite(fresh, folder, archive.manifest, native, number)

        def put(before):
            if place:
                connection.close()
                refuse = before and partial(
                    fingerprint.refuse_unlike_sqlite, before=before
                )
                sqlite.put_in_place(fresh, place, refuse)
            elif native:
                _replace_postgresql(folder, archive.manifest, before)
            else:
                _fill_postgresql(folder, archive.manifest, before)

        for tried in range(1, TRIES + 1):
            try:
                with _uploads_placed(staged, media) as added:
                    put(before)
                break
            except fingerprint.SavedMeanwhile:
                if saved is None or tried == TRIES:
                    raise OperationError(SAVED_MEANWHILE) from None
                saved = make_backup()
                before = saved.fingerprint
    if not place:
        # What follows migrations, such as the rights of a newer release.
        call_command("migrate", verbosity=0, interactive=False)
    newest = (saved.path, saved.made_at) if saved else (archive.path, archive.made_at)
    log_backup(*newest)
    return Restored(archive, saved, added)


def restore_copy(file, folder):
    """Make a copy of the site in a new folder, on SQLite, and touch nothing else."""
    archive = opened(file)
    folder = folder.resolve()
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise OperationError(f"{folder} is there already: name a folder that is not.")
    with work_folder(folder.parent) as work:
        copy, staged = work / "copy", work / "copy" / "media"
        staged.mkdir(parents=True)
        native = archive.manifest["database"] == "sqlite"
        _extract(archive, work, staged, staged, native)
        fresh = copy / "guide.sqlite3"
        _make_sqlite(fresh, work, archive.manifest, native, 0)
        for file in [fresh, *staged.rglob("*")]:
            _sync(file)
        os.replace(copy, folder)
    sqlite.sync_folder(folder.parent)
    return Restored(archive, None, archive.uploads)


def opened(file):
    """The backup, read through and found to be one that this code understands."""
    # To open a pipe would wait for somebody who writes.
    if not Path(file).is_file():
        raise OperationError(f"There is no file {file}.")
    archive = Archive(Path(file))
    releases.refuse_newer(archive)
    releases.refuse_half_migrated(archive.manifest["migrations"], archive.path)
    return archive


def _make_way(replace, keep_present):
    """Refuse where there is content, or back it up.

    Returns the backup, if any, and the Fingerprint that the database has to have when
    it is replaced; None where what is saved meanwhile may be lost.
    """
    if target.is_damaged():
        if not replace:
            raise OperationError(
                "The database that is there cannot be read. Stop the site; then "
                "--replace moves it away and puts the backup in its place."
            )
        return None, None
    is_missing = connection.vendor == "sqlite" and sqlite.is_missing()
    before = None if is_missing else fingerprint.take()
    content = target.content()
    if not content:
        return None, before
    if not replace:
        raise OperationError(
            f"This site has content ({content}), so nothing was restored. --as-copy "
            "puts the backup beside it; --replace in its place, after a backup of "
            "what is there."
        )
    if not keep_present:
        return None, None
    saved = make_backup()
    return saved, saved.fingerprint


def _extract(archive, folder, staged, media, native):
    """Write the database, or its rows, and the uploads that are not there yet."""
    name = DATABASES[archive.manifest["database"]] if native else DATA
    wanted = {name: folder / "database"}
    for path, told in archive.uploads.items():
        there = media / path
        if staged == media or not _is_same(there, told):
            wanted[MEDIA + path] = staged / path
            (staged / path).parent.mkdir(parents=True, exist_ok=True)
    archive.extract(wanted)


def _is_same(file, told):
    if file.is_symlink() or not file.is_file() or file.stat().st_size != told["size"]:
        return False
    with open(file, "rb") as content:
        return file_digest(content, "sha256").hexdigest() == told["sha256"]


def _make_sqlite(fresh, folder, manifest, native, number):
    if native:
        decompress(folder / "database", fresh)
        sqlite.check(fresh)
    try:
        with sqlite_file(fresh):
            if native:
                verify(manifest, is_dump=True)
            else:
                _load_rows(folder / "database", manifest)
            _finish(number)
    except UNFIT as error:
        if "disk is full" in str(error):
            raise
        raise OperationError(UNUSABLE.format(error=error)) from error
    sqlite.check(fresh)
    os.chmod(fresh, 0o600)


def _load_rows(data, manifest):
    """Fill an empty database, which first gets the tables that the rows come from."""
    applied = manifest["migrations"]
    releases.migrate_to(applied)
    if connection.vendor == "sqlite":
        with atomic(), connection.constraint_checks_disabled():
            read_rows(data, applied, manifest.get("last_keys", {}))
            connection.check_constraints()
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            read_rows(data, applied, manifest.get("last_keys", {}))
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    verify(manifest, is_dump=False)


def _finish(number):
    """Bring the tables up to this code, sign everybody out, have pages made anew."""
    call_command("migrate", verbosity=0, interactive=False)
    private.forget()
    _advance_content_version(number)


def _advance_content_version(number):
    """Have every process see that its pages are of another time."""
    number = max(number, ContentVersion.current()) + FAR
    ContentVersion.objects.update_or_create(pk=1, defaults={"number": number})


def _replace_postgresql(folder, manifest, before):
    table = connection.ops.quote_name(ContentVersion._meta.db_table)
    number = target.content_version()
    connection.close()
    advance = (
        f"INSERT INTO {table} (id, number) VALUES (1, {number + FAR}) ON CONFLICT (id) "
        f"DO UPDATE SET number = greatest({table}.number, {number}) + {FAR};"
    )
    first = fingerprint.refuse_unlike_postgresql(before) if before else ""
    after = as_sql(manifest) + advance
    for tried in range(1, TRIES + 1):
        try:
            return postgresql.restore_from(folder / "database", folder, after, first)
        except OperationError as error:
            if fingerprint.UNLIKE in str(error):
                raise fingerprint.SavedMeanwhile from error
            if "deadlock" not in str(error) or tried == TRIES:
                raise


def _fill_postgresql(folder, manifest, before):
    number = target.content_version()
    try:
        with atomic():
            with connection.cursor() as cursor:
                if before and (first := fingerprint.refuse_unlike_postgresql(before)):
                    cursor.execute(first)
                # Or tables could not be altered where rows were added before.
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            postgresql.drop_all()
            _load_rows(folder / "database", manifest)
            _finish(number)
    except DatabaseError as error:
        if fingerprint.UNLIKE in str(error):
            raise fingerprint.SavedMeanwhile from error
        raise OperationError(f"The backup does not fit PostgreSQL: {error}") from error


@contextmanager
def _uploads_placed(staged, media):
    """Have the new uploads in place; if the work inside fails, all is as before."""
    added, before = [], staged / ".before"
    before.mkdir(exist_ok=True)
    try:
        for file in sorted(f for f in staged.rglob("*") if f.is_file()):
            path = file.relative_to(staged)
            place = media / path
            if place.is_symlink() or place.exists():
                kept = before / str(len(added))
                os.replace(place, kept)
            else:
                kept = None
            place.parent.mkdir(parents=True, exist_ok=True)
            added.append((place, kept, file))
            os.chmod(file, settings.FILE_UPLOAD_PERMISSIONS)
            _sync(file)
            os.replace(file, place)
        for folder in {place.parent for place, *_ in added}:
            sqlite.sync_folder(folder)
        yield [place for place, *_ in added]
    except BaseException:
        for place, kept, file in added:
            if place.exists() and not file.exists():
                os.replace(place, file)  # for another try
            if kept:
                os.replace(kept, place)
        raise


def _sync(file):
    if file.is_file():
        with open(file, "rb") as content:
            os.fsync(content.fileno())
