"""Compare a restored database with what the manifest of its backup says of it."""

from django.db import connection

from careerguide.operations.errors import OperationError

from .releases import applied_migrations
from .rows import models_at

OTHER = "The backup's database is not the one that its manifest describes: {reason}."
# In the transaction that replaces all; the message is what `psql` says.
VERIFY = """
DO $$
BEGIN
  IF {migrations} THEN
    RAISE EXCEPTION 'not the migrations that its manifest names';
  END IF;
  {counts}
END $$;
"""
COUNT = """IF (SELECT count(*) FROM {table}) <> {count} THEN
    RAISE EXCEPTION 'not {count} rows of {label}, as its manifest says';
  END IF;"""


def verify(manifest, is_dump):
    """Raise OperationError where Django's database is not what the manifest says.

    What was made by our own migrations may have others in place of those.
    """
    if is_dump and applied_migrations() != _sorted(manifest["migrations"]):
        raise OperationError(OTHER.format(reason="it has other migrations"))
    tables = {*connection.introspection.table_names()}
    for label, table, count in _counts(manifest):
        if table not in tables:
            raise OperationError(OTHER.format(reason=f"it has no table of {label}"))
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
            [found] = cursor.fetchone()
        if found != count:
            reason = f"it has {found} rows of {label}, not {count}"
            raise OperationError(OTHER.format(reason=reason))


def as_sql(manifest):
    """Return the same as SQL of PostgreSQL, which fails."""
    applied = manifest["migrations"].items()
    named = [f"{app}.{name}" for app, names in applied for name in names]
    there = "(SELECT array_agg((app || '.' || name)::text) FROM django_migrations)"
    names = f"ARRAY[{', '.join(map(_quoted, named))}]::text[]"
    migrations = f"NOT coalesce({there} @> {names} AND {there} <@ {names}, false)"
    counts = [
        COUNT.format(table=connection.ops.quote_name(table), count=count, label=label)
        for label, table, count in _counts(manifest)
    ]
    return VERIFY.format(migrations=migrations, counts="\n  ".join(counts))


def _counts(manifest):
    """(label, table, count) of the rows of every model that the backup counted."""
    known = {m._meta.label_lower: m for m in models_at(manifest["migrations"])}
    for label, count in manifest["rows"].items():
        if label not in known:
            raise OperationError(OTHER.format(reason=f"{label} is unknown"))
        yield label, known[label]._meta.db_table, count


def _sorted(migrations):
    return {app: sorted(names) for app, names in migrations.items() if names}


def _quoted(text):
    return "'" + text.replace("'", "''") + "'"
