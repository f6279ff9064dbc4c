"""Create sites of our own, on SQLite and on PostgreSQL, for commands to work on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environ
import pytest
from django.core.management import call_command
from django.db import connections

from careerguide.operations.backups import releases
from careerguide.operations.backups.default_database import (
    default_database,
    sqlite_file,
)
from tools.testbed.machine import find_postgres
from tools.testbed.postgres import temporary_postgres_server

from .tables import CopiedTables

ROOT = Path(__file__).resolve().parent.parent.parent
BACK_END = "careerguide.db.postgresql"
KINDS = ["sqlite", "postgresql"]


class Site:
    """A database, a folder of uploads and one of state; nothing of it is shared."""

    def __init__(self, kind, folder, settings, postgres):
        self.kind, self.folder, self.settings = kind, folder, settings
        self.postgres = postgres
        self.media = folder / "media"
        self.name = f"guide_{abs(hash(str(folder)))}"
        folder.mkdir()

    @property
    def file(self):
        return self.folder / "guide.sqlite3"

    def __enter__(self):
        """Make it Django's: its database, and its folders."""
        self.settings.STATE_DIR = self.folder
        self.settings.MEDIA_ROOT = self.media
        self.settings.BACKUP_DIR = self.folder / "backups"
        if self.kind == "sqlite":
            self.using = sqlite_file(self.file)
        else:
            self.using = default_database(self.server(), ENGINE=BACK_END, OPTIONS={})
        self.using.__enter__()
        return self

    def __exit__(self, *exception):
        self.using.__exit__(*exception)

    def server(self):
        found = environ.Env.db_url_config(self.postgres.url)
        return {name: found[name] for name in ("HOST", "PORT", "USER")} | {
            "NAME": self.name,
            "PASSWORD": "",
        }

    def create(self, template=None):
        if self.kind == "postgresql":
            connect = ["--host", self.postgres.folder, "--username", "guide"]
            like = ["--template", template.name] if template else []
            self.postgres.run("createdb", *connect, *like, self.name)
        elif template:
            shutil.copy(template.file, self.file)
        if template:
            shutil.copytree(template.media, self.media)
        return self


@pytest.fixture(scope="session")
def postgres():
    if find_postgres() is None:
        pytest.skip("PostgreSQL is not on this machine")
    with temporary_postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def templates():
    """Sites with the guide of the fixtures, each made once and copied."""
    return {}


@pytest.fixture
def sites(
    tmp_path_factory, settings, request, templates, migrated_file, django_db_blocker
):
    """``sites("sqlite")``: a new site with the guide; ``empty=True`` for nothing, and
    ``seeded=False`` for the tables alone."""
    watched = connections["watch"]

    def new(kind, like=None):
        server = kind == "postgresql" and request.getfixturevalue("postgres")
        folder = tmp_path_factory.mktemp("site") / "state"
        return Site(kind, folder, settings, server).create(like)

    def prepare(kind):
        tables = new(kind)
        tables.media.mkdir()
        if kind == "sqlite" and migrated_file:
            shutil.copy(migrated_file, tables.file)
        else:
            with tables:
                call_command("migrate", verbosity=0)
        guide = new(kind, tables)
        with guide:
            call_command("seed", verbosity=0)
        templates[kind, "tables"], templates[kind, "guide"] = tables, guide

    def make(kind, empty=False, seeded=True):
        if empty:
            return new(kind)
        if (kind, "guide") not in templates:
            prepare(kind)
        return new(kind, templates[kind, "guide" if seeded else "tables"])

    with django_db_blocker.unblock():
        yield make
    assert connections["watch"] is watched


@pytest.fixture
def copied_tables(sites, templates, monkeypatch):
    """Spare a restore from rows the migrations, which other tests have it run."""
    if "copied" not in templates:
        kinds = KINDS if find_postgres() else KINDS[:1]
        templates["copied"] = CopiedTables(sites, kinds)
    monkeypatch.setattr(releases, "migrate_to", templates["copied"])


@pytest.fixture(params=KINDS)
def site(request, sites):
    """A site with the guide of the fixtures, on each kind of database."""
    return sites(request.param)


def manage(environ, *arguments, check=True):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=check,
    )
