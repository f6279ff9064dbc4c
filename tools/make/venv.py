"""Create or update var/venv, as the lists of requirements say."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from .problems import DISK_FULL, Problem, meaning_of
from .pythons import OLDEST, version_of

ROOT = Path(__file__).resolve().parent.parent.parent
VAR = ROOT / "var"
VENV = VAR / "venv"
PYTHON = VENV / "bin" / "python"
PIP_LOG = VAR / "pip.log"

# There while something is being installed, and left behind where that is cut short.
UNFINISHED = VENV / "unfinished"

SITE = ("requirements.txt",)
DEVELOPMENT = ("requirements.txt", "requirements-dev.txt")


def prepare(lists):
    """Make var/venv hold what the requirement lists say; 0.1 s where it does."""
    with only_one_make():
        if not is_usable():
            create()
        if missing := [name for name in lists if not is_installed(name)]:
            install(missing)


@contextmanager
def only_one_make():
    """Two at once would install into each other."""
    VAR.mkdir(exist_ok=True)
    with open(VAR / "venv.lock", "w") as lock:
        try:
            import fcntl
        except ImportError:  # Windows
            yield
            return
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another make to finish installing ...", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def is_usable():
    """False where it is absent, half made, or its Python was upgraded away."""
    if not PYTHON.exists() or UNFINISHED.exists():
        return False
    version = version_of(str(PYTHON))
    if version is None or version < OLDEST:
        return False
    if not (VENV / f"lib/python{version[0]}.{version[1]}/site-packages/pip").exists():
        return False
    # A PYTHON that was asked for is worth making it all again; another default is not.
    return "PYTHON" not in os.environ or version == sys.version_info[:2]


def create():
    check_modules()
    print("Making the virtual environment in var/venv ...", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir(parents=True, exist_ok=True)
    UNFINISHED.touch()
    run_quietly([sys.executable, "-m", "venv", str(VENV)])
    UNFINISHED.unlink()


def check_modules():
    """Debian and Ubuntu ship Python without what makes a virtual environment."""
    for name in ("venv", "ensurepip"):
        if importlib.util.find_spec(name) is None:
            major, minor = sys.version_info[:2]
            raise Problem(
                f"Python's {name} module is missing: install it (on Debian and "
                f"Ubuntu: sudo apt install python{major}.{minor}-venv) and run this "
                "again."
            )


def install(names):
    print(f"Installing {' and '.join(names)} (about a minute) ...", flush=True)
    started = time.monotonic()
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes"]
    command += ["--disable-pip-version-check", "--no-input"]
    for name in names:
        command += ["-r", str(ROOT / name)]
    UNFINISHED.touch()
    try:
        # `user = true` in the person's own pip settings cannot work in here.
        run_quietly(command, env={**os.environ, "PIP_USER": "0"})
    except Problem as problem:
        # pip undoes its own failures, except on a full disk.
        if str(problem) != DISK_FULL:
            UNFINISHED.unlink()
        raise
    for name in names:
        stamp(name).write_text(digest(name))
    UNFINISHED.unlink()
    print(f"Installed in {time.monotonic() - started:.0f} s.", flush=True)


def is_installed(name):
    return stamp(name).exists() and stamp(name).read_text() == digest(name)


def stamp(name):
    """Return where the list's hash is kept once all of it is installed."""
    return VENV / f"{name}.sha256"


def digest(name):
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def run_quietly(command, env=None):
    """Run it in silence; where it fails, say why, or keep its words in var/pip.log."""
    done = subprocess.run(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode == 0:
        return
    if sentence := meaning_of(done.stdout):
        raise Problem(sentence)
    PIP_LOG.write_text(done.stdout)
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    raise Problem(
        f"Installing failed ({(lines or ['no reason given'])[-1][:200]}): "
        "the whole report is in var/pip.log."
    )
