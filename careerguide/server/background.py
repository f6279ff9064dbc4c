"""Run threads of our own, beside those that answer requests."""

import logging
import threading

from django.db import connections

logger = logging.getLogger(__name__)


class BackgroundThread(threading.Thread):
    """Answers nobody, so `Room` does not count it among the server's threads."""


class Background:
    """Run one piece of work at a time in a thread of its own."""

    def __init__(self, name):
        self.name = name
        self.thread = None

    @property
    def is_busy(self):
        return self.thread is not None and self.thread.is_alive()

    def start(self, work):
        """Begin; return False, with nothing done, while the last one goes on."""
        if self.is_busy:
            return False
        self.thread = BackgroundThread(
            target=self._run, args=[work], name=self.name, daemon=True
        )
        self.thread.start()
        return True

    def _run(self, work):
        try:
            work()
        except Exception:
            logger.exception("What %s did failed", self.name)
        finally:
            connections.close_all()
