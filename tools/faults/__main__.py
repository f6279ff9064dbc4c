"""Break the running site on purpose, and check its promises: `make faults`.

Real processes on loopback addresses, in folders of their own; it ends by itself. Each
line tells the promise, what was done, and the figure. What this machine lacks is left
out with a sentence. `make faults ARGS="disk slow"` takes those whose names have a word.
"""

import os
import signal
import sys
import tempfile
import time
from inspect import signature

from tools.make.test import NO_POSTGRES
from tools.testbed.environment import for_a_trial
from tools.testbed.machine import find_postgres
from tools.testbed.postgres import temporary_postgres_server

from .backup import backup_disk_full, backup_under_load
from .catalogue import changed_while_catalogue_is_read
from .changes import changed_while_read
from .costly import costly_texts
from .database import database_file_gone, database_server_gone, database_server_hangs
from .disk import disk_full
from .publishing import killed_while_publishing
from .redis import redis_fails
from .requests import huge_bodies, strange_requests
from .slow import slow_clients

ON_BOTH = (
    changed_while_read,
    changed_while_catalogue_is_read,
    killed_while_publishing,
    backup_under_load,
)
ON_SQLITE = (*ON_BOTH, database_file_gone, disk_full, backup_disk_full)
# The database has no part in these.
ON_ONE = (redis_fails, slow_clients, costly_texts, strange_requests, huge_bodies)
ON_POSTGRES = (*ON_BOTH, database_server_gone, database_server_hangs)


def main(words):
    # So that a `kill` stops all servers too, by the way of their `finally`.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # Collected once, as it takes longer than all else that a server begins with.
    with tempfile.TemporaryDirectory(prefix="guide-static-") as static:
        outcomes = list(tried("SQLite", ON_SQLITE + ON_ONE, words, static))
        if find_postgres():
            with temporary_postgres_server() as postgres:
                outcomes += tried("PostgreSQL", ON_POSTGRES, words, static, postgres)
        else:
            print(NO_POSTGRES)
    print(f"\n{sum(outcomes)} promises held, {outcomes.count(False)} were broken.")
    return 0 if all(outcomes) else 1


def tried(database, faults, words, static, postgres=None):
    """Yield whether each promise held, told as soon as it is known."""
    more = {"STATIC_ROOT": static}
    if postgres:
        more["DATABASE_URL"] = postgres.url
    for fault in faults:
        if words and not any(word in fault.__name__ for word in words):
            continue
        if postgres:
            postgres.make_database()
        started = time.monotonic()
        print(f"\n--- {database}: {fault.__doc__.splitlines()[0]}", flush=True)
        with tempfile.TemporaryDirectory(prefix="guide-faults-") as state:
            environ = {**os.environ, **for_a_trial(state, **more)}
            needs = [environ, postgres] if takes_server(fault) else [environ]
            for held, promise, figure in fault(*needs):
                yield held
                mark = "holds" if held else "BROKEN"
                print(f"{mark:<7} {promise}: {figure}", flush=True)
        print(f"        ({time.monotonic() - started:.0f} s)", flush=True)


def takes_server(fault):
    return len(signature(fault).parameters) == 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
