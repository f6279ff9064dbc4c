"""Close the database connections of threads that have ended.

The server ends threads that have nothing to do for 30 s, and starts others. Django
keeps a connection for each thread, in objects that refer to each other, so that one is
only closed when Python next looks for such garbage: which the server has it do seldom.
A thread cannot do it as it ends: Python code that runs then, in several threads at
once, crashed the process.
"""

import contextlib
import threading
import time

from django.db import connections

IDLE = 35.0  # seconds, longer than the server keeps a thread that has nothing to do
EVERY = 5.0


class CloseIdle:
    """WSGI middleware, for whatever asks the database in the threads of a server."""

    def __init__(self, app):
        self.app, self.of_this_thread = app, threading.local()
        self.in_use = set()
        self.closer = threading.Thread(
            target=self._run, name="closing connections", daemon=True
        )
        self.starting = threading.Lock()

    def __call__(self, environ, start_response):
        if threading.current_thread() is threading.main_thread():
            return self.app(environ, start_response)  # which ends with the process
        connected = getattr(self.of_this_thread, "connected", None)
        if connected is None:
            connected = self.of_this_thread.connected = Connected(connections.all())
            self._start()
        with connected.lock:
            was_busy, connected.is_busy = connected.is_busy, True
            self.in_use.add(connected)
        try:
            return self.app(environ, start_response)
        finally:
            connected.last_used, connected.is_busy = time.monotonic(), was_busy

    def close_idle(self, now):
        """Close what no thread has used for a while, by the monotonic clock."""
        for connected in [*self.in_use]:
            with connected.lock:
                if not connected.is_busy and now - connected.last_used >= IDLE:
                    connected.close()
                    self.in_use.discard(connected)

    def _start(self):
        with self.starting:
            if not self.closer.is_alive():
                self.closer.start()

    def _run(self):
        while True:
            time.sleep(EVERY)
            self.close_idle(time.monotonic())


class Connected:
    """The connections of a thread, held here so that its end does not touch them."""

    def __init__(self, wrappers):
        self.wrappers, self.lock = wrappers, threading.Lock()
        self.is_busy, self.last_used = False, time.monotonic()

    def close(self):
        """Close them from another thread; this one opens others when it needs them."""
        for wrapper in self.wrappers:
            opened, wrapper.connection = wrapper.connection, None
            # Nobody is there who could do something about it.
            with contextlib.suppress(Exception):
                opened and opened.close()
