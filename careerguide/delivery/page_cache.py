"""Public pages from memory, before Django: made once for each change.

What is kept is made from a request of our own, which holds nothing but the address of
a public page: no header, cookie or parameter of whoever asks first gets into it. When
something changed, `Watch` has the pages that are read most made anew, and then all old
ones go at once. Where the database cannot be asked all stay, and readers read on.
"""

import logging
import threading
import time
from collections import Counter, OrderedDict
from urllib.parse import urlsplit

from django.conf import settings

from .asking import ask, is_secure
from .pages import Page
from .public import name_of

logger = logging.getLogger(__name__)

PATIENCE = 3  # seconds to wait for a page that somebody else is having made
LATE = 5  # seconds without word from the database, after which the log says so
BEFORE_THE_CHANGE = 0.5  # seconds in which pages are made anew, before old ones go
MADE_ANEW = 200  # pages; the others wait for somebody to ask


class PageCache:
    """WSGI middleware. `counters` says what it did, `bytes` how much it holds."""

    def __init__(self, app):
        self.app = app
        self.most_bytes = settings.PAGE_CACHE_MB * 1_000_000
        self.session = f"{settings.SESSION_COOKIE_NAME}="
        self.hosts = known_hosts()
        self.pages = OrderedDict()  # by (path, query); the last one was read last
        self.bytes = 0
        self.since = int(time.time())
        self.late_at = float("inf")
        self.changing = threading.Lock()
        self.being_made = {}
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
            page = key and self._kept_or_made(key)
            if page is None:
                return self.app(environ, start_response)
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

    # --- Making and keeping -----------------------------------------------------------

    def _kept_or_made(self, key):
        """The page, made by the first who asks while the others wait.

        None where it is none to keep, or takes too long: then each asks for itself.
        """
        with self.changing:
            if page := self.pages.get(key):
                return page
            making = self.being_made.get(key)
            if is_first := making is None:
                making = self.being_made[key] = Making()
            since = self.since
        if not is_first:
            return making.wait()
        try:
            _, making.page = self.make(key, since)
            self._keep(key, making.page, since)
        finally:
            with self.changing:
                del self.being_made[key]
            making.done.set()
        return making.page

    def make(self, key, since):
        """The status of an address as it is now, and its page if that may be kept."""
        answer = ask(self.app, *key)
        self.counters["made"] += 1
        page = Page(answer.headers, answer.body, since) if answer.may_be_kept else None
        return answer.status, page

    def _keep(self, key, page, since):
        with self.changing:
            # A page that was begun before a change may show what was before it.
            if since != self.since or not self._fits(page):
                return
            self.pages[key] = page
            self.bytes += page.bytes
            while self.bytes > self.most_bytes:
                _, dropped = self.pages.popitem(last=False)
                self.bytes -= dropped.bytes
                self.counters["dropped"] += 1

    def _fits(self, page):
        """Whether it is a page to keep, and pushes out no more than a few others."""
        return page is not None and page.bytes <= self.most_bytes / 4

    # --- Changing: for `Watch`, in its thread -----------------------------------------

    def heard(self):
        """The database has told how things stand."""
        self.late_at = time.time() + LATE

    def change(self, first=()):
        """Make pages anew, `first` and then those read most, and let all others go.

        Returns the keys that there was no time for; None, with all as it was, where
        the database stopped answering.
        """
        since = max(int(time.time()), self.since + 1)
        until = time.monotonic() + BEFORE_THE_CHANGE
        with self.changing:
            keys = [*dict.fromkeys([*first, *reversed(self.pages)])][:MADE_ANEW]
        pages, size = OrderedDict(), 0
        while keys and time.monotonic() < until and size < self.most_bytes / 2:
            status, page = self.make(key := keys.pop(0), since)
            if status == 503:
                return None
            if self._fits(page):
                pages[key] = page
                size += page.bytes
        with self.changing:
            self.since, self.bytes = since, size
            self.pages = OrderedDict(reversed(pages.items()))
        self.counters["changes"] += 1
        logger.info(
            "Pages made anew: %d, %d to come; until now %s",
            len(pages),
            len(keys),
            ", ".join(f"{name} {n}" for name, n in self.counters.items()),
        )
        return keys

    def make_ready(self, key):
        """Have a page made that nobody waits for."""
        self._kept_or_made(key)

    def _say_late(self):
        self.late_at = float("inf")
        logger.warning(
            "The database has not answered for %d s: readers get %d pages from memory",
            LATE,
            len(self.pages),
        )


class Making:
    """A page that is being made, for those who wait for it."""

    def __init__(self):
        self.page = None
        self.done = threading.Event()
        self.until = time.monotonic() + PATIENCE

    def wait(self):
        self.done.wait(max(0, self.until - time.monotonic()))
        return self.page


def key_of(path, query):
    """The one key of the public page at an address, as WSGI has it, or None."""
    try:
        query = name_of(path.encode("latin-1").decode(), query)
    except UnicodeError:
        return None
    return None if query is None else (path, query)


def known_hosts():
    """The Host headers whose answers we keep: of names that are spelt out."""
    site = urlsplit(settings.SITE_URL).netloc.lower()
    port = site.removeprefix(site.rpartition(":")[0]) if ":" in site else ""
    names = {name.lower() for name in settings.ALLOWED_HOSTS}
    names = {name for name in names if not name.startswith((".", "*"))}
    return {site, *names, *(name + port for name in names)}
