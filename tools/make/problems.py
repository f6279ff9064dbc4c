"""Define what stops `make`: one sentence that says what to do."""

import errno


class Problem(Exception):
    """Problem that the person at the terminal can mend."""


DISK_FULL = "The disk is full: free some space and run this again."

# What pip or venv prints, and what it means. The first that fits is told.
SAYINGS = (
    (("No space left on device", "Errno 28", "Disk quota exceeded"), DISK_FULL),
    (
        ("DO NOT MATCH THE HASHES",),
        "A downloaded package is not the one this project was checked with, so it "
        "was not installed: run this again, and report it if it happens again.",
    ),
    (
        (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "ProxyError",
            "Connection broken",
            "ConnectionResetError",
            "RemoteDisconnected",
            "Network is unreachable",
        ),
        "The packages cannot be downloaded: check the network (and pip's proxy or "
        "index settings, if you have any) and run this again.",
    ),
    (
        ("Permission denied", "Errno 13", "Read-only file system"),
        "A file cannot be written: make sure that you may write in var/.",
    ),
    (
        ("Failed to build", "Failed building", "metadata-generation-failed"),
        "A package has no ready-made build for this Python and could not be built "
        "here: use a released Python, as in PYTHON=python3.13 make run.",
    ),
)


def meaning_of(output):
    """Return the sentence for what a failed command printed, or None."""
    for words, sentence in SAYINGS:
        if any(word in output for word in words):
            return sentence
    return None


def about_file(error):
    """The sentence for an OSError, or None where it is not the machine's doing."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        where = error.filename or "A file"
        return f"{where} cannot be written: make sure that you may write there."
    return None
