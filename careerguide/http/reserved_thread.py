"""Reserve a thread of the server for requests that need no database.

A database that hangs, and does not even refuse, holds every request that asks it. With
all threads held, nobody could read the pages that are in memory, either.
"""

import threading
import time

from django.conf import settings
from django.core.handlers.wsgi import get_path_info

from careerguide.server.background import BackgroundThread

from .errors import unavailable

WAIT = 3.0  # seconds in which nobody came or went, after which a crowd is a hang
STEP = 0.2  # seconds


class ReservedThread:
    """WSGI middleware: lets in one request fewer than there are `threads`.

    Who finds no place waits while others come and go; while nobody does, who cannot
    come in gets 503 at once, and the last thread answers readers from memory.
    """

    def __init__(self, app, threads):
        self.app = app
        self.places = threading.Semaphore(max(1, threads - 1))
        self.moved_at = time.monotonic()
        self.without = (settings.STATIC_URL, settings.MEDIA_URL, "/healthz")

    def __call__(self, environ, start_response):
        is_ours = isinstance(threading.current_thread(), BackgroundThread)
        if is_ours or get_path_info(environ).startswith(self.without):
            return self.app(environ, start_response)
        if not self._enter():
            page = unavailable()
            start_response("503 Service Unavailable", [*page.headers.items()])
            return [page.content]
        try:
            return self.app(environ, start_response)
        finally:
            self.moved_at = time.monotonic()
            self.places.release()

    def _enter(self):
        while not self.places.acquire(blocking=False):
            if time.monotonic() - self.moved_at > WAIT:
                return False
            if self.places.acquire(timeout=STEP):
                break
        self.moved_at = time.monotonic()
        return True
