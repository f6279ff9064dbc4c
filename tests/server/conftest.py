"""Start servers as the production command starts them."""

import contextlib
import http.client
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time

import pytest
from django.conf import settings

SERVER = [sys.executable, "-m", "careerguide.management.server"]
QUICK_THREADS = [sys.executable, "-m", "tests.server.quick_threads"]
APP = "tests.server.apps:application"
SECONDS = 600  # after which something hangs


class Started:
    """A server that was started: `get(…)`, `end(…)`, `log` and its `process`."""

    def __init__(self, arguments, environ, port, log, open_files=None):
        self.port, self.log_file = port, log

        def limit():
            if open_files:
                resource.setrlimit(resource.RLIMIT_NOFILE, (open_files, open_files))

        with open(log, "w") as output:
            self.process = subprocess.Popen(
                [*SERVER, *arguments],
                cwd=settings.BASE_DIR,
                env=environ,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                preexec_fn=limit,
            )

    @property
    def log(self):
        return self.log_file.read_text()

    def get(self, path="/", **headers):
        """The status and the text of an answer, on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        with contextlib.closing(connection):
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def wait_until_says(self, words):
        self.wait_until(lambda: words in self.log)

    def wait_until(self, done):
        for _ in range(SECONDS * 20):
            if done():
                return
            assert self.process.poll() is None, self.log
            time.sleep(0.05)
        raise AssertionError(self.log)

    def wait_until_answers(self):
        def answers():
            with contextlib.suppress(OSError, http.client.HTTPException):
                return self.get("/healthz")[0] == 200

        self.wait_until(answers)
        return self

    def end(self, sign=signal.SIGTERM):
        """Its exit code, after `sign`."""
        self.process.send_signal(sign)
        return self.process.wait(timeout=SECONDS)


def variables(state, port):
    """What a site reads that has all its state in one folder."""
    named = {
        n: v for n, v in os.environ.items() if n not in ("PROCESSES", "LOG_FORMAT")
    }
    return {
        **named,
        "ENV_FILE": os.devnull,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "STATE_DIR": str(state),
        "MEDIA_ROOT": str(state / "media"),
        "STATIC_ROOT": str(state / "static"),
        "DATABASE_URL": f"sqlite:///{state}/guide.sqlite3",
        "REDIS_URL": "",
        "DEBUG": "false",
        "SECRET_KEY": "k" * 60,
        "SITE_URL": f"http://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "127.0.0.1",
        "GO": str(state / "go"),
    }


@pytest.fixture
def environ(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return variables(tmp_path, probe.getsockname()[1])


@pytest.fixture(scope="session")
def prepared_once(tmp_path_factory, migrated_file):
    state = tmp_path_factory.mktemp("prepared")
    if migrated_file:
        shutil.copy(migrated_file, state)
    else:
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
            cwd=settings.BASE_DIR,
            env=variables(state, 8000),
            check=True,
            timeout=SECONDS,
        )
    return state


@pytest.fixture
def prepared(environ, prepared_once, collected, tmp_path):
    """A database with all tables and the static files, for the site itself."""
    shutil.copy(prepared_once / "guide.sqlite3", tmp_path)
    environ["STATIC_ROOT"] = str(collected.root)


@pytest.fixture
def migrated(environ):
    """Make all tables in the database at a URL."""

    def run(url):
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
            cwd=settings.BASE_DIR,
            env=environ | {"DATABASE_URL": url},
            check=True,
            timeout=SECONDS,
        )

    return run


@pytest.fixture
def launch(environ, tmp_path):
    """Start a server: ``launch(APP, PROCESSES="2")``; all end with the test.

    A variable that is None is not named.
    """
    running = []

    def run(*arguments, open_files=None, **variables):
        log = tmp_path / f"log-{len(running)}"
        named = {n: v for n, v in (environ | variables).items() if v is not None}
        port = int(named.get("PORT", environ["PORT"]))
        running.append(Started(arguments, named, port, log, open_files))
        return running[-1]

    yield run
    for started in running:
        started.process.kill()
        started.process.wait()


@pytest.fixture
def refused(environ):
    """The one sentence of a server that does not start."""

    def run(*arguments, **variables):
        done = subprocess.run(
            [*SERVER, *arguments],
            cwd=settings.BASE_DIR,
            env=environ | variables,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        assert done.returncode == 1, done.stdout + done.stderr
        [line] = done.stderr.splitlines()
        return line

    return run
