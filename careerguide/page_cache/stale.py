"""Keep pages from before a change, in place of those that take long to rebuild."""

import time
from collections import OrderedDict

FOR = 30  # seconds after the change


class StalePages:
    """LRU cache of old pages, bounded in bytes; no page for longer than `FOR`."""

    def __init__(self):
        self.pages = OrderedDict()  # by key: a page, and until when it may stand in
        self.bytes = 0

    def __bool__(self):
        return bool(self.pages)

    def get(self, key):
        page, until = self.pages.get(key, (None, 0.0))
        return page if time.monotonic() < until else None

    def drop(self, key):
        if key in self.pages:
            self.bytes -= self.pages.pop(key)[0].bytes

    def drop_oldest(self):
        self.drop(next(iter(self.pages)))

    def set_aside(self, pages, room, unless):
        """Add pages that a change made old; keep no keys of `unless`."""
        now = time.monotonic()
        found = {key: old for key, old in self.pages.items() if now < old[1]}
        found |= {key: (page, now + FOR) for key, page in pages.items()}
        self.pages, self.bytes = OrderedDict(), 0
        for key, (page, until) in reversed(found.items()):
            if key not in unless and (room := room - page.bytes) >= 0:
                self.pages[key] = page, until
                self.pages.move_to_end(key, last=False)
                self.bytes += page.bytes
