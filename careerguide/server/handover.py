"""Passing the listening socket to a server that starts beside the running one.

The running server waits at a Unix socket in the state folder, and sends a copy of its
listening socket (SCM_RIGHTS) to whoever connects. Both then accept from one queue, so
the older one can be ended at any moment without a connection being lost.
"""

import contextlib
import os
import socket
import threading
from pathlib import Path

WAIT = 10  # seconds for the other server to answer


class Handover(threading.Thread):
    """Hand copies of `listener` to servers that ask at `place`, until `stop()`.

    `given` says whether one ever had it.
    """

    def __init__(self, listener, place):
        super().__init__(name="handover", daemon=True)
        self.listener, self.place, self.given = listener, place, False
        self.door = _bind(place)
        self.inode = place.stat().st_ino

    def run(self):
        while True:
            try:
                asking, _ = self.door.accept()
            except OSError:  # closed by `stop`
                return
            with asking, contextlib.suppress(OSError):
                asking.settimeout(WAIT)
                about = str(os.getpid()).encode()
                self.given = True  # before the other server can know
                socket.send_fds(asking, [about], [self.listener.fileno()])

    def stop(self):
        """Hand out nothing any more; the place may be another server's by now."""
        with contextlib.suppress(OSError):
            if self.place.stat().st_ino == self.inode:
                self.place.unlink()
        with contextlib.suppress(OSError):
            self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()


def place_for(state_dir, host, port):
    """Where the server of this state folder and address is asked for its socket."""
    return Path(state_dir) / f"server-{host.replace('/', '_')}-{port}.socket"


def take_over(place):
    """The listening socket of the server at `place` and its process id, or None."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        asking.settimeout(WAIT)
        try:
            with contextlib.chdir(place.parent):
                asking.connect(place.name)
            about, files, *_ = socket.recv_fds(asking, 32, 1)
        except OSError:
            return None
    if not files:
        return None
    listener = socket.socket(fileno=files[0])
    listener.setblocking(False)
    return listener, int(about)


def _bind(place):
    """A listening Unix socket that only this account may connect to.

    By its name from within its folder, as the path of such a socket may hold no more
    than about a hundred bytes.
    """
    door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    mask = os.umask(0o177)
    try:
        with contextlib.chdir(place.parent):
            # Of the server before us, which gave us its socket or was killed.
            Path(place.name).unlink(missing_ok=True)
            door.bind(place.name)
            door.listen()
    except OSError:
        door.close()
        raise
    finally:
        os.umask(mask)
    return door
