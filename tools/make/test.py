"""Run everything that has to pass, in three runs of pytest: `make test`.

Where files or folders are named (`make test ARGS=tests/faq`), only their tests are run,
and a run that has none of them does not begin.

What this machine lacks is skipped with a sentence. Where CI=true it is a failure:
there, a check that did not run must not look like one that passed.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path

from tools.testbed.environment import for_a_trial
from tools.testbed.machine import (
    NO_CHROMIUM,
    NO_FIREFOX,
    NO_NODE,
    find_chromium,
    find_firefox,
    find_postgres,
    find_redis,
    has_java,
    has_node,
)
from tools.testbed.postgres import temporary_postgres

from .changed_tests import changed_files, chosen_for
from .chosen_tests import for_browsers, for_units
from .problems import Problem

PYTEST = (sys.executable, "-m", "pytest", "-q")
# Each process in the order of pytest: what empties the database is left to the end,
# so none may steal tests (--dist worksteal) that come before what it has run.
# Without Playwright, whose fixtures would be asked before each of their tests.
UNITS = ("-n", "2", "-p", "no:playwright", "-m", "not browser")
SECOND = (*UNITS, "--database-only")
# The tests of a file share a site, so one process takes the whole file.
BROWSER = ("-n", "2", "--dist", "loadfile", "-m", "browser")
# What answers in about a minute: each test once, and none that starts a program.
FAST = ("-p", "no:playwright", "-m", "not browser and not long", "--one-of-each")
SLOW = ("browser", "hostile", "management", "operations", "server", "tools")
NOTHING_SELECTED = 5

NO_JAVA = (
    "no Java, so HTML was not validated: install it "
    "(on Debian and Ubuntu: sudo apt install default-jre-headless)"
)
NO_POSTGRES = (
    "no PostgreSQL: install it (on Debian and Ubuntu: sudo apt install postgresql)"
)
NO_REDIS = (
    "no Redis, so limits were not tried on it: install it "
    "(on Debian and Ubuntu: sudo apt install redis-server)"
)


def main(arguments):
    # So that a `kill` stops the database server too, by the way of its `finally`.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    in_ci = os.environ.get("CI", "").lower() in ("true", "1")
    results = []

    def report(name, run):
        passed = run is not None and run.passed()
        outcome = "passed" if passed else "FAILED"
        seconds = run.seconds if run else 0
        results.append((passed, f"{name:<12}{outcome}  {seconds:5.0f} s"))

    def skip(name, sentence):
        results.append((not in_ci, f"{name:<12}skipped  {sentence}"))

    with (
        tempfile.TemporaryDirectory(prefix="guide-test-") as state,
        ExitStack() as stack,
    ):
        compile_once(Path(state, "bytecode"))
        of_units, of_browsers = for_units(arguments), for_browsers(arguments)
        # Beside the others: tests of servers wait now and then, and so do browsers.
        if of_units:
            units = start(state, *UNITS, *of_units, is_shown=False)
            stack.callback(units.stop)
        if of_browsers:
            if find_chromium():
                report("Browser", start(state, *BROWSER, *of_browsers))
            else:
                skip("Browser", NO_CHROMIUM)
            if not find_firefox():
                skip("Firefox", NO_FIREFOX)
            if not has_java():
                skip("HTML", NO_JAVA)
            if not has_node():
                skip("Lighthouse", NO_NODE)
        if of_units:
            if find_postgres():
                report("PostgreSQL", start_on_postgres(stack, state, of_units))
            else:
                skip("PostgreSQL", NO_POSTGRES)
            report("SQLite", units)
            if not find_redis():
                skip("Redis", NO_REDIS)

    print("\n" + "\n".join(line for _, line in results))
    return 0 if all(passed for passed, _ in results) else 1


def fast(arguments):
    """`make test-fast`: on SQLite, without what needs more than Python.

    Where no tests are named, those of what was changed.
    """
    if not arguments:
        files = changed_files() or []
        arguments = chosen_for(files)
        print(f"Files changed since the main branch: {len(files)}. The tests of their")
        print("rooms, and of what every change may break:", *arguments, flush=True)
    left_out = [f"--ignore=tests/{name}" for name in SLOW]
    with tempfile.TemporaryDirectory(prefix="guide-test-") as state:
        compile_once(Path(state, "bytecode"))
        run = start(state, "-n", "2", *FAST, *left_out, *arguments)
        return 0 if run.passed() else 1


def compile_once(folder):
    """Cache bytecode in `folder` where Python was told to write none beside the code.

    The tests start Python hundreds of times, and a start of Django that compiles the
    code anew takes 1.4 s of the processor, not 0.6 s.
    """
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


class Run:
    """A run of pytest that has begun; what it writes is kept in a file, if there is."""

    def __init__(self, arguments, environ, file=None):
        self.title = f"\n--- pytest {' '.join(arguments)}"
        self.file, self.seconds = file, 0
        command = [*PYTEST, *arguments]
        if file:
            with open(file, "wb") as output:
                self.process = subprocess.Popen(command, env=environ, stdout=output)
        else:
            print(self.title, flush=True)
            self.process = subprocess.Popen(command, env=environ)
        self.timing = threading.Thread(target=self._time, daemon=True)
        self.timing.start()

    def _time(self):
        started = time.monotonic()
        self.process.wait()
        self.seconds = time.monotonic() - started

    def passed(self):
        """Wait for its end, and show what was kept and what is still to come."""
        try:
            if self.file:
                self._show()
            self.timing.join()
        except BaseException:
            self.stop()
            raise
        code = self.process.returncode
        # A part was asked for (-k ...): a run that has none of it is no failure.
        part = len(sys.argv) > 1
        return code == 0 or (part and code == NOTHING_SELECTED)

    def _show(self):
        print(self.title, flush=True)
        with open(self.file, errors="replace") as output:
            while self.timing.is_alive():
                print(output.read(), end="", flush=True)
                self.timing.join(1)
            print(output.read(), flush=True)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def start_on_postgres(stack, state, arguments):
    """Begin a run on a database server of its own, which ends with the stack.

    None where the server does not start, which is said.
    """
    try:
        url = stack.enter_context(temporary_postgres())
    except Problem as problem:
        print(problem)
        return None
    return start(state, *SECOND, *arguments, DATABASE_URL=url)


def start(state, *arguments, is_shown=True, **variables):
    """Begin a run in an environment that no .env and no shell has a part in."""
    own = tempfile.mkdtemp(dir=state)
    environ = {
        **os.environ,
        **for_a_trial(own),
        "DEBUG": "true",
        "SITE_URL": "http://127.0.0.1:8000",
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        **variables,
    }
    return Run(arguments, environ, None if is_shown else Path(own, "output"))


if __name__ == "__main__":
    try:
        if sys.argv[1:2] == ["--fast"]:
            sys.exit(fast(sys.argv[2:]))
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
