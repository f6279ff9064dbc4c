"""Open the listening socket once, for all processes that serve.

Granian's own way gives each worker a socket of its own (SO_REUSEPORT). What waits in
the queue of one is lost when its worker ends, and a second server starts in silence and
takes half of the requests. One socket has one queue: nothing is lost while anybody
accepts from it, and the system itself refuses a second server.
"""

import socket

from . import address
from .keepalive import drop_lost_clients

BACKLOG = 1024  # connections that wait to be accepted


def listen(host, port):
    """Return a socket that listens at `host` and `port`.

    AddressError says why there is none.

    Nobody accepts from it yet, but whoever connects from now on waits instead of being
    refused.
    """
    address.check_free(host, port)
    family, numeric = address.resolve(host, port)
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        # Connections of an earlier server that are still closing are no obstacle.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((numeric, port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise address.refused(error, host, port) from error
    drop_lost_clients(listener)
    listener.setblocking(False)
    return listener
