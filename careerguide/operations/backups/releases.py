"""Compare the migrations of a backup with this code's, and plan the way between."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

import careerguide
from careerguide.db.migrated import half_migrated
from careerguide.operations.errors import OperationError
from careerguide.publishing.models import legacy_history

HALF_MIGRATED = (
    "{what} is too old for this release: {half}. With the release before this one, run "
    "“manage.py migrate” on it and back up anew: see “Upgrading” in CHANGELOG.md."
)


def applied_migrations():
    """Return {app: names of its migrations} that the database has."""
    found = {}
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        found.setdefault(app, []).append(name)
    return found


def known_migrations():
    """(app, name) of every migration of this code, and of those that they replace."""
    loader = MigrationLoader(None)
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known.update(migration.replaces)
    return known


def refuse_half_migrated(applied, what):
    """Raise OperationError where `what` has only a part of a squashed migration."""
    if half := half_migrated(_keys(applied)):
        raise OperationError(HALF_MIGRATED.format(what=what, half=half))


def refuse_newer(archive):
    """Raise OperationError where a backup has migrations that this code has not."""
    known = known_migrations()
    for app, names in archive.manifest["migrations"].items():
        for name in names:
            if (app, name) not in known:
                made_by = archive.manifest.get("version", "")
                raise OperationError(
                    f"{archive.path} was made by a newer release ({made_by}; this is "
                    f"{careerguide.__version__}): it has the migration {app}.{name}, "
                    "which this one does not know. Restore it with that release."
                )


def nodes_at(applied, loader):
    """Return the migrations of this code that were applied, squashed ones included."""
    names = _keys(applied)
    return [
        node
        for node, migration in loader.graph.nodes.items()
        if node in names
        or (migration.replaces and names.issuperset(migration.replaces))
    ]


def _keys(applied):
    return {(app, name) for app, names in applied.items() for name in names}


def had_history_tables(applied):
    """Return whether that was before history was moved into revisions."""
    names = applied.get("publishing", ())
    return "0004_drafts_without_hours" in names and "0006_copy_history" not in names


def migrate_to(applied):
    """Make the tables of an empty database as they were after `applied`."""
    executor = MigrationExecutor(connection)
    nodes = nodes_at(applied, executor.loader)
    parents = {
        parent.key
        for node in nodes
        for parent in executor.loader.graph.node_map[node].parents
        if parent.key[0] == node[0]
    }
    executor.migrate([node for node in nodes if node not in parents])
    if had_history_tables(applied):
        with connection.schema_editor() as editor:
            legacy_history.create(editor)
