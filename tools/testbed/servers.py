"""Start servers for measuring, wait for them, and stop them."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager

from tools.make.venv import ROOT

from .environment import for_a_trial


@contextmanager
def site(state, port):
    address = f"http://127.0.0.1:{port}"
    variables = for_a_trial(
        state,
        SITE_URL=address,
        ALLOWED_HOSTS="127.0.0.1",
        HOST="127.0.0.1",
        PORT=str(port),
    )
    environ = {**os.environ, **variables}
    with running([sys.executable, "manage.py", "serve"], address, environ) as server:
        yield server


@contextmanager
def running(command, address, environ):
    """A server of its own; what it logs is shown only where it ends by itself."""
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, stderr=log
        )
        try:
            wait_for(server, address)
            yield server
        finally:
            if server.poll() is not None:
                log.seek(0)
                print(log.read().decode(errors="replace"), file=sys.stderr)
            server.terminate()
            server.wait(timeout=30)


def wait_for(server, address):
    for _ in range(3000):
        if server.poll() is not None:
            sys.exit("A server did not start; what it said is above.")
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.02)
    sys.exit(f"No answer at {address} within a minute.")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as response:
        return response.read().decode()
