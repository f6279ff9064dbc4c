"""Granian's master process, on a socket of ours, which never gives its workers up.

It leans on what Granian keeps to itself (`_init_shared_socket`, `_serve_loop`,
`_respawn_workers`, `SocketHolder`): requirements.in holds its version below the next
minor one, and tests/server/test_workers.py names each.
"""

import contextlib
import logging
import multiprocessing
import os
import threading
import time
from functools import partial
from importlib import import_module

from granian._granian import SocketHolder
from granian.server.mp import MPServer

from . import draining
from .listener import BACKLOG

logger = logging.getLogger(__name__)

FIRST_REST = 0.5  # seconds until a worker that ended starts again; each time doubled
LONGEST_REST = 30
LIVED = 60  # seconds, after which the end of a worker counts as its first


class Server(MPServer):
    """Call `on_ready` once, as soon as a worker has loaded the application.

    `has_successor` says at the end whether another server accepts from `listener`.
    """

    def __init__(self, target, listener, on_ready, has_successor, **options):
        super().__init__(target, backlog=BACKLOG, **options)
        self.listener, self.on_ready = listener, on_ready
        self.has_successor = has_successor
        self.ready = threading.Event()
        self.failures = {}  # by worker: how often in a row it ended soon
        self.hearing, self.telling = multiprocessing.Pipe(duplex=False)

    def run(self):
        threading.Thread(target=self._hear, daemon=True).start()
        loader = partial(load_and_tell, self.telling, self.listener.fileno())
        self.serve(target_loader=loader)

    def _init_shared_socket(self):
        # As Granian does it where it has no SO_REUSEPORT.
        self._ssp, self._sso = None, self.listener
        self._sfd = self.listener.fileno()
        self._shd = SocketHolder(self._sfd, False, BACKLOG)

    def _hear(self):
        """Workers say when they have loaded the application."""
        while True:
            self.hearing.recv_bytes()
            if not self.ready.is_set():
                self.ready.set()
                self.on_ready()

    def _serve_loop(self, spawn_target, target_loader):
        """Start workers again that ended, ever later while they end soon.

        Granian ends the server where one ends twice within seconds, as by the system
        when memory runs out. Only where none ever loaded the application do we.
        """
        due = {}  # by worker: when it starts again
        while True:
            wait = min(due.values()) - time.monotonic() if due else None
            self.main_loop_interrupt.wait(wait and max(0, wait))
            self.main_loop_interrupt.clear()
            if self.interrupt_signal:
                return
            while self.interrupt_children:
                idx = self.interrupt_children.pop()
                # What a worker said before it ended is there, or comes this moment.
                if not self.ready.wait(timeout=1):
                    self.interrupt_children.append(idx)  # Granian's: exit with 1
                    return
                due[idx] = time.monotonic() + self._rest(idx)
            for idx in [i for i, at in due.items() if at <= time.monotonic()]:
                del due[idx]
                self._respawn_workers([idx], spawn_target, target_loader)

    def shutdown(self, exit_code=0):
        if self.interrupt_signal and self.has_successor():
            self._drain()
        super().shutdown(exit_code)

    def _drain(self):
        for worker in self.wrks:
            worker.interrupt_by_parent = True  # that is how one that loads yet ends
            with contextlib.suppress(ProcessLookupError):
                os.kill(worker.inner.pid, draining.SIGNAL)
        self.main_loop_interrupt.clear()
        self.main_loop_interrupt.wait(draining.SECONDS)  # or until told once more

    def _rest(self, idx):
        """Seconds until the worker is started again."""
        worker = self.wrks[idx]
        lived = time.monotonic() - worker.birth
        before = 0 if lived > LIVED else self.failures.get(idx, 0)
        self.failures[idx] = before + 1
        rest = min(LONGEST_REST, FIRST_REST * 2 ** min(before, 10))
        logger.error(
            "Worker %d ended after %.0f s (exit code %s): it starts again in %.1f s",
            *(idx + 1, lived, worker.inner.exitcode, rest),
        )
        return rest


def load_and_tell(telling, listener, target):
    """In a worker: the application, once the server knows that it can be loaded."""
    module, _, name = target.partition(":")
    application = getattr(import_module(module), name or "application")
    telling.send_bytes(b".")
    return draining.Draining(application, listener)
