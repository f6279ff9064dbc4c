"""Full text in the database: SQLite's FTS5, or arrays and GIN in PostgreSQL.

Both are given plain tokens in four fields, and queries made of such tokens; neither
stems, folds nor reads an operator. See `base` for what a back end does.
"""

from importlib import import_module

from django.db import connection


def backend():
    """Return the back end of the default database."""
    return import_module(f"{__name__}.{connection.vendor}").Backend(connection)
