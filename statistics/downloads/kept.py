"""Files that take long to make, kept in memory: the last ones asked for, by content.

What a file is made from is its key, so a change of the table, however it came about,
is another file. The bound is on bytes; one process keeps at most that much.
"""

import hashlib
import threading
from collections import OrderedDict

from django.conf import settings

from .as_json import json_bytes

MOST_BYTES = 16_000_000


class Kept:
    """The most recently used files of at most `most_bytes` together."""

    def __init__(self, most_bytes=MOST_BYTES):
        self.most_bytes = most_bytes
        self.files = OrderedDict()
        self.bytes = 0
        self.changing = threading.Lock()
        # One file at a time: each takes a core, and many who ask at once get one.
        self.making = threading.Lock()

    def get(self, key, make):
        content = self._find(key)
        if content is None:
            with self.making:
                content = self._find(key)
                if content is None:
                    content = make()
                    self._add(key, content)
        return content

    def _find(self, key):
        with self.changing:
            if key in self.files:
                self.files.move_to_end(key)
            return self.files.get(key)

    def _add(self, key, content):
        with self.changing:
            self.files[key] = content
            self.bytes += len(content)
            while self.bytes > self.most_bytes:
                _, dropped = self.files.popitem(last=False)
                self.bytes -= len(dropped)


KEPT = Kept()


def kept(make):
    """A maker whose files are kept."""

    def from_memory(item):
        made_of = (make.__name__, settings.SITE_NAME, item.chart_form, json_bytes(item))
        key = hashlib.sha256(repr(made_of).encode()).digest()
        return KEPT.get(key, lambda: make(item))

    return from_memory
