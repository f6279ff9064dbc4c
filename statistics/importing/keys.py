"""Keys of columns: kept from a known table, and made from labels for new ones."""

import re
from dataclasses import replace
from itertools import chain, count

MOST = 30  # characters of a key


def with_keys(columns, known):
    """The columns with the key that they have in `known`, by label or by place."""
    by_label = {column.label: column.key for column in known.columns}
    same_width = len(columns) == len(known.columns)
    labels = {column.label for column in columns}
    keys = []
    for place, column in enumerate(columns):
        key = by_label.get(column.label)
        if key is None and same_width and known.columns[place].label not in labels:
            key = known.columns[place].key
        keys.append(key or _free(column.label, place, {*keys, *by_label.values()}))
    return [replace(c, key=key) for key, c in zip(keys, columns, strict=True)]


def _free(label, place, taken):
    key = re.sub(r"[^a-z0-9]+", "_", label.casefold()).strip("_")[:MOST]
    if not key[:1].isalpha():
        key = f"column_{place + 1}"
    numbered = (f"{key}_{number}" for number in count(place + 1))
    return next(k for k in chain([key], numbered) if k not in taken)
