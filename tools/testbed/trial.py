"""Serve the site as `make run` does, on a state of its own, to be broken and killed."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path

from tools.make.venv import ROOT

from .machine import family_of
from .postgres import stop_with_parent
from .servers import free_port

PASSWORD = "a-heron-reads-slowly"
SECONDS_TO_START = 60


class Server:
    """A server process, with the superuser admin in its database; `url` is where."""

    def __init__(self, environ):
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.environ = environ | {
            "SITE_URL": self.url,
            "ALLOWED_HOSTS": "127.0.0.1",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
        }

    def __enter__(self):
        self.manage("migrate", "--verbosity=0")
        self.manage("createsuperuser", "--noinput", "--username=admin", "--email=")
        self.start()
        return self

    def __exit__(self, *exception):
        self.kill()

    @contextmanager
    def beside(self):
        """Another process on the same database and folders."""
        other = Server(self.environ)
        other.start()
        try:
            yield other
        finally:
            other.kill()

    def start(self):
        """Start it; return the seconds until it is ready."""
        started = time.monotonic()
        self.log_file = tempfile.TemporaryFile()  # noqa: SIM115  until it ends
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self.log_file,
            start_new_session=True,
            preexec_fn=stop_with_parent,
        )
        while time.monotonic() - started < SECONDS_TO_START:
            if self.process.poll() is not None:
                raise RuntimeError("The server did not start.")
            if self.ask("/readyz")[0] == 200:
                return time.monotonic() - started
            time.sleep(0.02)
        raise RuntimeError("The server did not answer within a minute.")

    def log(self):
        """Return what it has logged since its last start."""
        size = os.fstat(self.log_file.fileno()).st_size
        return os.pread(self.log_file.fileno(), size, 0).decode(errors="replace")

    def ask(self, path, patience=10):
        """Return status and headers that a GET is answered with.

        None where it is not.
        """
        try:
            with urllib.request.urlopen(self.url + path, timeout=patience) as answer:
                return answer.status, answer.headers
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers
        except (OSError, HTTPException):
            return None, {}

    def kill(self):
        """Kill it with its workers, at once: nothing is finished or tidied up."""
        if self.process.poll() is None:
            for pid in family_of(self.process.pid):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        self.process.wait()
        # Its workers die a moment later, and one of them might still answer.
        while self.is_listening():
            time.sleep(0.005)

    def memory(self):
        """Return what all its processes hold, in MB.

        0 where the system does not tell.
        """
        pages = 0
        for pid in family_of(self.process.pid):
            with suppress(OSError):
                pages += int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000

    def is_listening(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", int(self.environ["PORT"]))) == 0

    def manage(self, *arguments):
        """Run a command of `manage.py`; return what it prints.

        RuntimeError, with what it said, where it fails.
        """
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environ,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise RuntimeError(f"manage.py {' '.join(arguments)}: {done.stderr}")
        return done.stdout.strip()
