"""A PostgreSQL server of our own for as long as a block runs.

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
from contextlib import contextmanager
from pathlib import Path

from tools.machine import find_postgres
from tools.problems import Problem

FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
SECONDS_TO_START = 30


@contextmanager
def temporary_postgres():
    """The DATABASE_URL of a new and empty server; it is gone when the block ends."""
    programs = find_postgres()
    if programs is None:
        raise Problem("PostgreSQL's server programs are not on this machine.")
    # Not the usual temporary folder: a socket's path may have about 100 characters.
    folder = Path(tempfile.mkdtemp(prefix="guide-pg-", dir="/tmp"))
    server = None
    try:
        account = account_for(folder)
        initialise(programs, folder, account)
        server = start(programs, folder, account)
        yield f"postgres://guide@/{folder}/guide"
    finally:
        if server is not None:
            stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def account_for(folder):
    """How to run as someone else where we are root, whom PostgreSQL refuses."""
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


def initialise(programs, folder, account):
    command = [programs / "initdb", "--pgdata", folder / "data", "--username", "guide"]
    command += ["--auth", "trust", "--encoding", "UTF8", "--locale", LOCALE]
    command += ["--no-sync"]
    run(command, folder, account)


def start(programs, folder, account):
    command = [programs / "postgres", "-D", folder / "data", "-k", folder]
    for setting in ("listen_addresses=", "max_connections=100", *FORGETFUL):
        command += ["-c", setting]
    with open(folder.parent / f"{folder.name}.log", "w+b") as log:
        os.unlink(log.name)
        server = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            # Ctrl-C at the terminal is for the tests; they stop us afterwards.
            start_new_session=True,
            preexec_fn=stop_with_parent,
            **account,
        )
        ready = [programs / "pg_isready", "--quiet", "--host", folder]
        deadline = time.monotonic() + SECONDS_TO_START
        while subprocess.run(ready).returncode != 0:
            if server.poll() is not None or time.monotonic() > deadline:
                stop(server)
                log.seek(0)
                said = log.read().decode(errors="replace").strip()
                raise Problem(f"PostgreSQL did not start: {said[-500:]}")
            time.sleep(0.1)
    try:
        connect = ["--host", folder, "--username", "guide"]
        run([programs / "createdb", *connect, "guide"], folder, account)
    except BaseException:
        stop(server)
        raise
    return server


def stop_with_parent(how=signal.SIGINT):
    """On Linux a server whose parent was killed gets told to stop."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, how)


def stop(server):
    """The fast shutdown: it does not wait for clients."""
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def run(command, folder, account):
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **account,
    )
    if done.returncode != 0:
        said = done.stdout.strip()[-500:]
        raise Problem(f"PostgreSQL could not be set up: {said}")
