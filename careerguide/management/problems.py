"""What went wrong on this machine, in a sentence that says what to do.

Only for what the person at the terminal can mend. Anything else is our mistake and
keeps its traceback.
"""

import errno
from urllib.parse import unquote, urlsplit

from django.db import DatabaseError, InterfaceError, OperationalError, connection

SQLITE = {
    "disk is full": "The disk is full: free some space and run this again.",
    "file is not a database": (
        "{database} is damaged, or is no SQLite database: move it away or put a "
        "backup in its place, and run this again."
    ),
    "malformed": (
        "{database} is damaged: move it away or put a backup in its place, "
        "and run this again."
    ),
    "unable to open": (
        "{database} cannot be opened: make sure that you may read and write it "
        "and its folder."
    ),
    "readonly database": (
        "{database} cannot be written: make sure that you may write it and its folder."
    ),
    "disk I/O error": (
        "{database} cannot be read or written: make sure that its disk works and "
        "that you may write its folder."
    ),
    "locked": (
        "{database} is held by another program: stop that one, or wait and run "
        "this again."
    ),
}


def sentence_for(error):
    """The sentence for ``error``, or None where it is not the machine's doing."""
    if isinstance(error, OSError):
        return _about_file(error)
    if isinstance(error, DatabaseError | InterfaceError):
        if connection.vendor == "sqlite":
            return _about_sqlite(error)
        if isinstance(error, OperationalError):
            return _about_server(error)
    return None


def _about_file(error):
    where = error.filename or "a file"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full: free some space and run this again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{where} cannot be written: make sure that you may write its folder."
    return None


def _about_sqlite(error):
    file = str(connection.settings_dict["NAME"])
    if file.startswith("file:"):
        file = unquote(urlsplit(file).path)
    for words, sentence in SQLITE.items():
        if words in str(error):
            return sentence.format(database=file)
    return None


def _about_server(error):
    settings = connection.settings_dict
    where = settings["HOST"] or "this machine"
    reason = str(error).strip().splitlines()[-1].strip()
    return (
        f"The database {settings['NAME']} on {where} does not answer ({reason}): "
        "start it, or correct DATABASE_URL."
    )
