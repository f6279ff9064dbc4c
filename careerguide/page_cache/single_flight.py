"""Make each page once at a time, while others wait for it (single-flight)."""

import threading
import time

AT_FIRST = 1.0  # seconds in which a page is not yet slow, and everybody waits


class Making:
    """A page that is being made (single-flight), of how things stood at `since`."""

    def __init__(self, since):
        self.since = since
        self.page = None
        self.status = 500  # until it is made
        self.done = threading.Event()
        self.started = time.monotonic()

    def wait(self, until):
        """Return whether it is made by then; by the monotonic clock."""
        return self.done.wait(max(0, until - time.monotonic()))


class Places:
    """The threads that slow pages may hold: half of `threads`, or any number.

    The others answer from memory and make what is quick, whoever waits for what.
    """

    def __init__(self, threads=None):
        half = threads and max(1, (threads - 1) // 2)
        self.free = threading.Semaphore(half) if half else None

    def take(self, wait=0.0):
        """Return whether there was a place, after at most `wait` seconds."""
        if self.free is None:
            return True
        return self.free.acquire(timeout=wait) if wait else self.free.acquire(False)

    def leave(self):
        if self.free is not None:
            self.free.release()

    def wait(self, making, until):
        """Wait for the page, and return whether it was made by then."""
        if making.wait(min(until, making.started + AT_FIRST)):
            return True
        if not self.take():
            return False
        try:
            return making.wait(until)
        finally:
            self.leave()
