"""Compute where a value stands on a track or an axis, in percent, with two decimals."""

from dataclasses import dataclass
from math import ceil, floor, log10

STEPS = (1, 2, 2.5, 5, 10)


def percent(number):
    return f"{number:.2f}%"


@dataclass(frozen=True)
class Track:
    """A scale that holds zero and every value, from 0 to 100."""

    low: float
    high: float

    @classmethod
    def of(cls, numbers):
        return cls(min(0.0, *map(float, numbers)), max(0.0, *map(float, numbers)))

    def place(self, value):
        return (float(value) - self.low) / (self.high - self.low) * 100

    @property
    def zero(self):
        return self.place(0)


def ticks(low, high, about=4):
    """Round numbers from below `low` to above `high`, zero among them."""
    raw = (high - low) / about
    magnitude = 10.0 ** floor(log10(raw))
    step = next(s * magnitude for s in STEPS if s * magnitude >= raw * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [number * step for number in range(first, last + 1)]
