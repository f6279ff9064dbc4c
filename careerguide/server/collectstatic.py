"""Collect static files, but only when one of them has changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

SITE_DIR = "with SITE_DIR "


def collect_if_changed():
    """Bring STATIC_ROOT up to date; True when there was something to do."""
    record = settings.STATE_DIR / "static.fingerprint"
    current = fingerprint()
    recorded = record.read_text() if record.exists() else ""
    if recorded == current and (settings.STATIC_ROOT / "staticfiles.json").exists():
        return False
    # Written last: without it the last run was cut short, and a half-written file may
    # look newer than its source. So start clean, but only in a folder of our own.
    record.unlink(missing_ok=True)
    ours = settings.STATE_DIR in settings.STATIC_ROOT.parents
    # A file of SITE_DIR may be older than the one of ours whose place it takes.
    starts_clean = not recorded or settings.SITE_DIR or SITE_DIR in recorded
    call_command(
        "collectstatic",
        interactive=False,
        verbosity=0,
        clear=ours and bool(starts_clean),
    )
    record.write_text(current)
    return True


def fingerprint():
    """One hash over every source file's place, size and time, and how they are kept."""
    parts = [
        (settings.BASE_DIR / "requirements.txt").read_text(),
        str(settings.STORAGES["staticfiles"]),
        str(settings.STATIC_ROOT),
    ]
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = Path(storage.path(path)).stat()
            parts.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    own = SITE_DIR if settings.SITE_DIR else ""
    return own + hashlib.sha256("\n".join(parts).encode()).hexdigest()
