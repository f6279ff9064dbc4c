"""Track the other servers on our listening socket: which serve, which have ended."""

import contextlib
import os
import socket
import threading

ASKED, READY, ENDS = b"A", b"R", b"E"
WAIT = 10  # seconds for one to take what it asked for


class Successors:
    """States of the other servers, by connection, until it closes.

    `on_change` is called, in a thread of its own, whenever that changes.
    """

    def __init__(self):
        self.states = {}
        self.on_change = lambda: None
        # One of an earlier release says nothing, and closes as soon as it has what it
        # asked for: nobody knows how it does.
        self.silent = False
        # Whether the last that ended was not told to, but was killed or failed.
        self.lost = False

    def add(self, connection, listener):
        """Give it the socket, and hear in a thread of its own how it does."""
        self.states[connection] = ASKED  # before the other server can know
        threading.Thread(
            target=self._hear,
            args=(connection, listener),
            name="successor",
            daemon=True,
        ).start()

    def any(self):
        """Return whether another server accepts from our socket, or soon will."""
        return self.silent or bool(self.states)

    def any_ready(self):
        return self.silent or READY in [*self.states.values()]

    def close(self):
        for connection in [*self.states]:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def _hear(self, connection, listener):
        last = None
        with connection, contextlib.suppress(OSError):
            connection.settimeout(WAIT)
            about = str(os.getpid()).encode()
            socket.send_fds(connection, [about], [listener.fileno()])
            connection.settimeout(None)
            while heard := connection.recv(1):
                last = self.states[connection] = heard
                self.on_change()
        self.silent = self.silent or last is None
        self.lost = last not in (None, ENDS)
        del self.states[connection]
        self.on_change()
