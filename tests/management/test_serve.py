"""Test `manage.py serve`, in processes and state folders of its own."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request

import pytest
from django.conf import settings

SERVE = [sys.executable, "manage.py", "serve"]
SECONDS = 600  # after which something hangs: a first start takes all migrations


@pytest.fixture
def environ(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return {
        **os.environ,
        "ENV_FILE": os.devnull,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "STATE_DIR": str(tmp_path),
        "MEDIA_ROOT": str(tmp_path / "media"),
        "STATIC_ROOT": str(tmp_path / "static"),
        "DATABASE_URL": f"sqlite:///{tmp_path}/guide.sqlite3",
        "DEBUG": "false",
        "SECRET_KEY": "k" * 60,
        "SITE_URL": f"http://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "127.0.0.1",
    }


@pytest.fixture
def start(environ, tmp_path):
    """Start a server and wait until it answers: (process, what it printed)."""
    running = []

    def run():
        log = tmp_path / f"log-{len(running)}"
        with open(log, "w") as output:
            server = subprocess.Popen(
                SERVE,
                cwd=settings.BASE_DIR,
                env=environ,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        running.append(server)
        wait_until_up(server, environ["SITE_URL"], log)
        return server, log.read_text()

    yield run
    for server in running:
        server.kill()
        server.wait()


def wait_until_up(server, url, log):
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            return urllib.request.urlopen(f"{url}/healthz", timeout=5).close()
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())


def is_listening(environ):
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", int(environ["PORT"]))) == 0


def sentence(environ):
    """The one line that a `serve` which stops at once leaves, on the error stream."""
    done = subprocess.run(
        SERVE, cwd=settings.BASE_DIR, env=environ, capture_output=True, text=True
    )
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    return line


@pytest.mark.long
def test_first_run_second_run_and_the_ways_they_end(start, environ, tmp_path):
    server, first = start()
    assert f"{environ['SITE_URL']}/admin/" in first
    assert re.search(r"password  ([a-z2-9]{4}-){3}[a-z2-9]{4}\n", first)
    assert "is in use" in sentence(environ)

    server.send_signal(signal.SIGINT)
    assert server.wait(timeout=SECONDS) == 0

    with sqlite3.connect(tmp_path / "guide.sqlite3") as database:
        database.execute("UPDATE articles_article SET title = 'Mine now'")
        database.execute("DELETE FROM faq_faqentry")
    database.close()

    server, second = start()
    assert "password" not in second
    with sqlite3.connect(tmp_path / "guide.sqlite3") as database:
        titles = database.execute("SELECT DISTINCT title FROM articles_article")
        assert titles.fetchall() == [("Mine now",)]
        assert database.execute("SELECT count(*) FROM faq_faqentry").fetchone() == (0,)
    database.close()

    # A killed server takes its worker along, or that would keep the port.
    server.kill()
    server.wait()
    deadline = time.monotonic() + SECONDS
    while is_listening(environ) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_listening(environ)


def test_bad_port_is_one_sentence(environ):
    assert "PORT=70000 is not a port" in sentence({**environ, "PORT": "70000"})


def test_damaged_database_is_one_sentence(environ, tmp_path):
    (tmp_path / "guide.sqlite3").write_bytes(b"not a database, " * 1000)
    assert "guide.sqlite3 is damaged, or is no SQLite database" in sentence(environ)


def test_database_server_that_is_away_is_one_sentence(environ):
    away = {**environ, "DATABASE_URL": "postgres://me:secret@127.0.0.1:1/guide"}
    error = sentence(away)
    assert "The database guide on 127.0.0.1 does not answer" in error
    assert "secret" not in error


def test_bad_number_of_processes_is_one_sentence(environ):
    error = sentence({**environ, "PROCESSES": "two"})
    assert "PROCESSES is 'two': it needs a number from 1 to 64." in error
    assert "password" not in error  # which is told once: not to lose it, nothing began
