"""Test mistakes of those who run the site: one sentence from every command."""

import re
import subprocess
import sys

import pytest
from django.conf import settings

from careerguide.server.granian import processes
from tools.testbed.machine import find_postgres
from tools.testbed.postgres import temporary_postgres

from .conftest import SERVER

pytestmark = pytest.mark.one_database
COMMANDS = {
    "server": SERVER,
    "migrate": [sys.executable, "manage.py", "migrate", "--check"],
    "serve": [sys.executable, "manage.py", "serve"],
}


@pytest.fixture(params=COMMANDS)
def last_line(request, environ):
    """The one line that a command leaves which ends at once."""

    def run(**variables):
        done = subprocess.run(
            COMMANDS[request.param],
            cwd=settings.BASE_DIR,
            env=environ | variables,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 1, done.stdout + done.stderr
        [line] = done.stderr.splitlines()
        return line

    return run


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("DATABASE_URL", "postgres://me:secret@db:port/guide"),
        ("DATABASE_URL", "sqlite:////dev/null/guide.sqlite3"),
        ("DATABASE_URL", "sqlite://:memory:"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "sqlite://%3Amemory%3A?cache=shared"),
        ("DATABASE_URL", "sqlite://"),
        ("ENV_FILE", "/no/such/file"),
        ("DEBUG", "ja"),
        ("SECRET_KEY", ""),
    ],
)
def test_variable_is_named(last_line, variable, text):
    line = last_line(**{variable: text})
    assert variable in line and "secret" not in line


def test_line_of_the_env_file_is_named(last_line, tmp_path):
    (tmp_path / "env").write_text("A=1\nB='x\n")
    words = r"Line 2 of .* \(B\) opens a ' and never closes it"
    assert re.match(words, last_line(ENV_FILE=str(tmp_path / "env")))


def test_file_that_is_no_database_is_named(last_line, tmp_path):
    (tmp_path / "guide.sqlite3").write_bytes(b"not a database, " * 1000)
    assert "guide.sqlite3 is damaged, or is no SQLite database" in last_line()


@pytest.fixture(scope="module")
def postgres():
    """The URL of a database on PostgreSQL, to be changed into one that is refused."""
    if find_postgres() is None:
        pytest.skip("PostgreSQL is not on this machine")
    with temporary_postgres() as url:
        yield url


def test_what_postgresql_refuses_is_named(last_line, postgres):
    line = last_line(DATABASE_URL=f"{postgres}-none")
    assert "does not exist: create it with `createdb`" in line
    line = last_line(DATABASE_URL=postgres.replace("guide@", "nobody@", 1))
    assert "correct the user in DATABASE_URL" in line
    assert "DATABASE_URL has an option" in last_line(
        DATABASE_URL=f"{postgres}?colour=red"
    )


class TestServerAlone:
    def test_port_that_is_none(self, refused):
        assert "PORT=99999 is not a port" in refused(PORT="99999")

    def test_processes_that_are_none(self, refused, monkeypatch):
        """One is told by the server; the others are asked for without it."""
        assert "it needs a number from 1 to 64" in refused(PROCESSES="many")
        for text in ("0", "-1", "65", "1.5", "٣"):
            monkeypatch.setenv("PROCESSES", text)
            with pytest.raises(SystemExit, match="it needs a number from 1 to 64"):
                processes()

    def test_host_of_another_machine(self, refused, prepared):
        assert "is not an address of this machine" in refused(HOST="192.0.2.1")

    def test_database_that_was_never_prepared(self, refused, tmp_path):
        last_line = refused()
        assert (
            "There is no database at" in last_line and "manage.py migrate" in last_line
        )
        assert not (tmp_path / "guide.sqlite3").exists()
