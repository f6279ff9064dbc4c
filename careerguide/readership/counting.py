"""Count how often pages are read, in memory, and write the sums once a minute.

Nothing of a reader is stored: no address, no browser, no cookie, no hour. Whoever has
signed in is not counted, nor a robot that says so, nor a page that a browser fetched
before anybody asked for it. What waits when a process ends is lost, at most a minute
of it.
"""

import logging
import re
import threading
from collections import Counter

from django.conf import settings
from django.db import Error, connections
from django.utils import timezone

from careerguide.db.hurried import hurried_transaction
from careerguide.server.background import BackgroundThread

from .models import LONGEST, PageViews

logger = logging.getLogger(__name__)

EVERY = 60.0  # seconds between two writes
MOST_WAITING = 5_000  # addresses in memory
MOST_A_DAY = 50_000  # addresses of a day in the database
ROBOTS = re.compile(
    r"bot|crawl|spider|slurp|fetch|scan|monitor|preview|archiv|index|curl|wget|python"
    r"|java/|go-http|headless|lighthouse|facebookexternal|feed|http",
    re.IGNORECASE,
)
SHOWN = ("200", "304")  # a page, or that the reader's own copy of it is the page
# Of what is served, what is no page.
UNCOUNTED = ("/admin/", "/static/", "/media/", "/preview/", "/feedback/")


class ViewCounter:
    """Counts views by address, and writes them by `flush`; safe for threads."""

    def __init__(self, every=EVERY):
        self.every, self.lock = every, threading.Lock()
        self.waiting, self.timer = Counter(), None

    def note(self, path):
        """Count a view. A thread of its own writes: no reader waits for it."""
        with self.lock:
            if path in self.waiting or len(self.waiting) < MOST_WAITING:
                self.waiting[path] += 1
            if self.timer is None:
                self.timer = BackgroundThread(
                    target=self._flush_later, name="views", daemon=True
                )
                self.timer.start()

    def _flush_later(self):
        threading.Event().wait(self.every)
        with self.lock:
            self.timer = None
        try:
            self.flush()
        except Exception:
            logger.exception("Views could not be written")
        finally:
            connections.close_all()

    def flush(self):
        """Write what waits; what cannot be written waits on."""
        with self.lock:
            counts, self.waiting = self.waiting, Counter()
        if not counts:
            return
        try:
            with hurried_transaction():
                PageViews.objects.add(timezone.localdate(), counts, MOST_A_DAY)
        except Error:
            logger.warning("Views could not be written, and wait", exc_info=True)
            with self.lock:
                both = (counts + self.waiting).most_common(MOST_WAITING)
                self.waiting = Counter(dict(both))


view_counter = ViewCounter()


class CountViews:
    """WSGI middleware, outside of pages from memory."""

    def __init__(self, app, counter=view_counter):
        self.app, self.counter = app, counter
        self.session = f"{settings.SESSION_COOKIE_NAME}="

    def __call__(self, environ, start_response):
        if not self.is_reader(environ):
            return self.app(environ, start_response)
        path = environ["PATH_INFO"]

        def start(status, headers, *rest):
            if status[:3] in SHOWN and is_page(status, headers):
                self.counter.note(path)
            return start_response(status, headers, *rest)

        return self.app(environ, start)

    def is_reader(self, environ):
        agent = environ.get("HTTP_USER_AGENT", "")
        path = environ["PATH_INFO"]
        return (
            environ["REQUEST_METHOD"] == "GET"
            and path.endswith("/")
            and len(path) <= LONGEST
            and path.isascii()
            and not path.startswith(UNCOUNTED)
            and agent != ""
            and not is_robot(agent)
            and self.session not in environ.get("HTTP_COOKIE", "")
            and "prefetch" not in environ.get("HTTP_SEC_PURPOSE", "")
            and "prefetch" not in environ.get("HTTP_PURPOSE", "")
        )


def is_robot(agent):
    """Return whether a user agent says that it is a program; most of them do."""
    return ROBOTS.search(agent) is not None


def is_page(status, headers):
    """Return whether the answer is a page; a 304 says nothing of its type."""
    if status.startswith("304"):
        return True
    kinds = (value for name, value in headers if name.lower() == "content-type")
    return next(kinds, "").startswith("text/html")


def prune(days):
    """Delete what is older than so many days, and return how much; 0 keeps it."""
    if not days:
        return 0
    before = timezone.localdate() - timezone.timedelta(days=days)
    return PageViews.objects.filter(day__lt=before).delete()[0]
