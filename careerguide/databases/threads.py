"""Closing the database connections of a thread when the thread ends.

The server ends threads that have nothing to do, and starts others. Django keeps a
connection for each thread, in objects that refer to each other, so that one is only
closed when Python next looks for such garbage: which the server has it do seldom.
"""

import contextlib
import threading

from django.db import connections


class CloseWithThread:
    """WSGI middleware, for whatever asks the database in the threads of a server."""

    def __init__(self, app):
        self.app, self.of_this_thread = app, threading.local()

    def __call__(self, environ, start_response):
        if not hasattr(self.of_this_thread, "closing"):
            self.of_this_thread.closing = Closing(connections.all())
        return self.app(environ, start_response)


class Closing:
    """Closes these connections when the last reference to it goes: with its thread."""

    def __init__(self, wrappers):
        self.wrappers = wrappers

    def __del__(self):
        for wrapper in self.wrappers:
            opened, wrapper.connection = wrapper.connection, None
            # Nobody is there any more who could do something about it.
            with contextlib.suppress(Exception):
                opened and opened.close()
