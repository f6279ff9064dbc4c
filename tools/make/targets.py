"""Define the targets of `make help`, each in a few lines."""

import os
import subprocess
import sys
import tempfile

from tools.testbed import environment

from . import venv
from .messages import collect_and_compile
from .problems import Problem, about_file
from .venv import PYTHON, ROOT

CHECKS = (
    ["check", "--deploy", "--fail-level", "WARNING"],
    ["makemigrations", "--check", "--dry-run"],
)
RUFF = (venv.VENV / "bin/ruff",)
DJADE = (venv.VENV / "bin/djade", "--target-version", "5.2")


def do(word, *rest):
    """Do one word; the exit code, or the sentence that says why not."""
    os.chdir(ROOT)
    try:
        return TARGETS[word](*rest)
    except Problem as problem:
        return str(problem)
    except OSError as error:
        if sentence := about_file(error):
            return sentence
        raise


def run():
    os.environ.update(environment.for_the_site())
    venv.prepare(venv.SITE)
    become("manage.py", "serve")


def dev():
    os.environ.update(environment.for_the_site(dev=True))
    venv.prepare(venv.SITE)
    become("manage.py", "serve", "--dev")


def manage(*arguments):
    """One management command, on the database that `make run` uses."""
    os.environ.update(environment.for_the_site())
    venv.prepare(venv.SITE)
    become("manage.py", *arguments)


def seed():
    os.environ.update(environment.for_the_site())
    venv.prepare(venv.SITE)
    if failed := call(PYTHON, "manage.py", "migrate", "--verbosity", "0"):
        return failed
    become("manage.py", "seed")


def password(name="admin"):
    os.environ.update(environment.for_the_site())
    venv.prepare(venv.SITE)
    if failed := call(PYTHON, "manage.py", "migrate", "--verbosity", "0"):
        return failed
    become("manage.py", "newpassword", name)


def check():
    venv.prepare(venv.SITE)
    seen = environment.unexpected_proxy()
    if seen:
        print(seen, file=sys.stderr)
    with tempfile.TemporaryDirectory() as state:
        os.environ.update(environment.for_a_trial(state))
        failed = all_of([PYTHON, "-W", "error", "manage.py", *c] for c in CHECKS)
    return int(failed or bool(seen))


def lint():
    venv.prepare(venv.DEVELOPMENT)
    return all_of(
        [
            [*RUFF, "check", "."],
            [*RUFF, "format", "--check", "."],
            [*DJADE, "--check", *templates()],
        ]
    )


def format():
    venv.prepare(venv.DEVELOPMENT)
    call(*DJADE, *templates())  # Its exit code says that it changed something.
    return all_of([[*RUFF, "check", "--fix", "."], [*RUFF, "format", "."]])


def templates():
    return [str(path) for path in sorted((ROOT / "templates").rglob("*.html"))]


def messages(*languages):
    """Return texts for translators.

    It needs no state, but settings that can be read.
    """
    venv.prepare(venv.SITE)
    with tempfile.TemporaryDirectory() as state:
        os.environ.update(environment.for_a_trial(state))
        return collect_and_compile(*languages)


def artwork():
    venv.prepare(venv.SITE)
    become("-m", "tools.make.artwork")


def test(*arguments):
    venv.prepare(venv.DEVELOPMENT)
    become("-m", "tools.make.test", *arguments)


def test_fast(*arguments):
    test("--fast", *arguments)


def faults(*arguments):
    """Processes are killed while they work: never a part of `make test`."""
    venv.prepare(venv.SITE)
    become("-m", "tools.faults", *arguments)


def corpus(*arguments):
    """Read files of anybody's: never a part of `make test`."""
    venv.prepare(venv.DEVELOPMENT)
    become("-m", "tools.make.corpus", *arguments)


def rehearse():
    venv.prepare(venv.SITE)
    become("-m", "tools.rehearsal")


def bench(*arguments):
    venv.prepare(venv.SITE)
    become("-m", "tools.bench", *arguments)


def lighthouse():
    venv.prepare(venv.SITE)
    become("-m", "tools.lighthouse")


def all_of(commands):
    """Run every one, whatever the others say; 1 where any failed."""
    codes = [call(*command) for command in commands]
    return int(any(codes))


def call(*command):
    return subprocess.run(command).returncode


def become(*arguments):
    """Run the virtual environment's Python in our place, so that Ctrl-C is its own."""
    sys.stdout.flush()
    os.execv(PYTHON, [str(PYTHON), *arguments])


TARGETS = {
    word.__name__.replace("_", "-"): word
    for word in (
        *(run, dev, manage, seed, password),
        *(check, lint, format, messages, artwork, test, test_fast, bench, lighthouse),
        *(faults, rehearse, corpus),
    )
}
