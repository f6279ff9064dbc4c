"""Check the folders that settings name: room on their disks, and who owns them."""

import os
import re
import shlex
import shutil
from pathlib import Path

from django.conf import settings
from django.db import connection

from careerguide.operations.backups import sqlite
from careerguide.operations.findings import error, ok, warning

LOW, EMPTY = 1_000_000_000, 200_000_000  # bytes
FEW_FILES = 1_000
# What lies in the folders that settings name, and what file systems put there.
OURS = re.compile(
    r"media|images|static|backups|copies|secret-key|doctor\.json|.+\.socket"
    r"|.+\.sqlite3(-wal|-shm|-journal|\.damaged-.+)?|careerguide-.+\.tar"
    r"|\.careerguide-.+"
)
NOBODYS = {"lost+found"}
SYSTEM = {Path("/etc"), Path("/etc/default"), Path("/")}


def folders():
    """Yield what is kept, by the setting that says where."""
    yield "STATE_DIR", Path(settings.STATE_DIR)
    yield "MEDIA_ROOT", Path(settings.MEDIA_ROOT)
    yield "BACKUP_DIR", Path(settings.BACKUP_DIR)


def existing(folder):
    """Return the folder, or the nearest one above it that is there."""
    return next(place for place in (folder, *folder.parents) if place.exists())


def disk():
    for name, folder in folders():
        free = shutil.disk_usage(existing(folder)).free
        status = os.statvfs(existing(folder))
        told = f"{name}: {free / 1e9:.1f} GB free"
        advice = f"Free some space on the disk of {folder}, or move {name}."
        if free < EMPTY:
            yield error(f"{told}.", advice)
        elif status.f_files and status.f_favail < FEW_FILES:
            yield error(f"{name}: hardly any more files fit on its disk.", advice)
        elif free < LOW:
            yield warning(f"{told}.", advice)
        else:
            yield ok(f"{told}.")


def permissions():
    for name, folder in folders():
        place = existing(folder)
        if os.access(place, os.W_OK | os.X_OK):
            yield ok(f"{name} can be written.")
        else:
            yield error(
                f"{name} ({place}) cannot be written by this account.",
                _how_to_give(name, folder),
            )
    if connection.vendor == "sqlite" and (file := sqlite.path_of()) and file.exists():
        yield from _writable(file)
        yield from _private(file, "holds password hashes")
    env_file = Path(os.environ.get("ENV_FILE", settings.BASE_DIR / ".env"))
    for secret in (env_file, Path(settings.STATE_DIR) / "secret-key"):
        if secret.is_file():
            yield from _private(secret, "holds secrets")


def _how_to_give(name, folder):
    """What to do; a command only for what surely is of this site alone."""
    shown = shlex.quote(str(folder))
    if not folder.exists():
        return (
            "Make it for the account that serves: install -d -o ACCOUNT -m 750 "
            f"{shown}."
        )
    if is_ours(folder):
        return f"Give it to the account that serves: chown -R ACCOUNT {shown}."
    return (
        f"Name a folder in {name} that is of this site alone and belongs to the "
        "account that serves."
    )


def is_ours(folder):
    """Return whether a folder holds something of the site's, and nothing else."""
    try:
        names = {path.name for path in folder.iterdir()} - NOBODYS
    except OSError:
        return False
    return bool(names) and all(OURS.fullmatch(name) for name in names)


def _writable(file):
    if not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        yield error(
            f"{file} or its folder cannot be written by this account.",
            "Give both to the account that serves: chown ACCOUNT "
            f"{shlex.quote(str(file.parent))} {shlex.quote(str(file))}"
            if is_ours(file.parent)
            else "Name a file in DATABASE_URL, in a folder that is of this site alone "
            "and belongs to the account that serves.",
        )


def _private(file, why):
    if file.stat().st_mode & 0o007:
        yield warning(
            f"Every account of this machine can read {file}, which {why}.",
            f"chmod o= {shlex.quote(str(file))}"
            if _is_secret_of_ours(file)
            else "Move what is of this site into a file of its own, which only the "
            "account that serves can read.",
        )


def _is_secret_of_ours(file):
    """Whether it is a database, a key or a file of settings, and not the system's."""
    if file.parent in SYSTEM or not os.access(file, os.R_OK):
        return False
    with open(file, "rb") as opened:
        content = opened.read(1_000_000)
    return (
        content.startswith(b"SQLite format 3\0")
        or file.name == "secret-key"
        or re.search(rb"^(export )?SECRET_KEY\s*=", content, re.M) is not None
    )
