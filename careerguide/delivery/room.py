"""One thread of the server is always left for what needs no database.

A database that hangs, and does not even refuse, holds every request that asks it. With
all threads held, nobody could read the pages that are in memory, either.
"""

import threading

from django.conf import settings
from django.core.handlers.wsgi import get_path_info

from .errors import unavailable

WAIT = 2.0  # seconds for a place; while it lasts, one thread waits with us


class Room:
    """WSGI middleware: lets in one request fewer than there are `threads`.

    Who finds no place gets 503: after a while where it may be a moment's crowd, and at
    once where others waited in vain already.
    """

    def __init__(self, app, threads):
        self.app = app
        self.places = threading.Semaphore(max(1, threads - 1))
        self.is_stuck = False
        self.without = (settings.STATIC_URL, settings.MEDIA_URL, "/healthz")

    def __call__(self, environ, start_response):
        if get_path_info(environ).startswith(self.without):
            return self.app(environ, start_response)
        if not self.places.acquire(timeout=0.0 if self.is_stuck else WAIT):
            self.is_stuck = True
            page = unavailable()
            start_response("503 Service Unavailable", [*page.headers.items()])
            return [page.content]
        self.is_stuck = False
        try:
            return self.app(environ, start_response)
        finally:
            self.places.release()
