"""Tune the Python interpreter for serving."""

import gc
import sys

# Python looks after 700 new objects that could hold each other. A page makes tens of
# thousands, and nearly all are gone with the page without being looked for.
EVERY = 10_000

# Seconds for which one thread keeps the others waiting; Python's own are ten times as
# many. A page from memory takes less than one turn, the costliest texts thousands.
TURN = 0.0005


def tune_switch_interval():
    """Let who wants a page from memory not wait for who makes one."""
    sys.setswitchinterval(TURN)


def freeze_gc():
    """Look for garbage less often, and never again among what lives now.

    To be called once all is loaded, as most of that stays to the end.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(EVERY)
