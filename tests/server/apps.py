"""Define applications that are served in place of the site, to test the server."""

import os
import time
from pathlib import Path

# Loading takes until that file is there, where one is named.
if gate := os.environ.get("LOAD"):
    Path(gate).with_suffix(".loading").touch()
    while not Path(gate).exists():
        time.sleep(0.05)

# Also why it is there: a worker that cannot load its application ends.
PID = f"{os.getppid()} {os.getpid()}".encode()


def application(environ, start_response):
    """Tell who serves; at /slow, once the file named in GO is there."""
    if environ["PATH_INFO"] == "/slow":
        Path(os.environ["GO"]).with_suffix(".begun").touch()
        wait_for_file(os.environ["GO"])
    start_response("200 OK", [("Content-Length", str(len(PID)))])
    return [PID]


def wait_for_file(name):
    for _ in range(600):
        if Path(name).exists():
            return
        time.sleep(0.05)
    raise AssertionError(f"{name} never came")
