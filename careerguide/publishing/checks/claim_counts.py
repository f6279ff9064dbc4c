"""Count the numbers in texts that nobody answers for: who finds them registers here."""

from collections.abc import Callable

_counters: list[Callable] = []


def register(count):
    """`count(item)` returns how many open claims the texts of an item have."""
    _counters[:] = [count]


def count(item):
    return sum(counter(item) for counter in _counters)
