"""What somebody sends, waited for by a few threads only, and not for ever.

The server hands a request on when its head has come, and whoever reads the body waits
for it in a thread. A handful of clients that send a byte now and then, or have lost
their network, would hold every thread there is.
"""

import threading
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile

from careerguide.management.server import THREADS

AT_ONCE = max(1, THREADS // 2)  # bodies; the other threads answer readers
A_MOMENT = 1.0  # seconds to wait until one of them has come
PATIENCE = 10  # seconds that any body may take
BYTES_A_SECOND = 50_000  # and so much longer a long one
IN_MEMORY = 1_000_000  # bytes; what is longer goes to the disk
PIECE = 65_536

places = threading.Semaphore(AT_ONCE)


@contextmanager
def received(request, length):
    """Have all `length` bytes of a form here before anybody works on them.

    Gives the HTTP status to refuse the request with, or None where the body has come:
    408 if it came too slowly, 400 if it ended too early, 503 while others are waited
    for. Raises OSError where the disk takes no more.
    """
    if request.method != "POST" or not length:
        yield None
        return
    with SpooledTemporaryFile(IN_MEMORY) as file:
        refused = _receive(request.environ["wsgi.input"], length, file)
        if refused is None:
            file.seek(0)
            request._stream = file  # in place of the server's
        yield refused


def _receive(stream, length, file):
    if not places.acquire(timeout=A_MOMENT):
        return 503
    try:
        reading = Reading(stream, length, file)
        if not reading.is_over.wait(PATIENCE + length / BYTES_A_SECOND):
            return 408
    finally:
        places.release()
    if reading.error:
        raise reading.error
    return 400 if reading.missing else None


class Reading:
    """In a thread of its own, as nothing else can stop waiting for the server.

    That thread ends when the client sends on, or goes.
    """

    def __init__(self, stream, length, file):
        self.stream, self.missing, self.file = stream, length, file
        self.error = None
        self.is_over = threading.Event()
        threading.Thread(target=self._read, name="body", daemon=True).start()

    def _read(self):
        try:
            while self.missing and (piece := self._piece()):
                self.file.write(piece)
                self.missing -= len(piece)
        except ValueError:
            pass  # nobody waits any more, and the file is closed
        except OSError as error:
            self.error = error  # of the disk, which may be full
        self.is_over.set()

    def _piece(self):
        try:
            return self.stream.read(min(PIECE, self.missing))
        except OSError:  # who sent it has gone
            return b""
