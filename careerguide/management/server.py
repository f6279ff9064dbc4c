"""Granian, as this site wants it: `python -m careerguide.management.server`.

It serves the site at HOST and PORT, or another application that is named; `make bench`
compares one that way.
"""

import multiprocessing
import os
import signal
import sys
import threading
import time

from careerguide.management import address
from careerguide.management.clients import drop_lost_clients

# Each may hold a database connection; Granian warns beyond two for each core.
THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)

# Open connections, idle and slow ones too, so this is no thread count: 500 slow readers
# must not keep the 501st out. Each is an open file, which systems limit to 256 or 1024.
CONNECTIONS = 1000
OPEN_FILES = 4096

SITE = "careerguide.wsgi:application"


def become_server(host, port):
    """Replace this process, so that Ctrl-C and `kill` reach Granian itself."""
    os.environ.update(HOST=host, PORT=str(port))
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", __name__])


def serve(application=SITE):
    # Here, as the workers import this module again and need none of it.
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    # A worker starts by importing this module, on every system and Python alike.
    multiprocessing.set_start_method("spawn")
    host, port = address.read_address()
    allow_many_connections()
    server = Granian(
        application,
        address=address.resolve(host, port)[1],
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=processes(),
        blocking_threads=THREADS,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=10_000),  # milliseconds
        # A killed worker comes back; one that dies at every start ends the server.
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    )
    server.on_startup(stop_when_the_terminal_closes)
    server.serve()


def processes():
    """How many serve: one does for most sites, as pages are answered from memory."""
    text = os.environ.get("PROCESSES") or "1"
    if not (text.isascii() and text.isdigit() and 0 < int(text[:4]) <= 64):
        sys.exit(f"PROCESSES is {text!r}: it needs a number from 1 to 64.")
    return int(text)


def stop_when_the_terminal_closes():
    """Granian would reload, and go on holding the port where nobody sees it."""
    ignored_by_nohup = HANGUP is signal.SIG_IGN
    signal.signal(
        signal.SIGHUP,
        signal.SIG_IGN if ignored_by_nohup else signal.getsignal(signal.SIGTERM),
    )


def allow_many_connections():
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def follow_the_server():
    """A worker hears of the end from the server alone, and never outlives it.

    Out of the terminal's group, or Ctrl-C reaches it twice, from the terminal and from
    the server, and Granian then hangs every third time. A server that was killed tells
    nothing, and its worker would keep the port.
    """
    os.setpgid(0, 0)
    server = os.getppid()

    def watch():
        listens = False
        while os.getppid() == server:
            listens = listens or drop_lost_clients()
            time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    HANGUP = signal.getsignal(signal.SIGHUP)
    # Until Granian listens itself, Ctrl-C ends us without a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    serve(*sys.argv[1:])
elif __name__ == "__mp_main__":  # As a worker of Granian imports it.
    follow_the_server()
