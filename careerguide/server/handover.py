"""Pass the listening socket to a server that starts beside the running one.

The running server waits at a Unix socket in the state folder, and sends a copy of its
listening socket (SCM_RIGHTS) to whoever connects. Both then accept from one queue, so
the older one can be ended at any moment without a connection being lost.

The newer one keeps that connection open, and says on it when it is ready and when it is
told to end. So the older one knows of its successors, also of one that is killed.
"""

import contextlib
import os
import socket
import threading
from pathlib import Path

from .successors import ASKED, ENDS, READY, WAIT, Successors

LONGEST = 100  # bytes of a path that every system takes for such a socket
EVERY = 1.0  # seconds, until a place where nobody answers is taken


class Handover(threading.Thread):
    """Hand copies of `listener` to servers that ask at `place`, until `stop()`.

    `before` is the connection to the server that the listener came from: its place is
    left to it until `take_place()`. A place where nobody answers is always taken, so
    that the end of one server, however it comes, keeps nobody out.
    """

    def __init__(self, listener, place, before=None):
        super().__init__(name="handover", daemon=True)
        self.listener, self.place = listener, place
        self.successors = Successors()
        self.before = [before] if before else []
        self.lock, self.stopped = threading.Lock(), threading.Event()
        self.door = self.inode = None

    def take_place(self):
        """Be the one who is asked from now on; OSError where that cannot be."""
        for older in self.before:
            _say(older, READY)
        if self.before and (found := request_listener(self.place)):
            # Another newer one, perhaps, which has to know of us as well.
            found.listener.close()
            _say(found.connection, READY)
            self.before.append(found.connection)
        self._bind()

    def run(self):
        while not self.stopped.is_set():
            door = self.door
            if door is None:
                self.stopped.wait(EVERY)
            else:
                try:
                    connection, _ = door.accept()
                    self.successors.add(connection, self.listener)
                    continue
                except TimeoutError:
                    pass
                except OSError:  # closed, or no file is left to open
                    self.stopped.wait(EVERY / 10)
            with contextlib.suppress(OSError):
                self._take_where_nobody_is()

    def stop(self, told=True):
        """Hand out nothing any more; the place may be another server's by now.

        `told` says whether this server was told to end, and did not fail.
        """
        self.stopped.set()
        with self.lock:
            if self._is_ours():
                with contextlib.suppress(OSError):
                    self.place.unlink()
            _close(self.door)
        for older in self.before:
            _say(older, ENDS if told else b"")
            older.close()
        self.successors.close()

    def _take_where_nobody_is(self):
        if self._is_ours():
            return
        if found := request_listener(self.place):
            found.close()
        elif not self.stopped.is_set():
            self._bind()

    def _is_ours(self):
        try:
            return self.door is not None and self.place.stat().st_ino == self.inode
        except OSError:
            return False

    def _bind(self):
        with self.lock:
            if not self.stopped.is_set():
                _close(self.door)
                self.door, self.inode = _bind(self.place)


class Taken:
    """Socket, process id and connection that the running server gave."""

    def __init__(self, listener, process, connection):
        self.listener, self.process = listener, process
        self.connection = connection

    def close(self):
        """Tell it that nobody will serve beside it."""
        self.listener.close()
        _say(self.connection, ENDS)
        self.connection.close()


def place_for(state_dir, host, port):
    """Return the Unix socket at which the server of this address is asked."""
    return Path(state_dir) / f"server-{host.replace('/', '_')}-{port}.socket"


def request_listener(place):
    """Return what the server at `place` gives, Taken, or None where none answers."""
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(WAIT)
    try:
        with _short(place) as path:
            connection.connect(path)
        about, files, *_ = socket.recv_fds(connection, 32, 1)
    except OSError:
        files = []
    if not files:
        connection.close()
        return None
    listener = socket.socket(fileno=files[0])
    listener.setblocking(False)
    _say(connection, ASKED)
    return Taken(listener, int(about), connection)


@contextlib.contextmanager
def _short(path):
    """The path of a socket as every system takes it.

    One that is too long, by its name from within its folder. Not all of them, as the
    whole process changes there, and a worker may start at that moment.
    """
    if len(os.fsencode(path)) < LONGEST:
        yield str(path)
        return
    with _folder, contextlib.chdir(path.parent):
        yield path.name


def _bind(place):
    """A listening Unix socket that only this account may connect to, and its inode.

    It takes the place of another in one step: at every moment somebody is there.
    """
    door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    aside = place.with_name(f"{place.stem}-{os.getpid()}.new")
    try:
        aside.unlink(missing_ok=True)
        mask = os.umask(0o177)
        try:
            with _short(aside) as path:
                door.bind(path)
        finally:
            os.umask(mask)
        door.listen()
        door.settimeout(EVERY)
        inode = aside.stat().st_ino
        aside.replace(place)
    except OSError:
        door.close()
        raise
    return door, inode


_folder = threading.Lock()


def _say(connection, word):
    with contextlib.suppress(OSError):
        connection.sendall(word)


def _close(door):
    if door is not None:
        with contextlib.suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
        door.close()
