"""One thread of each process that sees when something changed for readers.

It asks the database once a second, with little patience and beside all requests, so
that no reader ever waits for it; and it keeps the hours that editors have set.
"""

import logging
import re
import threading
import time
from collections import deque

from django.db import DatabaseError, InterfaceError, close_old_connections
from django.utils import timezone

from careerguide.publishing.moments import standing
from careerguide.publishing.scheduling import publish_due

from .page_cache import key_of

logger = logging.getLogger(__name__)

EVERY = 1.0  # seconds
HOME = ("/", "")
_LINK = re.compile(rb'<a\b[^>]*?\bhref="(/[^"?#]*)"')


class Watch(threading.Thread):
    """Tells a PageCache of changes, from its start to the end of the process."""

    def __init__(self, cache, using="watch"):
        super().__init__(name="watch", daemon=True)
        self.cache, self.using = cache, using
        self.number = self.next_moment = None
        self.to_make = deque()
        self.is_lost = False

    def run(self):
        while True:
            next_look = time.monotonic() + EVERY
            try:
                self.look()
                self.make_ready(until=next_look)
            except Exception:
                logger.exception("The watch stumbled, and goes on")
            finally:
                close_old_connections()
            time.sleep(max(0.05, self._seconds_left(next_look)))

    def look(self):
        """Ask how things stand; if they stand otherwise, have pages made anew."""
        try:
            found = standing(timezone.now(), using=self.using)
            if found.is_due:
                for item in publish_due():
                    logger.info("Published on schedule: %r", item)
                found = standing(timezone.now(), using=self.using)
        except (DatabaseError, InterfaceError) as error:
            return self._lost(error)
        self._found()
        passed = self.next_moment is not None and self.next_moment <= timezone.now()
        if passed or found.number != self.number:
            keys = self.cache.change(first=[HOME])
            if keys is None:
                return  # once more at the next look
            self.to_make = deque(dict.fromkeys([*keys, *self._linked_from_home()]))
        self.number, self.next_moment = found.number, found.next_moment

    def make_ready(self, until):
        """Make pages that nobody has asked for since, and leave readers half the time.

        `until` is by the monotonic clock; what is left comes after the next look.
        """
        while self.to_make and time.monotonic() < until:
            started = time.monotonic()
            self.cache.make_ready(self.to_make.popleft())
            time.sleep(min(time.monotonic() - started, 0.1))

    def _linked_from_home(self):
        """What a reader who begins at home reads next."""
        page = self.cache.pages.get(HOME)
        paths = _LINK.findall(page.content) if page else []
        keys = (key_of(path.decode("latin-1"), "") for path in paths)
        return [key for key in keys if key]

    def _seconds_left(self, next_look):
        left = next_look - time.monotonic()
        if self.next_moment is None:
            return left
        return min(left, (self.next_moment - timezone.now()).total_seconds())

    def _lost(self, error):
        if not self.is_lost:
            logger.warning("The database cannot be asked, pages stay: %s", error)
        self.is_lost = True

    def _found(self):
        if self.is_lost:
            logger.warning("The database answers again")
        self.is_lost = False
        self.cache.heard()
