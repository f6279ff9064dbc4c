"""Keep finished pages in memory, within a bound, until a change concerns them."""

import threading
import time
from collections import Counter, OrderedDict, deque
from functools import partial

from django.conf import settings

from careerguide.caching.dependencies import SITE

from .dates import FormerDates
from .stale import StalePages

REMEMBERED = 100  # changes, which pages are compared with that took so long to make


def concerns(tags, depends):
    """Return whether a change of `tags` concerns what depends on `depends`.

    None are the tags of a change that concerns everything.
    """
    return tags is None or SITE in depends or not tags.isdisjoint(depends)


class PageStore:
    """LRU cache of pages. `counters` says what became of them, `bytes` how much it is.

    `since` is the moment of the change that was shown last, in whole seconds.
    """

    def __init__(self):
        self.most_bytes = settings.PAGE_CACHE_MB * 1_000_000
        self.pages = OrderedDict()  # by (path, query); the last one was read last
        self.bytes = 0
        self.stale, self.dates = StalePages(), FormerDates()
        self.since = self.last_since = int(time.time())
        self.changes = deque(maxlen=REMEMBERED)  # moments of the last, and their tags
        self.changing = threading.Lock()
        self.counters = Counter()

    def keep(self, key, page, since):
        """Keep a page that was begun at `since`, if it shows how things stand."""
        with self.changing:
            if page is not None and self._is_true(page, since):
                self.add(key, page)

    def _is_true(self, page, since):
        """Whether no change was shown since that concerns it: it may have read what
        was before that.
        """
        if since == self.since:
            return True
        later = [tags for moment, tags in self.changes if moment > since]
        forgot = len(later) == REMEMBERED
        return not forgot and not any(concerns(tags, page.depends) for tags in later)

    def add(self, key, page):
        """Keep a page that shows how things stand; under the lock."""
        self.dates.bring_back(key, page)
        if not self.fits(page):
            return
        self.stale.drop(key)
        self.discard(key)
        self.pages[key] = page
        self.bytes += page.bytes
        while self.bytes + self.stale.bytes > self.most_bytes:
            if self.stale:
                self.stale.drop_oldest()
                continue
            self.discard(next(iter(self.pages)))
            self.counters["dropped"] += 1

    def put_packed(self, key, page, body):
        """Have a page in its best encoding, of which `pack` has made the body."""
        with self.changing:
            before = page.bytes
            page.put_packed(body)
            if self.pages.get(key) is page:
                self.bytes += page.bytes - before

    def discard(self, key):
        """Drop a page, if it is there, and return it; under the lock."""
        page = self.pages.pop(key, None)
        if page is not None:
            self.bytes -= page.bytes
        return page

    def fits(self, page):
        """Return whether a page is to be kept, and pushes out no more than a few."""
        return page is not None and page.bytes <= self.most_bytes / 4

    def concerned(self, tags):
        """Return the keys of the pages that a change concerns, the last read first."""
        pages = reversed(list(self.pages.items()))
        return [key for key, page in pages if concerns(tags, page.depends)]

    def show_change(self, since, tags, remade, seen_at=None):
        """Put the pages `remade` in the place of all that a change concerns.

        `seen_at`: see `dates`. Under the lock.
        """
        old = {key: self.discard(key) for key in reversed(self.concerned(tags))}
        self.dates.note_change(old, partial(concerns, tags), seen_at)
        self.stale.set_aside(old, self.most_bytes / 4, unless=remade)
        self.since = since
        self.changes.append((since, tags))
        for key, page in reversed(remade.items()):
            if key in old:
                page.read_at = old[key].read_at
            self.add(key, page)
        self.counters["changes"] += 1
