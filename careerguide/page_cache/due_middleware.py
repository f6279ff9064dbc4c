"""Publish drafts whose hour has come, in the first process to notice."""

import logging
import threading
import time

from django.db import Error

from careerguide.publishing.drafts.due import publish_due

logger = logging.getLogger(__name__)

EVERY = 1.0  # seconds; so long may a draft be late, while anybody reads
UNTOUCHED = ("/static/", "/media/", "/healthz")


class PublishDue:
    """WSGI middleware: looks for due drafts before a page is made, once a second.

    One request looks and the others go on meanwhile. Where the database cannot be
    asked, the page itself will say so; `publish_due` from cron does the same.
    """

    def __init__(self, application):
        self.application = application
        self.lock = threading.Lock()
        self.next_look = 0.0

    def __call__(self, environ, start_response):
        if not environ.get("PATH_INFO", "").startswith(UNTOUCHED):
            self.poll()
        return self.application(environ, start_response)

    def poll(self):
        if time.monotonic() < self.next_look or not self.lock.acquire(blocking=False):
            return
        try:
            self.next_look = time.monotonic() + EVERY
            for item in publish_due():
                logger.info("Published on schedule: %r", item)
        except Error:
            logger.warning("Could not look for due drafts", exc_info=True)
        finally:
            self.lock.release()
