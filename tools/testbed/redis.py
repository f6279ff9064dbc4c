"""Run a Redis server of our own for as long as a block runs.

    with temporary_redis() as server:
        ...  # REDIS_URL=server.url

It listens on a socket in a private folder only, and keeps nothing on the disk.
"""

import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from redis import Redis

from tools.make.problems import Problem

from .machine import find_redis
from .postgres import stop_with_parent

SETTINGS = {"port": "0", "save": "", "appendonly": "no"}
SECONDS_TO_START = 10


@contextmanager
def temporary_redis(**settings):
    """A `Server`, new and empty; it is gone when the block ends."""
    program = find_redis()
    if program is None:
        raise Problem("Redis's server program is not on this machine.")
    # Not the usual temporary folder: a socket's path may have about 100 characters.
    folder = Path(tempfile.mkdtemp(prefix="guide-redis-", dir="/tmp"))
    server = Server(program, folder, settings)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


class Server:
    """Stop a server, start it again, or have it stand still."""

    def __init__(self, program, folder, settings):
        self.socket = folder / "redis.sock"
        self.url = f"unix://{self.socket}"
        self._log = folder / "log"
        named = SETTINGS | {"unixsocket": self.socket, "dir": folder} | settings
        pairs = [(f"--{name}", str(value)) for name, value in named.items()]
        self._command = [program, *(word for pair in pairs for word in pair)]
        self._process = None

    def start(self):
        """Empty, as it keeps nothing."""
        with open(self._log, "wb") as log:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                # Ctrl-C at the terminal is for the tests; they stop us afterwards.
                start_new_session=True,
                preexec_fn=lambda: stop_with_parent(signal.SIGKILL),
            )
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._listens():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                output = self._log.read_text(errors="replace").strip()
                raise Problem(f"Redis did not start: {output[-500:]}")
            time.sleep(0.02)

    def _listens(self):
        with socket.socket(socket.AF_UNIX) as caller:
            return caller.connect_ex(str(self.socket)) == 0

    def stop(self):
        """Stop at once, as if the machine had gone; also a paused one."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self.socket.unlink(missing_ok=True)

    def fill(self):
        """Take nothing new from now on, as with `maxmemory` and `noeviction`."""
        with self.client() as client:
            client.config_set("maxmemory", 1)

    def client(self):
        """Return redis-py's client, to see what is kept: ``with … as client``."""
        return Redis.from_url(self.url, decode_responses=True)

    def pause(self):
        """Stop answering, while connections are still taken."""
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self._process.send_signal(signal.SIGCONT)
