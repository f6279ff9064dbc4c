"""Run a PostgreSQL server of our own for as long as a block runs.

    with temporary_postgres() as url:
        ...  # DATABASE_URL=url

It listens on a socket in a private folder only, forgets everything, and is as fast as
that allows.
"""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from tools.make.problems import Problem

from .machine import family_of, find_postgres

FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
SECONDS_TO_START = 30


@contextmanager
def temporary_postgres():
    """The DATABASE_URL of a new and empty server; it is gone when the block ends."""
    with temporary_postgres_server() as server:
        yield server.url


@contextmanager
def temporary_postgres_server():
    """The same as a `Server`, to be stopped and started while the block runs."""
    programs = find_postgres()
    if programs is None:
        raise Problem("PostgreSQL's server programs are not on this machine.")
    # Not the usual temporary folder: a socket's path may have about 100 characters.
    folder = Path(tempfile.mkdtemp(prefix="guide-pg-", dir="/tmp"))
    server = Server(programs, folder)
    try:
        server.initialise()
        server.start()
        server.make_database()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


class Server:
    def __init__(self, programs, folder):
        self.programs, self.folder = programs, folder
        self.url = f"postgres://guide@/{folder}/guide"
        self.account = account_for(folder)
        self.process = None

    def initialise(self):
        options = ["--pgdata", self.folder / "data", "--username", "guide"]
        options += ["--auth", "trust", "--encoding", "UTF8", "--locale", LOCALE]
        self.run("initdb", *options, "--no-sync")

    def start(self):
        command = [self.programs / "postgres", "-D", self.folder / "data"]
        command += ["-k", self.folder]
        for setting in ("listen_addresses=", "max_connections=100", *FORGETFUL):
            command += ["-c", setting]
        with open(self.folder.parent / f"{self.folder.name}.log", "w+b") as log:
            os.unlink(log.name)
            self.process = subprocess.Popen(
                command,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                # Ctrl-C at the terminal is for the tests; they stop us afterwards.
                start_new_session=True,
                preexec_fn=stop_with_parent,
                **self.account,
            )
            ready = [self.programs / "pg_isready", "--quiet", "--host", self.folder]
            deadline = time.monotonic() + SECONDS_TO_START
            while subprocess.run(ready).returncode != 0:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    self.stop()
                    log.seek(0)
                    output = log.read().decode(errors="replace").strip()
                    raise Problem(f"PostgreSQL did not start: {output[-500:]}")
                time.sleep(0.1)

    def make_database(self):
        """A new and empty one, in the place of that which was there."""
        connect = ["--host", self.folder, "--username", "guide"]
        self.run("dropdb", *connect, "--force", "--if-exists", "guide")
        self.run("createdb", *connect, "guide")

    def stop(self, how=signal.SIGINT):
        """The fast shutdown: it waits for no client. With SIGQUIT as in a crash."""
        if self.process is None or self.process.poll() is not None:
            return
        self.go_on()
        self.process.send_signal(how)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def pause(self):
        """Stop answering, while connections are still taken."""
        self._tell_all(signal.SIGSTOP)

    def go_on(self):
        self._tell_all(signal.SIGCONT)

    def _tell_all(self, what):
        for pid in family_of(self.process.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, what)

    def run(self, program, *arguments):
        done = subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **self.account,
        )
        if done.returncode != 0:
            output = done.stdout.strip()[-500:]
            raise Problem(f"PostgreSQL could not be set up: {output}")


def account_for(folder):
    """Return how to run as someone else where we are root, whom PostgreSQL refuses."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            person = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(folder, person.pw_uid, person.pw_gid)
        return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
    raise Problem("PostgreSQL refuses root, and there is no account nobody to use.")


def stop_with_parent(how=signal.SIGINT):
    """Have a server stop when its parent is killed, on Linux."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, how)
