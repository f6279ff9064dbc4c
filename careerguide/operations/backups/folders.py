"""Create folders for work in progress, which are removed whatever happens."""

import shutil
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = ".careerguide-"
LEFT_BEHIND = 24 * 60 * 60  # seconds, after which nobody can still be at work there


@contextmanager
def work_folder(beside):
    """A private folder on the same disk as what will be in `beside`."""
    is_new = not beside.exists()
    beside.mkdir(parents=True, exist_ok=True)
    remove_left_behind(beside)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=beside))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if is_new:
            with suppress(OSError):  # where something was put there
                beside.rmdir()


def remove_left_behind(beside):
    """Remove what a process left that was killed, or lost its machine."""
    for folder in beside.glob(f"{PREFIX}*"):
        if folder.is_dir() and time.time() - folder.stat().st_mtime > LEFT_BEHIND:
            shutil.rmtree(folder, ignore_errors=True)
