"""Granian, with the options this site wants.

`python -m careerguide.management.server module:application` serves another
application the same way, which is how `make bench` compares.
"""

import os
import sys

from careerguide.management import address

# Each may hold a database connection; Granian warns beyond two for each core.
THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)

# One process: the page cache answers most requests, and SQLite has one writer. Granian counts open connections, idle and slow
# ones too, against `backpressure`, so it is no thread count: 500 slow readers must not
# keep the 501st out.
OPTIONS = (
    *("--interface", "wsgi", "--http", "1", "--no-ws"),
    *("--workers", "1", "--blocking-threads", str(THREADS)),
    *("--backlog", "1024", "--backpressure", "1000"),
    *("--http1-header-read-timeout", "10000"),
    # A killed worker comes back; one that cannot start twice running ends the server.
    *("--respawn-failed-workers", "--respawn-interval", "0.5"),
    *("--workers-kill-timeout", "10"),
    *("--log-level", "warning", "--no-access-log"),
)
OPEN_FILES = 4096


def become_granian(application, host, port):
    """Replace this process, so that Ctrl-C and `kill` reach Granian itself."""
    allow_many_connections()
    _, numeric = address.resolve(host, port)
    place = ("--host", numeric, "--port", str(port))
    sys.stdout.flush()
    os.execv(
        sys.executable,
        [sys.executable, "-m", "granian", *OPTIONS, *place, application],
    )


def allow_many_connections():
    """Every connection is an open file, and the usual limit is 256 or 1024."""
    try:
        import resource
    except ImportError:  # Windows
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


if __name__ == "__main__":
    become_granian(sys.argv[1], *address.read_address())
