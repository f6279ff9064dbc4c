"""Make another database Django's default for a while, in this thread."""

from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.db import connections
from django.db.utils import load_backend

SQLITE = "careerguide.db.sqlite3"
NOTHING = {"USER": "", "PASSWORD": "", "HOST": "", "PORT": ""}


@contextmanager
def sqlite_file(path):
    """Use the SQLite database at `path`, which is made where it is missing.

    It is closed at the end, with all of it in the one file.
    """
    options = {"transaction_mode": "IMMEDIATE", "timeout": 10}
    with default_database(
        NOTHING,
        ENGINE=SQLITE,
        NAME=f"{path.resolve().as_uri()}?mode=rwc",
        OPTIONS=options,
    ):
        yield


@contextmanager
def default_database(*changes, **more):
    """Use the default database with other settings."""
    before = connections["default"]
    settings = before.settings_dict.copy()
    for change in (*changes, more):
        settings |= change
    connections["default"] = load_backend(settings["ENGINE"]).DatabaseWrapper(
        settings, "default"
    )
    ContentType.objects.clear_cache()
    try:
        yield connections["default"]
    finally:
        connections["default"].close()
        connections["default"] = before
        ContentType.objects.clear_cache()
