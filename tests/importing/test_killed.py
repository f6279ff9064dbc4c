"""Test that a process that is killed half-way leaves nothing half done."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.conf import settings
from django.db import connection

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

START = """
import os, signal
import django
django.setup()
from django.contrib.auth import get_user_model
from careerguide.importing import creation, jobs, services
from careerguide.importing.models import Import, State
from tests.importing.documents import MESSY_TEXT

def kill(*given, **named):
    os.kill(os.getpid(), signal.SIGKILL)

jobs.begin = lambda pk: None
by = get_user_model().objects.create_superuser("a", "a@example.org", "b")
record = services.start("a.txt", MESSY_TEXT.encode(), by)
"""
WHILE_READING = """
jobs.recognise = kill
jobs.read(record.pk)
"""
WHILE_WRITING = """
jobs.read(record.pk)
asked = [d for d in services.review(record.pk).decisions if d.kind == "decimals"]
services.apply(record.pk, 1, "answer", {"decision": asked[0].id, "answer": "."}, by)
create, made = creation.actions.create, []
def some(item, by, **values):
    made.append(create(item, by, **values))
    if len(made) == 5:
        kill()
creation.actions.create = some
services.create(record.pk, 2, by)
"""


@pytest.fixture
def file(tmp_path, migrated_file):
    if connection.vendor != "sqlite":
        pytest.skip("a file of SQLite is copied here")
    return shutil.copy(migrated_file, tmp_path / "guide.sqlite3")


def killed(file, script):
    """Run a script that is killed, and return what the database says afterwards."""
    run = subprocess.run(
        [sys.executable, "-c", START + script],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DATABASE_URL": f"sqlite:///{file}",
            "DJANGO_SETTINGS_MODULE": "careerguide.settings",
            "MEDIA_ROOT": str(file.parent / "media"),
        },
        capture_output=True,
        text=True,
    )
    assert run.returncode == -signal.SIGKILL, run.stderr
    with closing(sqlite3.connect(file)) as database:
        [(state, step)] = database.execute("SELECT state, step FROM importing_import")
        counts = [
            database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in (
                *("careerguide_career", "articles_article", "publishing_revision"),
                *("importing_importeditem", "importing_importpicture"),
            )
        ]
        [(whole,)] = database.execute("PRAGMA integrity_check")
    assert whole == "ok"
    return state, step, counts


def test_while_it_reads(file):
    """It is found again: `test_jobs` reads what nobody has been heard of."""
    assert killed(file, WHILE_READING) == ("reading", "tables", [0] * 5)


def test_while_it_writes(file):
    state, _step, counts = killed(file, WHILE_WRITING)
    assert (state, counts) == ("review", [0] * 5)
