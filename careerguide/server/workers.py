"""Run Granian's master process on a socket of ours, and never give its workers up.

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

    `successors` are the other servers that accept from `listener`: once told to end,
    this one serves on until one of them is ready, and where they fail meanwhile.
    """

    def __init__(self, target, listener, on_ready, successors, **options):
        super().__init__(target, backlog=BACKLOG, **options)
        self.listener, self.on_ready = listener, on_ready
        self.successors, self.told = successors, 0
        successors.on_change = self.main_loop_interrupt.set
        self.ready, self.drained = threading.Event(), False
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
            if self._ends():
                return
            if self.drained:  # and has to serve on
                self.drained = False
                due.clear()
                self.interrupt_children.clear()
                workers = [*range(self.workers)]
                self._respawn_workers(workers, spawn_target, target_loader)
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

    def _ends(self):
        """Whether to end now, told by SIGTERM; after another server is ready, if any.

        Whoever says it twice means it.
        """
        self._count()
        if not self.told:
            return False
        others = self.successors
        if others.any() and not others.any_ready() and self.told == 1:
            return False
        if others.any():
            self._drain()
        if others.any() or not others.lost or self.told > 1:
            self.interrupt_signal = True
            return True
        logger.error(
            "The server that was to take over from this one has ended: this one serves "
            "on, until it is told again to end"
        )
        self.told = 0
        return False

    def _count(self):
        if self.interrupt_signal:
            self.told, self.interrupt_signal = self.told + 1, False
            if self.told == 1:
                self.successors.lost = False
                if self.successors.any() and not self.successors.any_ready():
                    logger.warning(
                        "Told to end: this server does once the one beside it is ready"
                    )

    def _drain(self):
        """Have the workers accept no more, and wait for what they have accepted."""
        self.drained = True
        logger.warning(
            "Told to end: another server serves, and this one accepts no more"
        )
        for worker in self.wrks:
            worker.interrupt_by_parent = True  # that is how one that loads yet ends
            with contextlib.suppress(ProcessLookupError):
                os.kill(worker.inner.pid, draining.SIGNAL)
        until = time.monotonic() + draining.SECONDS
        told = self.told
        # Until told once more, or nobody is there any more to take over.
        while self.told == told and self.successors.any():
            if (left := until - time.monotonic()) <= 0:
                return
            self.main_loop_interrupt.wait(left)
            self.main_loop_interrupt.clear()
            self._count()

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
    """Load the application in a worker, and tell the server that it can be loaded."""
    module, _, name = target.partition(":")
    application = getattr(import_module(module), name or "application")
    telling.send_bytes(b".")
    return draining.Draining(application, listener)
