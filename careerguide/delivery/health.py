"""Is the process alive, and can it serve?"""

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def healthz(request):
    """200 as long as this process answers at all."""
    return _line("ok")


@never_cache
@require_safe
def readyz(request):
    """200 when the database answers and has every migration of this code, else 503."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (DatabaseError, InterfaceError):
        return _line("the database does not answer", status=503)
    if missing:
        return _line("migrations are missing: run manage.py migrate", status=503)
    return _line("ok")


def _line(text, status=200):
    return HttpResponse(f"{text}\n", status=status, content_type="text/plain")
