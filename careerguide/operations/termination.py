"""Let a command tidy up when it is ended by `kill`."""

import signal
import sys
import threading
from contextlib import contextmanager


@contextmanager
def kill_ends_in_order():
    """Have SIGTERM leave by way of every `finally`, as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
