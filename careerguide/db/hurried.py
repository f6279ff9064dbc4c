"""Write what may as well be written later, without a wait for who writes now."""

from contextlib import contextmanager

from django.db import connection, transaction

WAIT = 200  # ms


@contextmanager
def hurried_transaction():
    """Run a transaction that gives up after `WAIT`, with an OperationalError.

    On SQLite one process writes at a time, and some write for minutes.
    """
    is_sqlite = connection.vendor == "sqlite"
    if is_sqlite:
        _set_wait(WAIT)
    try:
        with transaction.atomic():
            if not is_sqlite:
                with connection.cursor() as cursor:
                    cursor.execute(f"SET LOCAL lock_timeout = {WAIT}")
            yield
    finally:
        if is_sqlite:
            seconds = connection.settings_dict["OPTIONS"].get("timeout", 5)
            _set_wait(round(1000 * seconds))


def _set_wait(milliseconds):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")
