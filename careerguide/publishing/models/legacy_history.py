"""Read the history tables of releases that kept history by django-simple-history.

Each content model had a table of its own, with the columns of the model and some more.
The models made here are of the last migrations that had these tables, whatever a later
one has changed.
"""

from datetime import UTC, date, datetime
from functools import cache

from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import models
from django.db.migrations.loader import MigrationLoader

LAST_MIGRATIONS = (
    ("articles", "0001_squashed_0006_events"),
    ("careerguide", "0001_squashed_0007_events"),
    ("faq", "0001_squashed_0006_events"),
    ("statistics", "0001_squashed_0007_order_that_fits_the_rows"),
)
WITH_HISTORY = (
    *("articles.article", "careerguide.career", "careerguide.page"),
    *("faq.faqentry", "statistics.stattable"),
)
BATCH = 100
# What a draft does not hold: see `snapshots.UNDRAFTED`, as it was then.
UNDRAFTED = frozenset({"status", "publish_at", "unpublish_at", "order"})


@cache
def history_models():
    """Return (model, the model of its history table) of all that had one."""
    apps = MigrationLoader(None).project_state([*LAST_MIGRATIONS]).apps
    found = [apps.get_model(label) for label in WITH_HISTORY]
    return [(model, history_model(model)) for model in found]


def history_model(model):
    """Return a model of the history table of `model`, in a registry of its own."""
    opts = model._meta

    class Meta:
        app_label = opts.app_label
        apps = Apps()
        db_table = f"{opts.app_label}_historical{opts.model_name}"

    columns = {field.attname: _column(field) for field in opts.local_concrete_fields}
    columns |= {
        "event": models.CharField(max_length=12),
        "form_key": models.CharField(max_length=40),
        "history_id": models.AutoField(primary_key=True),
        "history_date": models.DateTimeField(),
        "history_type": models.CharField(max_length=1),
        "history_change_reason": models.CharField(max_length=200),
        "history_user_id": models.IntegerField(null=True),
    }
    body = {"__module__": __name__, "Meta": Meta, **columns}
    return type(f"Historical{opts.object_name}", (models.Model,), body)


def _column(field):
    """The column of a field: of a relation its key, and nothing is unique."""
    if field.primary_key or field.remote_field:
        return models.BigIntegerField(null=True, db_column=field.column)
    _name, _path, arguments, options = field.deconstruct()
    options.pop("unique", None)
    return type(field)(*arguments, **options)


def existing(connection):
    """Return the `history_models` whose tables the database has."""
    tables = {*connection.introspection.table_names()}
    if not any("_historical" in table for table in tables):
        return []  # as on every new site, without going through migrations
    return [pair for pair in history_models() if pair[1]._meta.db_table in tables]


def create(schema_editor):
    """Make the tables, to be filled from a backup that has their rows."""
    for _model, old in history_models():
        schema_editor.create_model(old)


def move(apps, schema_editor):
    """Copy the rows of the tables, and drop these.

    In one transaction, in which nobody adds a row: a server of the release before may
    still be running.
    """
    connection = schema_editor.connection
    pairs = existing(connection)
    if not pairs:
        return
    if connection.vendor == "postgresql":
        names = (connection.ops.quote_name(old._meta.db_table) for _, old in pairs)
        schema_editor.execute(f"LOCK TABLE {', '.join(names)}")
    copy(apps, connection, pairs)
    for _model, old in pairs:
        schema_editor.delete_model(old)


def copy(apps, connection, pairs):
    """Make a Revision of each row, an item's in their order.

    Their keys begin after those of all rows. A form that was open meanwhile sends the
    key of a row, which must not be taken for one of a revision.
    """
    alias = connection.alias
    ContentType = apps.get_model("contenttypes", "ContentType")
    Revision = apps.get_model("publishing", "Revision")
    number = max((_last_key(old.objects.using(alias)) for _, old in pairs), default=0)
    for model, old in pairs:
        fields = _content_fields(model)
        rows = old.objects.using(alias).order_by("pk")
        kind, last = None, 0
        while batch := rows.filter(pk__gt=last)[:BATCH]:
            kind = kind or _content_type(ContentType.objects.using(alias), model)
            revisions = [
                _revision(Revision, kind, fields, row, number + place)
                for place, row in enumerate(batch, start=1)
            ]
            Revision.objects.using(alias).bulk_create(revisions)
            number, last = revisions[-1].pk, batch[len(batch) - 1].pk
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), [Revision]):
            cursor.execute(sql)


def _last_key(rows):
    return rows.aggregate(last=models.Max("pk"))["last"] or 0


def _content_type(content_types, model):
    opts = model._meta
    names = {"app_label": opts.app_label, "model": opts.model_name}
    return content_types.get_or_create(**names)[0]


def _content_fields(model):
    return [
        field.attname
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in UNDRAFTED
    ]


def _revision(Revision, kind, fields, row, key):  # noqa: N803  a class
    return Revision(
        pk=key,
        content_type=kind,
        object_id=row.id,
        event=row.event,
        version=row.version,
        created_at=row.history_date,
        author_id=row.history_user_id,
        reason=row.history_change_reason,
        form_key=row.form_key,
        status=row.status,
        publish_at=row.publish_at,
        unpublish_at=row.unpublish_at,
        values={name: _plain(getattr(row, name)) for name in fields},
    )


def _plain(value):
    """As JSON holds it: what was stored, no character changed."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value
