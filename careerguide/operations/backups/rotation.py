"""Name the backups in a folder, and choose which of them to delete."""

import errno
import os
import re
from datetime import UTC
from itertools import count

from .archive import site_of
from .archive_format import is_backup

NAME = re.compile(r"careerguide-\d{8}T\d{6}Z(?:-\d+)?\.tar")
# What file systems without hard links say.
NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)


def put_in_free_name(file, folder, now):
    """Move the file to a name in the folder that bears the time; the new path.

    No other backup is ever replaced, also where several are made at once.
    """
    for path in _names(folder, now):
        try:
            os.link(file, path)
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno not in NO_LINKS:
                raise
            try:
                path.touch(0o600, exist_ok=False)
            except FileExistsError:
                continue
            os.replace(file, path)
        return path


def backups_in(folder):
    """Return the backups that we named, the newest first."""
    found = [p for p in folder.iterdir() if NAME.fullmatch(p.name) and p.is_file()]
    return sorted((p for p in found if is_backup(p)), key=_age, reverse=True)


def rotate(folder, keep, site):
    """Delete all but the newest `keep` backups of the site at an address.

    Other sites may use the folder, too. Returns the deleted.
    """
    ours = [path for path in backups_in(folder) if site_of(path) == site]
    for path in ours[keep:]:
        path.unlink(missing_ok=True)
    return ours[keep:]


def _names(folder, now):
    stem = f"careerguide-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield folder / f"{stem}.tar"
    for number in count(2):
        yield folder / f"{stem}-{number}.tar"


def _age(path):
    stem, _, number = path.stem.partition("Z")
    return stem, int(number.removeprefix("-") or 1)
