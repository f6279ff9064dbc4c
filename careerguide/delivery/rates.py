"""How often somebody has asked for something: counted for all processes in the cache.

Redis, where there is one, may go away. Then each process counts alone, asks Redis again
after a while, and nobody waits or is turned away for it.
"""

import logging
import time

from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache

logger = logging.getLogger(__name__)

REST = 10  # seconds until a cache that failed is asked again

_own = LocMemCache("rates", {"OPTIONS": {"MAX_ENTRIES": 50_000}})
_asked_again_at = 0.0


def count(what, seconds):
    """Count `what` once more, and say how often it was in this period of `seconds`."""
    global _asked_again_at
    key = f"rate-{what}-{seconds}-{int(time.time() // seconds)}"
    if time.monotonic() >= _asked_again_at:
        try:
            return _count(cache, key, seconds)
        except Exception:
            # Each backend says in its own way that it cannot be reached.
            _asked_again_at = time.monotonic() + REST
            logger.warning("The cache does not count: we do", exc_info=True)
    return _count(_own, key, seconds)


def _count(store, key, seconds):
    store.add(key, 0, timeout=2 * seconds)
    try:
        return store.incr(key)
    except ValueError:  # thrown out between the two, as many others came
        return 1
