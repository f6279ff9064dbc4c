"""Remember how the cells of a document's tables were read: that takes its time."""

import json
from hashlib import sha256

from statistics.table.errors import DataError
from statistics.table.schema import parse

from .cells import CHOICES, TableReading, read_cells


class Readings:
    """Read cells as `read_cells` does, each table once, also in another process.

    `tick` is called before a table is read.
    """

    def __init__(self, stored=None, tick=None):
        self.stored, self.tick = dict(stored or {}), tick
        self._read = {}

    def __call__(self, lines, choices=None):
        chosen = {k: v for k, v in (choices or {}).items() if k in CHOICES}
        named = json.dumps([lines, chosen], sort_keys=True).encode()
        key = sha256(named).hexdigest()[:16]
        if key not in self._read:
            found = self.stored.get(key)
            self._read[key] = _from_json(lines, found) if found else None
            if self._read[key] is None:
                if self.tick:
                    self.tick()
                self._read[key] = read_cells(lines, chosen)
                self.stored[key] = _to_json(self._read[key])
        return self._read[key]


def edited(lines, data):
    """Return the reading of a table that somebody edited in the grid."""
    try:
        return TableReading(lines, parse(data), is_edited=True)
    except DataError as error:  # the rules are of today
        return TableReading(lines, problems=tuple(map(str, error.problems)))


def _to_json(reading):
    return {
        "table": reading.table.to_json() if reading.table else None,
        "sentences": [*map(str, reading.sentences)],
        "problems": [*map(str, reading.problems)],
        "is_question": reading.is_question,
    }


def _from_json(lines, data):
    """The reading that was stored; None where the rules are others by now."""
    try:
        table = parse(data["table"]) if data["table"] else None
    except DataError:
        return None
    return TableReading(
        lines,
        table,
        tuple(data["sentences"]),
        data["is_question"],
        tuple(data["problems"]),
    )
