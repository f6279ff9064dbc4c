"""Parse DATABASE_URL, once it is known to name a database that we can use.

No error message repeats it, as it may hold a password.
"""

import errno
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from environ import Env

SQLITE = ("sqlite",)
POSTGRESQL = ("postgres", "postgresql", "psql", "pgsql")
HOW = (
    "write it such as postgres://user:password@host:5432/name, or "
    "sqlite:////folder/guide.sqlite3."
)
ENCODED = (
    "characters such as / ? # @ : % and spaces in its password are written %2F %3F %23 "
    "%40 %3A %25 %20."
)


def database_from(url):
    """Return what Django's DATABASES says of the database at `url`."""
    scheme, colon, _ = url.partition("://")
    if not colon:
        raise _wrong("is no address of a database", HOW)
    if scheme.lower() not in SQLITE + POSTGRESQL:
        name = scheme if re.fullmatch(r"[A-Za-z0-9+.-]{1,20}", scheme) else "another"
        raise _wrong(
            f"names a database of the kind {name!r}, which this site does not run on",
            f"use PostgreSQL or SQLite, and {HOW}",
        )
    if re.search(r"[\s\x00-\x1f]", url) and scheme.lower() not in SQLITE:
        raise _wrong("holds a space", ENCODED)
    return _sqlite(url) if scheme.lower() in SQLITE else _postgresql(url)


def sqlite_file(file, variable="DATABASE_URL"):
    """Return the same of a SQLite file, whose folder is made where it is missing.

    `variable` is the one that leads to it.
    """
    file = Path(file)
    try:
        if file.is_dir():
            raise _wrong(
                f"leads to {file}, which is a folder",
                "name a file in it, such as guide.sqlite3.",
                variable,
            )
        if file.exists() and not file.is_file():
            raise _wrong(f"leads to {file}, which is no file", "name one.", variable)
        file.parent.mkdir(parents=True, exist_ok=True)
        # Once the file exists, opening it must never make a new and empty one.
        mode = "rw" if file.exists() else "rwc"
        # Django would say that its SQLite is too old.
        is_ours = mode == "rwc" or os.access(file, os.R_OK | os.W_OK)
        if not is_ours or not os.access(file.parent, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except (OSError, ValueError) as error:
        raise _wrong(
            f"leads to {file}, which cannot be opened "
            f"({getattr(error, 'strerror', None) or error})",
            "name a place where you may write.",
            variable,
        ) from error
    name = f"{file.resolve().as_uri()}?mode={mode}"
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": name}


def _sqlite(url):
    rest = url.partition("://")[2].partition("?")[0]
    if unquote(rest).strip("/") == ":memory:":
        raise _wrong(
            "names a database in memory, which is empty for every process and thread",
            "name a file, such as sqlite:////folder/guide.sqlite3.",
        )
    if not rest.startswith("/"):
        raise _wrong(
            "names no file after sqlite://",
            "write sqlite:////folder/file, with four slashes, or sqlite:///file for "
            "one in the folder it is started in.",
        )
    if rest == "/":
        raise _wrong("names no file after sqlite://", HOW)
    return sqlite_file(unquote(rest[1:]))


def _postgresql(url):
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise _wrong("has a host or port that is none", f"{HOW} And {ENCODED}") from (
            error
        )
    if parts.fragment or "#" in url:
        raise _wrong("holds a #", ENCODED)
    if port == 0:
        raise _wrong("has the port 0", HOW)
    if not parts.path.strip("/"):
        raise _wrong("names no database after the host", HOW)
    # Two slashes begin the folder of a Unix socket, the name of the database ends it.
    if "/" in parts.path.strip("/") and not parts.path.startswith("//"):
        raise _wrong("names more than one database after the host", f"{HOW} {ENCODED}")
    return Env.db_url_config(url)


def _wrong(what, instead, variable="DATABASE_URL"):
    return ImproperlyConfigured(f"{variable} {what}: {instead}")
