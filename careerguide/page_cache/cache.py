"""Serve public pages from memory, before Django: made once for each change.

What is kept is made from a request of our own, which holds nothing but the address of
a public page: no header, cookie or parameter of whoever asks first gets into it. When
something changed, `ChangeWatcher` has the pages that are read most made anew, and
then all old ones go at once. Where the database cannot be asked all stay, and readers
read on.
"""

import logging
import threading
import time
from collections import Counter, OrderedDict
from functools import partial
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from careerguide.http.errors import unavailable
from careerguide.http.headers import SecurityHeaders
from careerguide.http.request_id import RequestIds

from .costs import Costs
from .decorators import name_of
from .internal_request import fetch, is_secure
from .rebuild import Remaking
from .single_flight import AT_FIRST, Making, Places
from .stale import StalePages
from .stored_response import Page

logger = logging.getLogger(__name__)

PATIENCE = 10  # seconds to wait for a page that somebody else is having made
LATE = 5  # seconds without word from the database, after which the log says so
BEFORE_THE_CHANGE = 0.5  # seconds in which pages are made anew, before old ones go
MADE_ANEW = 200  # pages; the others wait for somebody to ask


class PageCache:
    """WSGI middleware. `counters` says what it did, `bytes` how much it holds.

    `threads` is how many the server has; slow pages may hold half of them.
    """

    def __init__(self, app, threads=None):
        self.app = app
        self.busy = SecurityHeaders(RequestIds(say_busy))
        self.most_bytes = settings.PAGE_CACHE_MB * 1_000_000
        self.session = f"{settings.SESSION_COOKIE_NAME}="
        self.hosts = known_hosts()
        self.no_pages = {reverse("healthz"), reverse("readyz")}
        self.pages = OrderedDict()  # by (path, query); the last one was read last
        self.bytes = 0
        self.stale = StalePages()
        self.since = self.last_since = int(time.time())
        self.late_at = float("inf")
        self.changing = threading.Lock()
        self.being_made = {}
        self.places = Places(threads)
        self.costs = Costs()
        self.counters = Counter()

    # --- Answering --------------------------------------------------------------------

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
            page = key and self._cached_or_made(key)
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

    # --- Making and keeping -----------------------------------------------------------

    def _cached_or_made(self, key):
        """The page, made by the first who asks while the others wait.

        None where it is none to keep: then each asks for itself. BUSY where it takes
        too long, or cannot be made now. What was begun before a change is waited for,
        but not taken by whoever asked after it.
        """
        is_slow = self.costs.is_slow(key)
        if is_slow and not self.places.take(AT_FIRST):
            return self._instead(key)
        try:
            return self._made_or_waited_for(key, is_slow)
        finally:
            if is_slow:
                self.places.leave()

    def _made_or_waited_for(self, key, holds_place):
        until = time.monotonic() + PATIENCE
        while True:
            with self.changing:
                if page := self.pages.get(key):
                    return page
                making = self.being_made.get(key)
                if is_first := making is None:
                    making = self.being_made[key] = Making(self.since)
                is_true = making.since >= self.since
            if is_first:
                self.finish(key, making, self._keep)
                # Where our code failed, one asks again, for an error page of its own.
                return self._instead(key) if making.status == 503 else making.page
            wait = making.wait if holds_place else partial(self.places.wait, making)
            if not wait(until):
                return self._instead(key)
            if is_true:
                return self._instead(key) if making.status >= 500 else making.page

    def _instead(self, key):
        """The page of before the last change, for a while after it, or BUSY."""
        return self.stale.get(key) or BUSY

    def begin(self, key, since):
        """Return a Making of a page; None where somebody is having it made."""
        with self.changing:
            if key in self.being_made:
                return None
            making = self.being_made[key] = Making(since)
            return making

    def finish(self, key, making, keep):
        """Make a page that was begun, let `keep` have it, and tell those who wait."""
        try:
            making.status, making.page = self.make(key, making.since)
            keep(key, making.page, making.since)
        finally:
            seconds = time.monotonic() - making.started
            self.costs.note(key, seconds, is_made=making.status < 500)
            with self.changing:
                del self.being_made[key]
            making.done.set()

    def make(self, key, since):
        """The status of an address as it is now, and its page if that may be kept."""
        answer = fetch(self.app, *key)
        self.counters["made"] += 1
        page = Page(answer.headers, answer.body, since) if answer.is_cacheable else None
        return answer.status, page

    def _keep(self, key, page, since):
        with self.changing:
            # A page that was begun before a change may show what was before it.
            if since == self.since:
                self.add(key, page)

    def add(self, key, page):
        """Keep a page that shows how things stand; under the lock."""
        if not self.fits(page):
            return
        self.stale.drop(key)
        self.pages[key] = page
        self.bytes += page.bytes
        while self.bytes + self.stale.bytes > self.most_bytes:
            if self.stale:
                self.stale.drop_oldest()
                continue
            _, dropped = self.pages.popitem(last=False)
            self.bytes -= dropped.bytes
            self.counters["dropped"] += 1

    def fits(self, page):
        """Return whether a page is to be kept, and pushes out no more than a few."""
        return page is not None and page.bytes <= self.most_bytes / 4

    # --- Changing: for `ChangeWatcher`, in its thread ---------------------------------

    def note_answer(self):
        """The database has told how things stand."""
        self.late_at = time.time() + LATE

    def change(
        self,
        first=(),
        is_answering=lambda: True,
        beside=None,
        seconds=BEFORE_THE_CHANGE,
    ):
        """Make pages anew, `first` and then those read most, and let all others go.

        What took long last time comes last. `beside`, a Background, does it, or else
        this thread; the change is shown after `seconds`, whatever is being made then.
        `is_answering` asks whether there is a database. Returns the keys that there was
        no time for; None, with all as it was, where the database stopped answering.
        """
        since = self.last_since = max(int(time.time()), self.last_since + 1)
        until = time.monotonic() + seconds
        with self.changing:
            keys = [*dict.fromkeys([*first, *reversed(self.pages)])][:MADE_ANEW]
        keys = self.costs.in_order(keys)
        work = Remaking(self, keys, since, until, is_answering)
        if beside is None:
            work.run()
        elif beside.start(work.run):
            work.over.wait(max(0, until - time.monotonic()))
        failed = work.failed and not work.pages
        if failed or (work.failed or not work.over.is_set()) and not is_answering():
            return None
        return self._swap(work)

    def _swap(self, work):
        with self.changing:
            self.stale.set_aside(self.pages, self.most_bytes / 4, unless=work.pages)
            self.since, self.bytes = work.since, work.bytes
            self.pages = OrderedDict(reversed(work.pages.items()))
            left = [*work.left]
        self.counters["changes"] += 1
        logger.info(
            "Pages made anew: %d, %d to come; until now %s",
            len(work.pages),
            len(left),
            ", ".join(f"{name} {n}" for name, n in self.counters.items()),
        )
        return left

    def make_ready(self, key):
        """Have a page made that nobody waits for; wait where somebody has it made."""
        if key in self.pages:
            return
        if making := self.begin(key, self.since):
            self.finish(key, making, self._keep)
        elif making := self.being_made.get(key):
            making.wait(time.monotonic() + PATIENCE)

    def _say_late(self):
        self.late_at = float("inf")
        logger.warning(
            "The database has not answered for %d s: readers get %d pages from memory",
            LATE,
            len(self.pages),
        )


BUSY = object()


def say_busy(environ, start_response):
    """A WSGI application: 503, and when to come back."""
    page = unavailable()
    page.headers["Content-Length"] = str(len(page.content))
    start_response("503 Service Unavailable", [*page.headers.items()])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [page.content]


def key_of(path, query):
    """Return the one key of the public page at an address, as WSGI has it, or None."""
    try:
        query = name_of(path.encode("latin-1").decode(), query)
    except UnicodeError:
        return None
    return None if query is None else (path, query)


def known_hosts():
    """Return the Host headers whose answers we keep: of names that are spelt out."""
    site = urlsplit(settings.SITE_URL).netloc.lower()
    port = site.removeprefix(site.rpartition(":")[0]) if ":" in site else ""
    names = {name.lower() for name in settings.ALLOWED_HOSTS}
    names = {name for name in names if not name.startswith((".", "*"))}
    return {site, *names, *(name + port for name in names)}
