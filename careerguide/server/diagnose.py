"""Explain what went wrong on this machine, in a sentence that says what to do.

Only for what the person at the terminal can mend. Anything else is our mistake and
keeps its traceback.
"""

import errno

from django.db import DatabaseError, InterfaceError, OperationalError, connection

from careerguide.db import file_of

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


# What PostgreSQL or its library says when DATABASE_URL is to be corrected, and how.
# Where none of these is said it may come back by itself.
POSTGRESQL = {
    "password authentication failed": (
        "{database} refuses the account: correct the user and password in "
        "DATABASE_URL ({reason})."
    ),
    "no password supplied": (
        "{database} asks for a password: write it in DATABASE_URL, as in "
        "postgres://user:password@host/name."
    ),
    "no pg_hba.conf entry": (
        "{database} lets nobody in from here: correct DATABASE_URL, or the server's "
        "pg_hba.conf ({reason})."
    ),
    "authentication failed": (
        "{database} refuses the account: correct the user and password in "
        "DATABASE_URL ({reason})."
    ),
    "is not permitted to log in": (
        "{database} lets this account not in: correct the user in DATABASE_URL, or "
        "allow it to log in ({reason})."
    ),
    ('role "', "does not exist"): (
        "{database} knows no such account: correct the user in DATABASE_URL, or "
        "create it ({reason})."
    ),
    ('database "', "does not exist"): (
        "{database} does not exist: create it with `createdb`, or correct the name "
        "at the end of DATABASE_URL ({reason})."
    ),
    "invalid connection option": (
        "DATABASE_URL has an option after its ? that PostgreSQL does not know: take "
        "it out ({reason})."
    ),
    "invalid sslmode": "DATABASE_URL has an sslmode that does not exist ({reason}).",
}
UNKNOWN_HOST = ("could not translate host name", "failed to resolve host", "Name or ")


def sentence_for(error):
    """The sentence for ``error``, or None where it is not the machine's doing."""
    if isinstance(error, OSError):
        return _about_file(error)
    if isinstance(error, DatabaseError | InterfaceError):
        if connection.vendor == "sqlite":
            return _about_sqlite(error)
        return _about_server(error)
    return None


def is_mistake(error):
    """Return whether the database was named wrongly, or is no longer what it was.

    All that goes wrong with a file is; a server may be away for a while.
    """
    return connection.vendor == "sqlite" or _known_mistake(error) is not None


def _known_mistake(error):
    for words, sentence in POSTGRESQL.items():
        words = words if isinstance(words, tuple) else (words,)
        if all(word in str(error) for word in words):
            return sentence
    return None


def _about_file(error):
    where = error.filename or "a file"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full: free some space and run this again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{where} cannot be written: make sure that you may write its folder."
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return (
            "Too many files are open: allow more with `ulimit -n 4096` "
            "(LimitNOFILE=4096 for systemd), and run this again."
        )
    return None


def _about_sqlite(error):
    for words, sentence in SQLITE.items():
        if words in str(error):
            file = file_of(connection.settings_dict) or "The database"
            return sentence.format(database=file)
    return None


def _about_server(error):
    settings = connection.settings_dict
    where = settings["HOST"] or "this machine"
    database = f"The database {settings['NAME']} on {where}"
    # The library's last line may ask whether there is a server at all.
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    lines = [line for line in lines if not line.endswith("?")] or [str(error)]
    reason = lines[-1]
    if sentence := _known_mistake(error):
        detail = next((line for line in lines if "FATAL" in line), reason)
        return sentence.format(database=database, reason=detail)
    if not isinstance(error, OperationalError):
        return None
    if any(words in str(error) for words in UNKNOWN_HOST):
        return (
            f"The host of the database, {where}, is not known here: correct it in "
            f"DATABASE_URL, or see that names are resolved ({reason})."
        )
    return f"{database} does not answer ({reason}): start it, or correct DATABASE_URL."
