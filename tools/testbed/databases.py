"""Create databases with sample guides, on SQLite and PostgreSQL, used in turn."""

from contextlib import contextmanager, nullcontext
from functools import partial
from io import StringIO

from .machine import find_postgres
from .postgres import temporary_postgres


@contextmanager
def databases(state, sizes):
    """Return by kind and number of guides what makes it Django's database.

    Call it after `django.setup()`. PostgreSQL is left out where it is not installed.
    """
    from django.db import connections

    with temporary_postgres() if find_postgres() else nullcontext() as url:
        found = {"SQLite": {n: use_sqlite(state, n) for n in sizes}}
        if url:
            found["PostgreSQL"] = {n: use_postgres(url, n) for n in sizes}
        yield found
        for by_size in found.values():
            for use in by_size.values():
                use()
                connections["default"].close()


def use_sqlite(state, size):
    return filled({"NAME": f"file:{state}/{size}.sqlite3?mode=rwc"}, size)


def use_postgres(url, size):
    import environ

    server = environ.Env.db_url_config(url) | {"OPTIONS": {}}
    with wrapper(server).cursor() as cursor:
        cursor.execute(f"CREATE DATABASE guide_{size}")
    return filled(server | {"NAME": f"guide_{size}"}, size)


def filled(changes, size):
    from django.core.management import call_command
    from django.db import connection, connections

    from careerguide.publishing.models.related import ContentVersion

    use = partial(connections.__setitem__, "default", wrapper(changes))
    use()
    call_command("migrate", verbosity=0)
    call_command("seed", "site", stdout=StringIO())
    call_command("make_sample_guides", size, stdout=StringIO())
    ContentVersion.objects.update(
        number=size
    )  # each its own: what is counted is kept by it
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # as the server does by itself, later
    return use


def wrapper(changes):
    """Return a connection of Django's to the default database with other settings."""
    from django.db import connections
    from django.db.utils import load_backend

    settings = connections.settings["default"] | changes
    return load_backend(settings["ENGINE"]).DatabaseWrapper(settings, "default")
