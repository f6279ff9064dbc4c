"""Find the Pythons of this machine. Nothing newer than Python 3.6, see bootstrap.py."""

import shutil
import subprocess
import sys

OLDEST = (3, 11)
CANDIDATES = ("python3.14", "python3.13", "python3.12", "python3.11")

TOO_OLD = (
    "Career Guide needs Python 3.11 or newer, and this is Python {}.{}: install one "
    "from https://www.python.org/downloads/, or name the one you have, as in "
    "PYTHON=/path/to/python3.13 make run."
).format(*sys.version_info[:2])


def version_of(command):
    """Return (3, 12) for a command that starts that Python, or None.

    It has to be started: version managers leave names on the PATH that start nothing.
    """
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        text = subprocess.check_output(
            [command, "-c", code], stderr=subprocess.DEVNULL, universal_newlines=True
        )
        return tuple(int(part) for part in text.strip().split("."))
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None


def newer_python():
    """Return the path of a Python this project runs on, or None."""
    for name in CANDIDATES:
        path = shutil.which(name)
        if path and (version_of(path) or (0, 0)) >= OLDEST:
            return path
    return None
