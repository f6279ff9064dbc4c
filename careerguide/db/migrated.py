"""Tell which migrations of this code a database lacks, and refuse half of a squash."""

from django.core.checks import Error, Tags, register
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

HALF_MIGRATED = (
    "it has the migration {app}.{there} and lacks {app}.{missing}, which this release "
    "no longer has"
)
SENTENCE = "The database is too old to be upgraded by this release: {half}."
WHAT_TO_DO = (
    "Run “manage.py migrate” with the release before this one, then upgrade: see "
    "“Upgrading” in CHANGELOG.md. Nothing was changed."
)


class HalfMigrated(Exception):
    """The database has only some of the migrations that a squashed one replaces."""

    def __init__(self, half):
        self.sentence = SENTENCE.format(half=half)
        super().__init__(f"{self.sentence} {WHAT_TO_DO}")


def missing_migrations(connection):
    """Return the plan of what is to be applied; raises HalfMigrated."""
    if half := half_migrated(MigrationRecorder(connection).applied_migrations()):
        raise HalfMigrated(half)
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def half_migrated(applied):
    """Return which squashed migration is `applied`, (app, name)s, in part; "" for none.

    Django says so of some with a name that nobody knows, and of others not at all.
    """
    loader = MigrationLoader(None, load=False)
    loader.load_disk()
    for migration in loader.disk_migrations.values():
        replaced = [key for key in migration.replaces if key not in applied]
        there = [key for key in migration.replaces if key in applied]
        missing = [key for key in replaced if key not in loader.disk_migrations]
        if there and missing:
            app, name = missing[0]
            return HALF_MIGRATED.format(app=app, there=there[-1][1], missing=name)
    return ""


@register(Tags.database)
def half_migrated_check(app_configs, databases, **kwargs):
    """Have `migrate`, which runs it first, end with a sentence."""
    found = []
    for alias in databases or ():
        applied = MigrationRecorder(connections[alias]).applied_migrations()
        if half := half_migrated(applied):
            sentence = SENTENCE.format(half=half)
            found.append(Error(sentence, hint=WHAT_TO_DO, id="careerguide.E001"))
    return found
