"""Rebuild pages before a change is shown, so that hardly any reader waits."""

import logging
import threading
import time
from collections import OrderedDict, deque

logger = logging.getLogger(__name__)


class Remaking:
    """`pages` are made in order until the time is over; `left` are the other keys.

    It may run beside whoever waits for `over`. A page that goes on being made when the
    change is shown is kept, too, and readers who ask for it wait for it.
    """

    def __init__(self, cache, keys, since, until, is_answering):
        self.cache, self.since, self.until = cache, since, until
        self.is_answering = is_answering
        self.left = deque(keys)
        self.pages, self.bytes = OrderedDict(), 0
        self.is_shown = False  # the change, and what was made until then
        self.failed = False  # some page, with a status of 500 or more
        self.over = threading.Event()

    def run(self):
        try:
            for key in [*self.left]:
                time_left = self.until - time.monotonic()
                if time_left <= 0 or self.bytes >= self.cache.most_bytes / 2:
                    break
                # What took longer last time would keep the change waiting.
                if self.cache.costs.seconds(key) < time_left and not self._make(key):
                    break
        finally:
            self.over.set()

    def _make(self, key):
        """Make one page; False where no other is worth trying."""
        making = self.cache.begin(key, self.since)
        if making is None:
            return True  # somebody is having it made
        try:
            self.cache.finish(key, making, self._keep)
        except Exception:
            logger.exception("Could not make %s anew", key[0])
        if making.status >= 500:
            self.failed = True
            return self.is_answering()
        return True

    def _keep(self, key, page, since):
        """Keep what was made, before or after the change is shown."""
        with self.cache.changing:
            is_shown = self.is_shown
            if not is_shown:
                self._set_aside(key, page)
        if is_shown:
            self.cache.keep(key, page, since)

    def _set_aside(self, key, page):
        if key in self.left:
            self.left.remove(key)
            if self.cache.fits(page):
                self.pages[key] = page
                self.bytes += page.bytes
