"""List what no backup holds: who is signed in, and what is of this moment alone.

Whoever reads a backup could else be anybody who was signed in, and a restore would
bring back sessions that were ended since.
"""

from django.apps import apps
from django.db import connection

LABELS = {"sessions.session", "publishing.presence", "axes.accessattempt"}


def is_private(model):
    """Return whether it is one of them, or a row of it cannot be without one."""
    return model._meta.label_lower in LABELS or any(
        field.related_model._meta.label_lower in LABELS
        for field in model._meta.concrete_fields
        if field.remote_field and not field.null
    )


def tables_of(models):
    """Return the tables of private models, those that refer to others first."""
    private = [model for model in models if is_private(model)]
    private.sort(key=lambda model: model._meta.label_lower in LABELS)
    return [model._meta.db_table for model in private]


def forget():
    """Delete all such rows from Django's database."""
    with connection.cursor() as cursor:
        for table in tables_of(apps.get_models()):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
