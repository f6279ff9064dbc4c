"""Make pages that are not in memory: each once at a time, while others wait for it."""

import sys
import time
from functools import partial

from careerguide.caching.dependencies import recorded

from .costs import Costs
from .internal_request import fetch
from .single_flight import AT_FIRST, Making, Places
from .store import PageStore
from .stored_response import Page

PATIENCE = 10  # seconds to wait for a page that somebody else is having made

BUSY = object()


class PageMaker(PageStore):
    """A PageStore that has what it lacks made by `app`, a WSGI application.

    `threads` is how many the server has; slow pages may hold half of them.
    """

    def __init__(self, app, threads=None):
        super().__init__()
        self.app = app
        self.being_made = {}
        self.places = Places(threads)
        self.costs = Costs()

    def cached_or_made(self, key):
        """The page, made by the first who asks while the others wait.

        None where it is none to keep: then each asks for itself. BUSY where it takes
        too long, or cannot be made now. What was begun before a change is waited for,
        but taken by whoever asked after it only if it turns out not to concern it.
        """
        is_slow = self.costs.is_slow(key)
        if is_slow and not self.places.take(AT_FIRST):
            return self._instead(key)
        try:
            return self._made_or_waited_for(key, is_slow)
        finally:
            if is_slow:
                self.places.leave()

    def _made_or_waited_for(self, key, holds_place):
        until = time.monotonic() + PATIENCE
        while True:
            with self.changing:
                if page := self.pages.get(key):
                    return page
                making = self.being_made.get(key)
                if is_first := making is None:
                    making = self.being_made[key] = Making(self.since)
                is_true = making.since >= self.since
            if is_first:
                self.finish(key, making, self.keep)
                # Where our code failed, one asks again, for an error page of its own.
                return self._instead(key) if making.status == 503 else making.page
            wait = making.wait if holds_place else partial(self.places.wait, making)
            if not wait(until):
                return self._instead(key)
            if is_true:
                return self._instead(key) if making.status >= 500 else making.page

    def _instead(self, key):
        """The page of before the last change, for a while after it, or BUSY."""
        return self.stale.get(key) or BUSY

    def begin(self, key, since):
        """Return a Making of a page; None where somebody is having it made."""
        with self.changing:
            if key in self.being_made:
                return None
            making = self.being_made[key] = Making(since)
            return making

    def finish(self, key, making, keep):
        """Make a page that was begun, let `keep` have it, and tell those who wait."""
        try:
            making.status, making.page = self.make(key, making.since)
            keep(key, making.page, making.since)
        finally:
            seconds = time.monotonic() - making.started
            self.costs.note(key, seconds, is_made=making.status < 500)
            with self.changing:
                del self.being_made[key]
            making.done.set()

    def make(self, key, since):
        """The status of an address as it is now, and its page if that may be kept."""
        with recorded() as tags:
            answer = fetch(self.app, *key)
        self.counters["made"] += 1
        if not answer.is_cacheable:
            return answer.status, None
        depends = frozenset(map(sys.intern, tags))  # many pages have the same
        return answer.status, Page(answer.headers, answer.body, since, depends)

    def make_ready(self, key):
        """Have a page made that nobody waits for; wait where somebody has it made."""
        if key in self.pages:
            return
        if making := self.begin(key, self.since):
            self.finish(key, making, self.keep)
        elif making := self.being_made.get(key):
            making.wait(time.monotonic() + PATIENCE)
