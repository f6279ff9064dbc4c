"""Build the WSGI application: pages from memory, headers, then Django."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
# A server never shows debug pages because somebody forgot a variable.
os.environ.setdefault("DEBUG", "false")

from django.core.wsgi import get_wsgi_application  # noqa: E402

django = get_wsgi_application()

# These need settings, and some the models.
from django.conf import settings  # noqa: E402

from careerguide.db.threads import CloseIdle  # noqa: E402
from careerguide.http.charset import Utf8Only  # noqa: E402
from careerguide.http.forwarded import WHAT_TO_SET, NoticeForwarded  # noqa: E402
from careerguide.http.headers import SecurityHeaders  # noqa: E402
from careerguide.http.request_id import RequestIds  # noqa: E402
from careerguide.http.reserved_thread import ReservedThread  # noqa: E402
from careerguide.page_cache.cache import PageCache  # noqa: E402
from careerguide.page_cache.due_middleware import PublishDue  # noqa: E402
from careerguide.page_cache.watcher import ChangeWatcher  # noqa: E402
from careerguide.readership.counting import CountViews  # noqa: E402
from careerguide.server.granian import THREADS  # noqa: E402
from careerguide.server.interpreter import freeze_gc, tune_switch_interval  # noqa: E402

django_application = CloseIdle(django)
if settings.PAGE_CACHE:
    # Outermost: what it keeps has its headers already.
    application = PageCache(
        SecurityHeaders(
            RequestIds(Utf8Only(ReservedThread(django_application, THREADS)))
        ),
        THREADS,
    )
    ChangeWatcher(application).start()
else:
    application = SecurityHeaders(RequestIds(Utf8Only(PublishDue(django_application))))

# Before pages from memory, or nobody would be counted.
application = CountViews(application)

if unnamed := {*WHAT_TO_SET} - settings.NAMED:
    # Before pages from memory, or a site that everybody only reads would never notice.
    application = NoticeForwarded(application, unnamed)

tune_switch_interval()
freeze_gc()
