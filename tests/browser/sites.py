"""Start a real Granian over a state folder of its own, as `make run` would."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

from tools.make.venv import ROOT
from tools.testbed.environment import for_a_trial
from tools.testbed.postgres import stop_with_parent

# One for all, or those who are signed in would not be in a copy.
SECRET_KEY = "only-the-sites-of-browser-tests-are-signed-with-this-key"
PREPARE = "from tests.browser.people import prepare; prepare({file!r})"
SESSIONS = "sessions.json"
SECONDS_TO_START = 600  # after which something hangs


class Site:
    """`url`, `manage(…)`, `query(…)` and `session(…)` while it runs."""

    def __init__(self, state, static):
        self.state = Path(state)
        self.url = ""
        variables = for_a_trial(state, STATIC_ROOT=str(static), SECRET_KEY=SECRET_KEY)
        self.environ = {**os.environ, **variables}

    @classmethod
    def prepare(cls, state):
        """A state folder with the guide, people who edit it, and the static files."""
        site = cls(state, state / "static")
        site.state.mkdir(parents=True, exist_ok=True)
        collecting = site.start_manage("collectstatic", "--noinput", "--verbosity=0")
        code = PREPARE.format(file=str(site.state / SESSIONS))
        site.manage("shell", "--verbosity=0", "-c", code)
        finish(collecting)
        return site

    def copy(self, state):
        """A site of its own that begins where this one stands; static files shared."""
        shutil.copytree(self.state, state, ignore=shutil.ignore_patterns("static"))
        return Site(state, self.environ["STATIC_ROOT"])

    def manage(self, *arguments):
        """What `manage.py` prints; it sees the same database as the server."""
        return finish(self.start_manage(*arguments))

    def query(self, sql, *values):
        """The rows of its database; of one column, its values."""
        with closing(sqlite3.connect(self.state / "guide.sqlite3")) as database:
            rows = database.execute(sql, values).fetchall()
        return [row[0] if len(row) == 1 else row for row in rows]

    def session(self, name):
        """The cookie of somebody who has signed in: of `people.PEOPLE`."""
        sessions = json.loads((self.state / SESSIONS).read_text())
        return {"name": "sessionid", "value": sessions[name], "url": self.url}

    def start_manage(self, *arguments):
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def __enter__(self):
        # Kept bound, but not listening, while the server lives: a second run of
        # these tests could otherwise be given the same one and nobody would notice.
        self.place = socket.socket()
        self.place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.place.bind(("127.0.0.1", 0))
        port = self.place.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.environ |= {
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "SITE_URL": self.url,
            "ALLOWED_HOSTS": "127.0.0.1",
        }
        self.log = self.state / "server.log"
        with open(self.log, "w") as log:
            self.server = subprocess.Popen(
                [sys.executable, "-m", "careerguide.management.server"]
                + ["careerguide.wsgi:application"],
                cwd=ROOT,
                env=self.environ,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                # Ctrl-C is for the tests; they stop us, and so does their end.
                start_new_session=True,
                preexec_fn=stop_with_parent,
            )
        try:
            self._wait_until_ready()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *error):
        self._stop()
        output = self.log.read_text()
        assert "Traceback" not in output, f"The server met an error:\n{output[-4000:]}"

    def _wait_until_ready(self):
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            if self.server.poll() is not None or time.monotonic() > deadline:
                output = self.log.read_text()[-2000:]
                raise AssertionError(f"The site did not start: {output}")
            time.sleep(0.05)

    def _answers(self):
        try:
            return urllib.request.urlopen(f"{self.url}/readyz", timeout=5).status == 200
        except OSError:
            return False

    def _stop(self):
        self.server.terminate()
        try:
            self.server.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
        self.place.close()


def finish(process):
    output, _ = process.communicate()
    assert process.returncode == 0, f"{process.args} failed:\n{output}"
    return output
