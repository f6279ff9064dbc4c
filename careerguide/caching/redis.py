"""Count in Redis, for all processes, or in each process alone while Redis fails.

It holds no content, only numbers that may be lost. So nobody waits for it, and nobody
is turned away for its sake.
"""

import json
import logging
import threading
import time

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.retry import Retry

logger = logging.getLogger(__name__)

REST = 10  # seconds until a Redis that failed is asked again
# To connect and to answer, each: 0.2 s is what one person may wait, once in a rest.
SECONDS = 0.1
TOO_SLOW = 2 * SECONDS
CONNECTION = {
    "socket_connect_timeout": SECONDS,
    "socket_timeout": SECONDS,
    "retry": Retry(NoBackoff(), 0),  # redis-py would try ten times more
    # Nothing is asked of a new connection before what it is for.
    "protocol": 2,
    "driver_info": None,
}


class Json:
    """Unlike pickle, it can only read numbers and texts; a number can be counted up."""

    dumps = staticmethod(json.dumps)
    loads = staticmethod(json.loads)


class SharedCache(BaseCache):
    """A backend for CACHES; LOCATION is the address of Redis."""

    def __init__(self, server, params):
        super().__init__(params)
        options = CONNECTION | {"serializer": Json}
        self._redis = RedisCache([server], params | {"OPTIONS": options})
        self._own = LocMemCache(server, params)
        self._health = _health.setdefault(server, Health())

    def add(self, *args, **kwargs):
        return self._ask("add", *args, **kwargs)

    def get(self, *args, **kwargs):
        return self._ask("get", *args, **kwargs)

    def set(self, *args, **kwargs):
        return self._ask("set", *args, **kwargs)

    def touch(self, *args, **kwargs):
        return self._ask("touch", *args, **kwargs)

    def delete(self, *args, **kwargs):
        return self._ask("delete", *args, **kwargs)

    def incr(self, *args, **kwargs):
        return self._ask("incr", *args, **kwargs)

    def _ask(self, name, *args, **kwargs):
        if self._health.may_be_asked():
            started = time.monotonic()
            try:
                answer = getattr(self._redis, name)(*args, **kwargs)
            except Exception as error:
                if name == "incr" and type(error) is ValueError:
                    raise  # there is no such number, says Django
                self._health.failed(f"{type(error).__name__}: {error}")
            else:
                took = time.monotonic() - started
                if took > TOO_SLOW:
                    self._health.failed(f"it took {took:.1f} s")
                else:
                    self._health.works()
                return answer
        return getattr(self._own, name)(*args, **kwargs)


class Health:
    """Know for all threads of a process whether a Redis works: a circuit breaker."""

    def __init__(self):
        self._lock = threading.Lock()
        self._asked_again_at = None  # None while it works

    def may_be_asked(self):
        if self._asked_again_at is None:
            return True
        with self._lock:
            now = time.monotonic()
            if self._asked_again_at is None or now < self._asked_again_at:
                return self._asked_again_at is None
            # One thread asks; the others need not wait for what it finds.
            self._asked_again_at = now + REST
            return True

    def failed(self, why):
        with self._lock:
            worked = self._asked_again_at is None
            self._asked_again_at = time.monotonic() + REST
        if worked:
            logger.warning("Redis fails, so each process counts alone: %s", why)

    def works(self):
        if self._asked_again_at is None:
            return
        with self._lock:
            failed, self._asked_again_at = self._asked_again_at is not None, None
        if failed:
            logger.warning("Redis works again, and processes count together")


_health = {}
