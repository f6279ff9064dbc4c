"""Limit how many threads may wait for slow request bodies.

The server hands a request on when its head has come, and whoever reads the body waits
for it in a thread, for as long as the client likes; that wait cannot be broken off. So
strangers may hold no more than some threads, and editors have others of their own: a
few clients that send a byte now and then stop neither readers nor editors.
"""

import threading
from tempfile import SpooledTemporaryFile

from careerguide.server.granian import THREADS

from .errors import error_page, unavailable

# Bodies of strangers, and as many of editors. One thread is never theirs.
AT_ONCE = max(1, (THREADS - 1) // 2)
A_MOMENT = 0.3  # seconds to wait until one of them has come, unless all are slow
IN_MEMORY = 1_000_000  # bytes; what is longer goes to the disk
PIECE = 65_536


class Places:
    """Places for threads that wait for a body.

    Who finds none waits a moment; if that was in vain, nobody else does until one is
    free again.
    """

    def __init__(self, count):
        self._free = threading.Semaphore(count)
        self._all_slow = False

    def take(self):
        """Return whether there is one."""
        taken = self._free.acquire(timeout=0 if self._all_slow else A_MOMENT)
        self._all_slow = not taken
        return taken

    def give_back(self):
        self._free.release()


strangers, editors = Places(AT_ONCE), Places(AT_ONCE)


def receive_bodies(get_response):
    """Have what was sent here, as a whole, before anybody works on it."""

    def middleware(request):
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        if request.method != "POST" or not length:
            return get_response(request)
        places = editors if request.user.is_authenticated else strangers
        if not places.take():
            return unavailable(request)
        with SpooledTemporaryFile(IN_MEMORY) as file:
            try:
                missing = _receive(request.environ["wsgi.input"], length, file)
            finally:
                places.give_back()
            if missing:
                return error_page(request, 400)
            file.seek(0)
            request._stream = file  # in place of the server's
            return get_response(request)

    return middleware


def _receive(stream, length, file):
    """Write it to `file`; how many of its bytes never came."""
    while length and (piece := _piece(stream, min(PIECE, length))):
        file.write(piece)
        length -= len(piece)
    return length


def _piece(stream, size):
    try:
        return stream.read(size)
    except OSError:  # who sent it has gone
        return b""
