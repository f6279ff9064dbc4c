"""Cache what is expensive to make in memory: an LRU cache, keyed by content.

The key is what a value is made from, so a change, however it came about, makes another
value. The bound is on bytes; one process keeps at most that much.
"""

import hashlib
import sys
import threading
from collections import OrderedDict

from django.conf import settings
from django.utils.translation import get_language

MOST_BYTES = 16_000_000
# What pages are made from, of those that a large site keeps: a fourth of their room.
FOR_PAGES = max(MOST_BYTES, settings.PAGE_CACHE_MB * 1_000_000 // 4)
OVERHEAD = 500  # bytes: the key and its place, about


def digest(*made_of):
    """Return a key for what is made of these values, in the language of the moment."""
    made_of = (get_language(), *made_of)
    return hashlib.sha256(repr(made_of).encode(errors="surrogatepass")).digest()


class MemoryCache:
    """The most recently used things of at most `most_bytes` together."""

    def __init__(self, most_bytes=MOST_BYTES):
        self.most_bytes = most_bytes
        self.things = OrderedDict()  # by key: the thing, and its bytes
        self.bytes = 0
        self.changing = threading.Lock()

    def get(self, key, make, weigh=sys.getsizeof):
        """Return what is kept under the key, or what `make()` gives.

        `weigh` tells bytes.
        """
        thing = self.find(key)
        if thing is None:
            thing = make()
            self._add(key, thing, weigh(thing) + OVERHEAD)
        return thing

    def put(self, key, thing, weigh=sys.getsizeof):
        """Keep it in the place of what was kept under the key."""
        with self.changing:
            self._drop(key)
        self._add(key, thing, weigh(thing) + OVERHEAD)

    def find(self, key):
        with self.changing:
            if key not in self.things:
                return None
            self.things.move_to_end(key)
            return self.things[key][0]

    def clear(self):
        with self.changing:
            self.things.clear()
            self.bytes = 0

    def _drop(self, key):
        _, size = self.things.pop(key, (None, 0))
        self.bytes -= size

    def _add(self, key, thing, size):
        with self.changing:
            # Another may have made it meanwhile; one that is huge would push out all.
            if key in self.things or size > self.most_bytes / 4:
                return
            self.things[key] = thing, size
            self.bytes += size
            while self.bytes > self.most_bytes:
                self._drop(next(iter(self.things)))


memory_cache = MemoryCache(FOR_PAGES)
site_cache = MemoryCache(MOST_BYTES / 16)  # what no content is in: of the site itself
