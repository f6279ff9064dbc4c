"""Set what counts as public while texts are checked: other items, or another hour."""

from contextlib import contextmanager
from contextvars import ContextVar

_together = ContextVar("together", default=frozenset())
_hour = ContextVar("hour", default=None)


@contextmanager
def published_together(items):
    """Judge what items of these link to as if all of them were public already."""
    token = _together.set(frozenset((type(item), item.pk) for item in items))
    try:
        yield
    finally:
        _together.reset(token)


def is_published_together(item):
    return (type(item), item.pk) in _together.get()


@contextmanager
def published_at(moment, *, with_plans=False):
    """Judge what is shown by what readers see at `moment`, None for now.

    What changes by a plan until then counts only `with_plans`: a plan may be held yet,
    and only what is itself published by a plan is checked again at its hour.
    """
    token = _hour.set((moment, with_plans) if moment else None)
    try:
        yield
    finally:
        _hour.reset(token)


def hour_of_publishing():
    """Return the moment of `published_at`, and whether plans count.

    None if it is now.
    """
    return _hour.get()
