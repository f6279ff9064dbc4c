"""Record how long pages take to make: what to rebuild last, and what to warn of."""

import logging
import time
from collections import OrderedDict

logger = logging.getLogger(__name__)

LONG = 0.1  # seconds; such a page is made anew after all others
SLOW = 1.0  # seconds, of which the log tells
REMEMBERED = 2_000  # pages that took long
AGAIN = 3_600  # seconds until the same is told again
TOLD = 20  # pages in that time


class Costs:
    """Record how long each page took to make last, by its key: path and query."""

    def __init__(self):
        self.known = OrderedDict()  # seconds, of those that took long
        self.told, self.told_since = set(), float("-inf")

    def note(self, key, seconds, is_made=True):
        """Remember what took long; tell of it, where a page came of it."""
        self.known.pop(key, None)
        if seconds >= LONG:
            self.known[key] = seconds
            while len(self.known) > REMEMBERED:
                self.known.popitem(last=False)
        if is_made:
            self.warn(*key, seconds)

    def seconds(self, key):
        """Return what it took last, as far as that was long; 0 for all others."""
        return self.known.get(key, 0.0)

    def is_slow(self, key):
        return self.seconds(key) >= SLOW

    def in_order(self, keys):
        """The keys as they come, but those that took long last, the longest of all."""
        return sorted(keys, key=self.seconds)

    def warn(self, path, query, seconds):
        """Tell the log of a page that is slow: each once an hour, and not too many."""
        if seconds < SLOW:
            return
        if time.monotonic() - self.told_since > AGAIN:
            self.told, self.told_since = set(), time.monotonic()
        if (path, query) in self.told or len(self.told) > TOLD:
            return
        self.told.add((path, query))
        if len(self.told) > TOLD:
            logger.warning("More pages are slow to make; they are not named for now")
            return
        # After a question mark the log would hide it.
        named = f"{path[:200]} ({query[:200]})" if query else path[:200]
        logger.warning("Slow to make: %s took %.1f s", named, seconds)
