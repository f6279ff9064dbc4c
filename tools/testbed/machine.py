"""Find what this machine has: browsers, Java, Node, PostgreSQL, Redis."""

import os
import re
import shutil
import subprocess
from glob import glob
from pathlib import Path

BROWSERS = (
    "chromium-headless-shell",  # the same engine without windows: half the work
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FIREFOXES = (
    *("firefox-esr", "firefox"),
    "/Applications/Firefox.app/Contents/MacOS/firefox",
)
POSTGRES_FOLDERS = (
    "/usr/lib/postgresql/*/bin",  # Debian, Ubuntu
    "/usr/pgsql-*/bin",  # Red Hat
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/latest/bin",
)

OLDEST_NODE = 18  # what Lighthouse asks for

NO_CHROMIUM = (
    "no browser: install one (on Debian and Ubuntu: sudo apt install chromium) "
    "or name yours with CHROMIUM=/path"
)
NO_FIREFOX = (
    "no Firefox: install it (on Debian: sudo apt install firefox-esr) or name yours "
    "with FIREFOX=/path"
)
NO_NODE = (
    f"no Node {OLDEST_NODE} or newer with npm, so Lighthouse did not run: install them "
    "(on Debian and Ubuntu: sudo apt install nodejs npm)"
)


def find_chromium():
    """Return the system's Chromium or Chrome, or the one that CHROMIUM names.

    Else None.
    """
    for name in (os.environ.get("CHROMIUM"), *BROWSERS):
        if name and (path := shutil.which(name)):
            return path
    return None


def find_firefox():
    """Return the system's Firefox, or the one that FIREFOX names; else None."""
    for name in (os.environ.get("FIREFOX"), *FIREFOXES):
        if name and (path := shutil.which(name)):
            return path
    return None


def has_java():
    """Started, not only found: macOS keeps a `java` that only asks for Java."""
    try:
        done = subprocess.run(["java", "-version"], capture_output=True)
    except OSError:
        return False
    return done.returncode == 0


def has_node():
    """Node that is new enough, and npm to install with."""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    output = subprocess.run(
        ["node", "--version"], capture_output=True, text=True
    ).stdout
    found = re.match(r"v(\d+)\.", output)
    return bool(found) and int(found[1]) >= OLDEST_NODE


def find_postgres():
    """Return the folder with the newest PostgreSQL's server programs, or None."""
    folders = [Path(found) for pattern in POSTGRES_FOLDERS for found in glob(pattern)]
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    folders = [folder for folder in folders if (folder / "postgres").exists()]
    return max(folders, key=_version, default=None)


def find_redis():
    """Return the server's program, or None."""
    return shutil.which("redis-server") or shutil.which("valkey-server")


def _version(folder):
    text = subprocess.check_output([folder / "postgres", "--version"], text=True)
    return int(re.search(r"\d+", text).group())


def family_of(pid):
    """Return a process that runs, and all that it started, theirs too: their ids."""
    output = subprocess.check_output(["ps", "-A", "-o", "pid=,ppid="], text=True)
    parents = [tuple(map(int, line.split())) for line in output.splitlines()]
    ids = [pid]
    for parent in ids:
        ids += [child for child, its in parents if its == parent]
    return ids
