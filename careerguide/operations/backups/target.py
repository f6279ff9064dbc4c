"""Describe what stands where a backup is to be restored to."""

from contextlib import suppress

from django.contrib.auth import get_user_model
from django.db import Error, connection

from careerguide.library.models import Image
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.related import ContentVersion

from . import sqlite


def is_damaged():
    """Return whether there is a SQLite database that cannot be read."""
    if connection.vendor != "sqlite" or sqlite.is_missing():
        return False
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check(1)")
            return cursor.fetchone()[0] != "ok"
    except Error as error:
        if not any(words in str(error) for words in sqlite.DAMAGED):
            raise
        return True


def content():
    """Return what the site has that a restore would replace, in words.

    "" for nothing.
    """
    if connection.vendor == "sqlite" and sqlite.is_missing():
        return ""
    tables = {*connection.introspection.table_names()}
    found = []
    for model in (*content_models(), Image, get_user_model()):
        if model._meta.db_table not in tables:
            continue
        table = connection.ops.quote_name(model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}")
            [count] = cursor.fetchone()
        if count:
            names = model._meta.verbose_name, model._meta.verbose_name_plural
            found.append(f"{count} {names[count != 1]}")
    return ", ".join(found)


def content_version():
    """Return the number that running servers have seen last; 0 where there is none."""
    if connection.vendor == "sqlite" and sqlite.is_missing():
        return 0
    with suppress(Error):
        return ContentVersion.current()
    return 0
