"""Serve the health checks: whether the process is alive, and whether it can serve."""

import logging
import threading

from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from careerguide.db.migrated import HalfMigrated, missing_migrations

logger = logging.getLogger(__name__)


class Readiness:
    """Tell the log when it changes: those who ask do so every few seconds."""

    def __init__(self):
        self._lock = threading.Lock()
        self._missing = None  # why the site cannot serve; None while it can

    def tell(self, missing):
        with self._lock:
            before, self._missing = self._missing, missing
        if missing and missing != before:
            logger.error("Not ready: %s", missing)
        elif before and not missing:
            logger.warning("Ready again: what was missing is back (%s)", before)


readiness = Readiness()


@never_cache
@require_safe
def healthz(request):
    """200 as long as this process answers at all."""
    return _line("ok")


@never_cache
@require_safe
def readyz(request):
    """200 when the database answers and has every migration of this code, else 503."""
    missing = _missing()
    readiness.tell(missing)
    if missing is None:
        return _line("ok")
    response = _line(missing, status=503)
    response._has_been_logged = True  # or Django logs each request
    return response


def _missing():
    """What keeps the site from serving, or None."""
    try:
        if missing_migrations(connection):
            return "migrations are missing: run manage.py migrate"
    except HalfMigrated:
        return "migrations of the release before are missing: run it to migrate first"
    except (DatabaseError, InterfaceError):
        return "the database does not answer"
    return None


def _line(text, status=200):
    return HttpResponse(f"{text}\n", status=status, content_type="text/plain")
