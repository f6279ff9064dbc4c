"""Detect clients whose network went away, by TCP keep-alive.

Granian waits for them without end; the system can find out, if a socket asks for it,
and what is accepted inherits that from the socket that listens.
"""

import socket

SILENT = 30  # seconds, after which the system asks whether somebody is there
ASKED_EVERY = 10  # seconds
ASKED_IN_VAIN = 3  # times; then the connection is closed

OPTIONS = {
    ("SO_KEEPALIVE", socket.SOL_SOCKET): 1,
    ("TCP_KEEPIDLE", socket.IPPROTO_TCP): SILENT,
    ("TCP_KEEPALIVE", socket.IPPROTO_TCP): SILENT,  # its name on macOS
    ("TCP_KEEPINTVL", socket.IPPROTO_TCP): ASKED_EVERY,
    ("TCP_KEEPCNT", socket.IPPROTO_TCP): ASKED_IN_VAIN,
}


def drop_lost_clients(listener):
    """Have the system ask who was accepted from `listener` whether they are there."""
    for (name, level), value in OPTIONS.items():
        if hasattr(socket, name):
            listener.setsockopt(level, getattr(socket, name), value)
