"""Read and write all rows of a database as fixture lines, for any database.

Primary keys are kept, as history, drafts and links to previews name items by them. The
models are those of the migrations that the database has, not those of this code, so
that a backup of an older release can be read.
"""

import gzip
import json
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import groupby, islice
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import DatabaseError, connection, models
from django.db.migrations.loader import MigrationLoader

from careerguide.operations.errors import OperationError
from careerguide.publishing.models.legacy_history import history_models
from careerguide.search import index

from .private import is_private
from .releases import had_history_tables, nodes_at

BATCH = 500
# Of the index of the search, the words are in a table of the database's own kind:
# `migrate`, which ends a restore, makes all of it anew.
DERIVED = {model._meta.label_lower for model in index.MODELS}
MOST_BYTES_OF_A_ROW = 64_000_000


def write_rows(path, applied):
    """Write the rows of Django's database; {model: count}, {table: last key}."""
    counts, last_keys = {}, {}
    with gzip.open(path, "wt", compresslevel=4, encoding="utf-8", newline="\n") as file:
        for model in models_here(applied):
            label = model._meta.label_lower
            if key := _last_key(model):
                last_keys[model._meta.db_table] = key
            if is_private(model) or label in DERIVED:
                continue
            count = 0
            for row in model._base_manager.order_by("pk").iterator(batch_of(model)):
                count += 1
                file.write(f"{_written(label, row)}\n")
            counts[label] = count
    return counts, last_keys


def read_rows(path, applied, last_keys):
    """Put the rows of a file into Django's database, whose tables are there and empty.

    Raises OperationError, naming the row that cannot be taken.
    """
    known = {model._meta.label_lower: model for model in models_at(applied)}
    # Migrations have filled some: the rows of the file have other keys.
    with connection.cursor() as cursor:
        for model in known.values():
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"DELETE FROM {table}")
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for label, lines in groupby(_parsed(file), key=lambda entry: entry["model"]):
            if label not in known:
                raise OperationError(f"The backup holds rows of {label}, unknown here.")
            model = known[label]
            while batch := list(islice(lines, batch_of(model))):
                _insert(model, batch)
    _set_last_keys(known.values(), last_keys)


def batch_of(model):
    """Return how many rows are in memory at once: of those with files, one."""
    has_files = any(isinstance(f, models.BinaryField) for f in model._meta.fields)
    return 1 if has_files else BATCH


def models_at(applied):
    """Return all models, many-to-many ones too, after the migrations `applied`."""
    return _models_at(tuple((app, tuple(names)) for app, names in applied.items()))


def models_here(applied):
    """Return those of Django's database, whose migrations are `applied`.

    A new site that was not migrated to its end has no tables of history.
    """
    tables = {*connection.introspection.table_names()}
    return [m for m in models_at(applied) if m._meta.db_table in tables]


@lru_cache(maxsize=2)  # to go through all migrations takes as long as a small backup
def _models_at(applied):
    applied, loader = dict(applied), MigrationLoader(None)
    then = loader.project_state(nodes_at(applied, loader)).apps
    found = [*then.get_models(include_auto_created=True)]
    if had_history_tables(applied):
        found += [old for _model, old in history_models()]
    return sorted(
        (m for m in found if m._meta.managed and not m._meta.proxy),
        key=lambda model: model._meta.label_lower,
    )


def _written(label, row):
    fields = {
        field.attname: _plain(getattr(row, field.attname), field)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    entry = {"model": label, "pk": _plain(row.pk, row._meta.pk), "fields": fields}
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"))


def _plain(value, field):
    """A value as JSON can hold it, whole: Django's own encoder cuts microseconds."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(field, models.JSONField):
        return json.loads(json.dumps(value, cls=field.encoder))
    if isinstance(value, str | Decimal | UUID):
        return str(value)
    if isinstance(value, timedelta):
        return str(value)
    return field.value_to_string(_Holder(field.attname, value))


class _Holder:
    def __init__(self, name, value):
        setattr(self, name, value)


def _parsed(file):
    while line := file.readline(MOST_BYTES_OF_A_ROW):
        try:
            entry = json.loads(line)
            entry["model"] + "", entry["pk"], entry["fields"].items()
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise OperationError("A row of the backup cannot be read.") from error
        yield entry


def _insert(model, entries):
    pk = model._meta.pk
    fields = [f for f in model._meta.concrete_fields if not f.primary_key]
    for field in fields:
        # The model is of the migrations: no other code saves with it.
        if isinstance(field, models.DateField | models.TimeField):
            field.auto_now = field.auto_now_add = False
    try:
        rows = []
        for entry in entries:
            row = model(**{pk.attname: _value(pk, entry["pk"])})
            for field in fields:
                setattr(
                    row, field.attname, _value(field, entry["fields"][field.attname])
                )
            rows.append(row)
        model._base_manager.bulk_create(rows)
    except (ValidationError, DatabaseError, ValueError, KeyError, TypeError) as error:
        first, last = entries[0]["pk"], entries[-1]["pk"]
        label = model._meta.label_lower
        raise OperationError(
            f"Rows {first} to {last} of {label} do not fit this database: {error}"
        ) from error


def _value(field, value):
    if isinstance(field, models.JSONField):
        # None would be no value at all, where JSON's null is meant.
        return models.Value(None, field) if value is None and not field.null else value
    if field.remote_field:
        return field.target_field.to_python(value)
    return field.to_python(value)


def _last_key(model):
    """The highest key that was ever given, also to a row that is gone; 0 for none.

    A link to a preview is a key that was signed: no key may be given twice.
    """
    if not isinstance(model._meta.auto_field, models.AutoField | models.BigAutoField):
        return 0
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        else:
            name = connection.ops.quote_name(table)
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [name, column])
            [sequence] = cursor.fetchone()
            if not sequence:
                return 0
            cursor.execute(f"SELECT last_value FROM {sequence} WHERE is_called")
        found = cursor.fetchone()
    return found[0] if found else 0


def _set_last_keys(known, last_keys):
    known = {model._meta.db_table: model for model in known}
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), [*known.values()]):
            cursor.execute(sql)
        for table, key in last_keys.items():
            model = known.get(table)
            if model is None or not model._meta.auto_field or key <= _last_key(model):
                continue
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
                cursor.execute(
                    "INSERT INTO sqlite_sequence VALUES (%s, %s)", [table, key]
                )
            else:
                names = [connection.ops.quote_name(table), model._meta.pk.column, key]
                cursor.execute(
                    "SELECT setval(pg_get_serial_sequence(%s, %s), %s)", names
                )
