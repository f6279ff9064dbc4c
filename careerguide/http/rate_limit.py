"""Limit how often somebody may ask for something, counted for all processes.

Where that is Redis and Redis fails, `shared_cache` counts in each process alone.
"""

import time

from django.core.cache import cache


def count(what, seconds):
    """Count `what` once more, and say how often it was in this period of `seconds`."""
    key = f"rate-{what}-{seconds}-{int(time.time() // seconds)}"
    cache.add(key, 0, timeout=2 * seconds)
    try:
        return cache.incr(key)
    except ValueError:  # thrown out between the two, as many others came
        return 1
