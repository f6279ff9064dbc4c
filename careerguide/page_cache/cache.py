"""Serve public pages from memory, before Django: made once for each change.

What is kept is made from a request of our own, which holds nothing but the address of
a public page: no header, cookie or parameter of whoever asks first gets into it. When
something changed, `ChangeWatcher` has those pages made anew that it concerns and that
are read most, and then all that it concerns go. Where the database cannot be asked all
stay, and readers read on.
"""

import logging
import time

from django.conf import settings
from django.urls import reverse

from careerguide.http.errors import unavailable
from careerguide.http.headers import SecurityHeaders
from careerguide.http.request_id import RequestIds

from .addresses import key_of, known_hosts
from .changes import ChangingPages
from .internal_request import is_secure
from .maker import BUSY

logger = logging.getLogger(__name__)

LATE = 5  # seconds without word from the database, after which the log says so


class PageCache(ChangingPages):
    """WSGI middleware: what it is for stands in the classes it inherits.

    A PageStore keeps pages, a PageMaker makes them, ChangingPages show changes; this
    one answers requests.
    """

    def __init__(self, app, threads=None):
        super().__init__(app, threads)
        self.busy = SecurityHeaders(RequestIds(say_busy))
        self.session = f"{settings.SESSION_COOKIE_NAME}="
        self.hosts = known_hosts()
        self.no_pages = {reverse("healthz"), reverse("readyz")}
        self.late_at = float("inf")

    def __call__(self, environ, start_response):
        if not self._is_for_everybody(environ):
            return self.app(environ, start_response)
        now = time.time()
        if now > self.late_at:
            self._say_late()
        key = (environ["PATH_INFO"], environ.get("QUERY_STRING", ""))
        page = self.pages.get(key)
        if page is None:
            key = key_of(*key)
            page = key and self.cached_or_made(key)
            if page is None:
                return self._ask_timed(environ, start_response)
            if page is BUSY:
                self.counters["busy"] += 1
                return self.busy(environ, start_response)
        self.counters["answers"] += 1
        try:  # noqa: SIM105  a suppress would take as long as all of the above
            self.pages.move_to_end(key)
        except KeyError:
            pass  # it went this moment, and was true when we took it
        page.read_at = now
        return page.answer(environ, start_response, now)

    def _is_for_everybody(self, environ):
        return (
            environ["REQUEST_METHOD"] in ("GET", "HEAD")
            and environ.get("HTTP_HOST", "").lower() in self.hosts
            and self.session not in environ.get("HTTP_COOKIE", "")
            and is_secure(environ) == settings.HTTPS
            # A body is for Django to refuse.
            and environ.get("CONTENT_LENGTH", "") in ("", "0")
            and "HTTP_TRANSFER_ENCODING" not in environ
        )

    def _ask_timed(self, environ, start_response):
        """Make what is for one reader alone; the log tells what took long.

        But not of what failed: its reason is in the log, and it is no page.
        """
        started, statuses = time.monotonic(), []

        def start(status, *rest):
            statuses.append(status)
            return start_response(status, *rest)

        answer = self.app(environ, start)
        path = environ["PATH_INFO"]
        if statuses and statuses[-1] < "5" and path not in self.no_pages:
            self.costs.warn(path, "", time.monotonic() - started)
        return answer

    def note_answer(self):
        """The database has told how things stand."""
        self.late_at = time.time() + LATE

    def _say_late(self):
        self.late_at = float("inf")
        logger.warning(
            "The database has not answered for %d s: readers get %d pages from memory",
            LATE,
            len(self.pages),
        )


def say_busy(environ, start_response):
    """A WSGI application: 503, and when to come back."""
    page = unavailable()
    page.headers["Content-Length"] = str(len(page.content))
    start_response("503 Service Unavailable", [*page.headers.items()])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [page.content]
