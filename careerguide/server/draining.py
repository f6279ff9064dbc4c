"""Drain a worker before it ends: leave new connections to the other server.

Granian closes what it has accepted and not read yet as soon as it is told to end, and
those requests would be lost. So workers first stop accepting, and go on answering for a
moment; the other server accepts from the same queue.
"""

import os
import signal
import socket

SIGNAL = signal.SIGUSR1
SECONDS = 5  # for clients that have connected to send what they want


class Draining:
    """WSGI middleware: once drained, each answer is the last on its connection."""

    def __init__(self, app, listener):
        """`listener` is the file descriptor that this process accepts from."""
        self.app, self.listener = app, listener
        self.begun = False
        signal.signal(SIGNAL, self.begin)

    def begin(self, *_):
        """Accept from a socket that nobody knows, in the place of the listening one.

        Granian offers no way to stop accepting but to end.
        """
        self.begun = True
        with socket.socket() as unknown:
            unknown.bind(("127.0.0.1", 0))
            unknown.listen(1)
            unknown.setblocking(False)
            os.dup2(unknown.fileno(), self.listener, inheritable=False)

    def __call__(self, environ, start_response):
        if not self.begun:
            return self.app(environ, start_response)

        def start(status, headers, exc_info=None):
            return start_response(status, [*headers, ("Connection", "close")], exc_info)

        return self.app(environ, start)
