"""Make keys of columns from their labels: addresses, facts and files use them."""

import re
from itertools import chain, count

from anyascii import anyascii

LONGEST = 30  # leaves room for a number; `schema.KEY` takes 40


def column_key(label, place, taken):
    """Return a key that is not `taken`: lon from Lön, zarplata from Зарплата.

    `place` counts columns from 0. A label without a letter to begin with gives its
    number, column_1.
    """
    latin = anyascii(label).casefold()
    key = re.sub(r"[^a-z0-9]+", "_", latin).strip("_")[:LONGEST].rstrip("_")
    if not key[:1].isalpha():
        key = f"column_{place + 1}"
    numbered = (f"{key}_{number}" for number in count(place + 1))
    return next(k for k in chain([key], numbered) if k not in taken)
