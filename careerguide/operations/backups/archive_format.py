"""Define the backup file: a tar archive, followed by a SHA-256 of all its bytes.

`tar -tf` lists it. The last member, ``manifest.json``, names every other with its size
and its own SHA-256.
"""

import io
import re
from contextlib import suppress

FORMAT = 1
MANIFEST = "manifest.json"
MEDIA = "media/"
DATABASES = {"sqlite": "database.sqlite3.gz", "postgresql": "database.pgdump"}
DATA = "data.jsonl.gz"

SEAL = b"careerguide-backup sha256 "
SEAL_LENGTH = len(SEAL) + 64 + 1
CHUNK = 1 << 20
# A name of a file or folder: nothing hidden, no separator of any system, no device.
_PART = re.compile(r"[^\x00-\x1f\x7f/\\:.][^\x00-\x1f\x7f/\\:]{0,254}")


def is_safe(name):
    """Return whether a member's name leads only to where such members belong."""
    if name in (*DATABASES.values(), DATA, MANIFEST):
        return True
    return name.startswith(MEDIA) and is_safe_path(name.removeprefix(MEDIA))


def is_safe_path(path):
    """Return whether a path stays below the folder that it is joined to."""
    parts = path.split("/")
    return 0 < len(path.encode(errors="replace")) <= 1024 and all(
        _PART.fullmatch(part) and part.isprintable() and len(part.encode()) <= 255
        for part in parts
    )


def is_backup(path):
    """Return whether a file ends as backups do; the rest of it is not looked at."""
    if not path.is_file():  # to open a pipe would wait for somebody who writes
        return False
    with suppress(OSError), open(path, "rb") as file:
        file.seek(-SEAL_LENGTH, io.SEEK_END)
        return file.read(len(SEAL)) == SEAL
    return False
