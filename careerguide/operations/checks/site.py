"""Check the site: its database, its files, and its backups."""

import socket
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from careerguide.db.migrated import WHAT_TO_DO, HalfMigrated, missing_migrations
from careerguide.operations.backups import sqlite
from careerguide.operations.backups.releases import known_migrations
from careerguide.operations.backups.uploads import expected, stored
from careerguide.operations.findings import error, ok, warning
from careerguide.operations.models import BackupRecord
from careerguide.search.comparison import compare
from careerguide.search.documents import all_documents
from careerguide.server.diagnose import sentence_for

SEE = "See “database”."


def is_there():
    """Return whether there is a database.

    To open a missing SQLite file would make one.
    """
    return not (connection.vendor == "sqlite" and sqlite.is_missing())


def database():
    if not is_there():
        yield error(
            f"There is no database at {sqlite.path_of()}.",
            "Correct DATABASE_URL or STATE_DIR, restore a backup, or begin: "
            "manage.py migrate.",
        )
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA quick_check(1)")
                if (found := cursor.fetchone()[0]) != "ok":
                    yield error(
                        f"The database is damaged ({found}).",
                        "Restore the newest backup: manage.py restore FILE --replace.",
                    )
                    return
    except Error as problem:
        yield error(
            sentence_for(problem) or "The database does not answer.",
            "Start it, or correct DATABASE_URL.",
        )
        return
    connection.ensure_connection()
    version = ".".join(map(str, connection.get_database_version()))
    yield ok(f"{connection.display_name} {version} answers.")


def migrations():
    if not is_there():
        yield error("There are no tables.", SEE)
        return
    try:
        missing = missing_migrations(connection)
    except HalfMigrated as problem:
        yield error(problem.sentence, WHAT_TO_DO)
        return
    known = known_migrations()
    labels = {app for app, _ in known}
    applied = MigrationRecorder(connection).applied_migrations()
    newer = [f"{a}.{n}" for a, n in applied if a in labels and (a, n) not in known]
    if missing:
        yield error(
            f"The database lacks {len(missing)} migrations of this code.",
            "Back up, then: manage.py migrate.",
        )
    if newer:
        yield error(
            f"The database is of a newer release: this one does not know {newer[0]}.",
            "Run that release, or restore a backup made by this one.",
        )
    if not (missing or newer):
        yield ok("The database has every migration of this code.")


def static_files():
    if settings.DEBUG or (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        yield ok("Static files are collected.")
    else:
        yield error(
            "Static files are not collected: pages have no style.",
            "manage.py collectstatic --noinput",
        )


def uploads():
    if not is_there():
        yield error("Nothing says which uploads are needed.", SEE)
        return
    needed, there = expected(), stored().keys()
    if missing := sorted(needed - there):
        yield error(
            f"{len(missing)} files of pictures are missing, such as {missing[0]}.",
            "Bring them back: manage.py restore FILE --as-copy, then copy its media.",
        )
    if orphaned := sorted(there - needed):
        yield warning(
            f"{len(orphaned)} files belong to no picture, such as {orphaned[0]}.",
            "They do no harm; delete them if you know them.",
        )
    if not (missing or orphaned):
        yield ok(f"All {len(needed)} files of pictures are there.")


def search():
    if not is_there():
        yield error("There is no index to search.", SEE)
        return
    found = compare(all_documents())
    if found.is_equal:
        yield ok("The index of the search is as the content is.")
        return
    problems = [
        (not found.is_current, "it was made by another release or in another language"),
        (not found.has_all_words, "words of it are missing"),
        (found.missing, f"missing items: {found.missing}"),
        (found.changed, f"items that changed since: {found.changed}"),
        (found.excess, f"items that are no longer published: {found.excess}"),
    ]
    told = ", ".join(sentence for is_so, sentence in problems if is_so)
    yield warning(
        f"The index of the search is wrong: {told}.",
        "Make it anew: manage.py rebuild_search.",
    )


def backups():
    if not is_there():
        yield error("Nothing says when the last backup was made.", SEE)
        return
    advice = "manage.py backup --keep 14, daily from a timer: docs/operating.md."
    newest = BackupRecord.newest()
    if newest is None:
        yield error("There is no backup.", advice)
        return
    hours = (timezone.now() - newest.made_at).total_seconds() / 3600
    told = f"The newest backup is {hours:,.0f} hours old ({newest.file})."
    if hours > settings.BACKUP_HOURS:
        yield error(told, advice)
    elif not Path(newest.file).exists() and _is_here(newest):
        yield warning(
            f"{told} It is no longer there.", "Make sure that somebody has a copy."
        )
    else:
        yield ok(told)


def _is_here(record):
    return record.machine == socket.gethostname()[:255]
