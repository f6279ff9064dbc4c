"""Assign keys to columns: a known table keeps its own, new ones come from labels."""

from dataclasses import replace

from statistics.table.keys import column_key


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
        keys.append(key or column_key(column.label, place, {*keys, *by_label.values()}))
    return [replace(c, key=key) for key, c in zip(keys, columns, strict=True)]
