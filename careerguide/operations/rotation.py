"""How backups in a folder are named, and which of them go."""

import re
from datetime import UTC

from .archive_format import is_backup

NAME = re.compile(r"careerguide-\d{8}T\d{6}Z(?:-\d+)?\.tar")


def free_name(folder, now):
    """A file of the folder that bears the time and is not there yet."""
    stem = f"careerguide-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    path, number = folder / f"{stem}.tar", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.tar"
    return path


def backups_in(folder):
    """The backups that we named, the newest first."""
    found = [p for p in folder.iterdir() if NAME.fullmatch(p.name) and p.is_file()]
    return sorted((p for p in found if is_backup(p)), key=_age, reverse=True)


def rotate(folder, keep):
    """Delete all but the newest `keep` backups of a folder; return the deleted."""
    old = backups_in(folder)[keep:]
    for path in old:
        path.unlink(missing_ok=True)
    return old


def _age(path):
    stem, _, number = path.stem.partition("Z")
    return stem, int(number.removeprefix("-") or 1)
