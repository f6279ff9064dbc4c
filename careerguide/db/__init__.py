"""Extend Django's two database back ends: they notice when the database is gone.

Named in `settings.DATABASES`. SQLite goes on with a file that was moved away; a thread
waits for PostgreSQL for as long as PostgreSQL likes.
"""

from pathlib import Path
from urllib.parse import unquote, urlsplit


def file_of(database):
    """Return the file of a SQLite database, as DATABASES names it.

    None of any other.
    """
    name = str(database["NAME"])
    if "sqlite3" not in database["ENGINE"] or not name.startswith("file:/"):
        return None
    return Path(unquote(urlsplit(name).path))


def describe_database(database):
    """Return which database it is, without what it takes to get in."""
    if "sqlite3" in database["ENGINE"]:
        return f"SQLite at {file_of(database) or 'no file, in memory'}"
    host, port = database.get("HOST") or "this machine", database.get("PORT")
    where = f"{host}:{port}" if port else host
    return f"PostgreSQL {database['NAME']} on {where}"
