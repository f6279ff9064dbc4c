"""`make faults`: break the running site on purpose, and see that promises hold.

Real processes on loopback addresses, in folders of their own; it ends by itself. Each
line tells the promise, what was done, and the figure. What this machine lacks is left
out with a sentence.
"""

import os
import sys
import tempfile

from tools.environment import for_a_trial
from tools.fault_publishing import killed_while_publishing
from tools.machine import find_postgres
from tools.postgres import temporary_postgres
from tools.test import NO_POSTGRES

FAULTS = (killed_while_publishing,)


def main():
    outcomes = []
    for database, url in databases():
        for fault in FAULTS:
            with tempfile.TemporaryDirectory(prefix="guide-faults-") as state:
                more = {"DATABASE_URL": url} if url else {}
                environ = {**os.environ, **for_a_trial(state, **more)}
                print(f"\n--- {database}: {fault.__doc__.splitlines()[0]}", flush=True)
                for held, promise, figure in fault(environ):
                    outcomes.append(held)
                    print(f"{'holds' if held else 'BROKEN':<7} {promise}: {figure}")
    return 0 if all(outcomes) else 1


def databases():
    """The name of each database there is here, and its address; "" is SQLite's."""
    yield "SQLite", ""
    if not find_postgres():
        print(NO_POSTGRES)
        return
    with temporary_postgres() as url:
        yield "PostgreSQL", url


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
