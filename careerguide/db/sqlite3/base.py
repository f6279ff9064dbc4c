"""Check that SQLite's file is still the one that was opened, and bound its numbers.

An open file stays open where it is moved, deleted or replaced, as by a backup that is
put back: what is saved then goes into a file that nobody will ever read again. So each
request checks it.
"""

import os
from urllib.parse import unquote, urlsplit

from django.db.backends.sqlite3 import base, operations

from . import functions


class DatabaseOperations(operations.DatabaseOperations):
    """Take the whole numbers that PostgreSQL takes: a backup may be restored there."""

    def integer_field_range(self, internal_type):
        return self.integer_field_ranges[internal_type]


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations
    opened = None

    def get_new_connection(self, conn_params):
        connection = super().get_new_connection(conn_params)
        functions.add_to(connection)
        self.opened = self._file()
        return connection

    def is_usable(self):
        """Asked once in each request, as CONN_HEALTH_CHECKS is on."""
        return self.opened == self._file()

    def _file(self):
        """Which file there is, as the system knows it; None for one in memory."""
        try:
            found = os.stat(unquote(urlsplit(str(self.settings_dict["NAME"])).path))
        except OSError:
            return None
        return found.st_dev, found.st_ino
