"""Watch for changes that readers see, in one thread of each process.

It asks the database three times in two seconds, with little patience and beside all
requests, so that no reader ever waits for it; and it keeps the hours that editors have
set. What may take long is done by threads beside it, so that it always looks again in
time: pages are made anew, pages that nobody waits for are made, and plans that are due
are carried out.
"""

import logging
import re
import threading
import time
from collections import deque
from functools import partial

from django.db import (
    DatabaseError,
    InterfaceError,
    OperationalError,
    close_old_connections,
)
from django.utils import timezone

from careerguide.publishing.drafts.due import publish_due
from careerguide.publishing.public.cache_version import current_version
from careerguide.publishing.public.changed_tags import changed_tags
from careerguide.server.background import Background
from careerguide.server.problem_log import Problems

from .addresses import key_of
from .changes import BEFORE_THE_CHANGE
from .packing import pack, pages_to_pack

logger = logging.getLogger(__name__)

EVERY = 0.7  # seconds
AT_THE_LATEST = 1.6  # seconds after a change that the look before did not see yet
HOME = ("/", "")
_LINK = re.compile(rb'<a\b[^>]*?\bhref="(/[^"?#]*)"')


class ChangeWatcher(threading.Thread):
    """Tells a PageCache of changes, from its start to the end of the process.

    Before it is started, as in tests, whoever calls its methods does all the work.
    """

    def __init__(self, cache, using="watch"):
        super().__init__(name="watch", daemon=True)
        self.cache, self.using = cache, using
        self.number = self.next_moment = self.asked_at = self.seen_at = None
        self.to_make, self.choosing = deque(), threading.Lock()
        self.is_lost = False
        self.looked_at = None
        self.look_again = threading.Event()
        self.remaking = Background("making pages anew")
        self.preparing = Background("making pages ready")
        self.planning = Background("publishing what is due")
        self.packing = Background("packing pages")
        self.stumbles, self.plan_problems = Problems(), Problems()

    def run(self):
        while True:
            next_look = time.monotonic() + EVERY
            self.look_again.clear()
            try:
                self.poll()
                if self.to_make:
                    self.preparing.start(self._make_all_ready)
            except Exception as error:
                self.stumbles.tell(logger, "The watch stumbled, and goes on", error)
            else:
                self.stumbles.clear()
            finally:
                close_old_connections()
            self.look_again.wait(max(0.05, self._seconds_left(next_look)))

    def poll(self):
        """Have a change shown, if there is one; then what is due carried out."""
        found = self._show_changes()
        if self.is_alive() and (pages := pages_to_pack(self.cache)):
            self.packing.start(partial(pack, self.cache, pages))
        if not (found and found.is_due):
            return
        if self.is_alive():
            self.planning.start(self._publish_due)
        elif self._publish_due():
            self._show_changes()

    def _show_changes(self):
        """How things stand; if otherwise than before, pages are made anew. Or None."""
        before, self.looked_at = self.looked_at, time.monotonic()
        now, tags = timezone.now(), frozenset()
        try:
            found = current_version(now, using=self.using)
            passed = self.next_moment is not None and self.next_moment <= now
            if passed or found.number != self.number:
                moments = (self.asked_at, now) if passed else None
                tags = changed_tags(self.number, found.number, moments, self.using)
        except (DatabaseError, InterfaceError) as error:
            return self._lost(error)
        self._found()
        if tags is None or tags:
            is_one = not passed and found.number - 1 == self.number
            how = {"tags": tags, "seen_at": self.seen_at if is_one else None}
            if self.is_alive():
                # On a busy machine the look before may have been long ago.
                late = time.monotonic() - before if before else 0.0
                seconds = min(max(AT_THE_LATEST - late, 0.1), BEFORE_THE_CHANGE)
                how |= {"beside": self.remaking, "seconds": seconds}
            keys = self.cache.change([HOME], self._is_answering, **how)
            if keys is None:
                return None  # once more at the next look
            self._want_made(keys, is_all=tags is None)
        self.number, self.next_moment = found.number, found.next_moment
        self.asked_at, self.seen_at = now, self.looked_at
        return found

    def _want_made(self, keys, is_all):
        """Have pages made beside the next looks; after what concerns all, these alone.

        Home then leads to what its readers read next.
        """
        with self.choosing:
            keys = [HOME, *keys] if is_all else [*self.to_make, *keys]
            self.to_make = deque(self.cache.costs.in_order(dict.fromkeys(keys)))

    def _is_answering(self):
        try:
            current_version(timezone.now(), using=self.using)
        except (DatabaseError, InterfaceError):
            return False
        return True

    def _publish_due(self):
        """Carry out the plans that are due; whether anything was published.

        Whatever goes wrong with a plan, readers see other changes all the same.
        """
        try:
            items = publish_due()
        except Exception as error:
            is_ours = not isinstance(error, (OperationalError, InterfaceError))
            if is_ours or self._is_answering():
                sentence = "What is due could not be published, and changes are shown"
                self.plan_problems.tell(logger, sentence, error)
            return False
        self.plan_problems.clear()
        for item in items:
            logger.info("Published on schedule: %r", item)
        if items:
            self.look_again.set()
        return bool(items)

    def make_ready(self, until):
        """Make pages that nobody has asked for since, and leave readers half the time.

        `until` is by the monotonic clock; what is left comes the next time.
        """
        while time.monotonic() < until and (key := self._next_to_make()):
            started = time.monotonic()
            self.cache.make_ready(key)
            if key == HOME:
                self._add_linked_from_home()
            time.sleep(min(time.monotonic() - started, 0.1))

    def _make_all_ready(self):
        self.make_ready(until=float("inf"))

    def _next_to_make(self):
        with self.choosing:
            return self.to_make.popleft() if self.to_make else None

    def _add_linked_from_home(self):
        """What a reader who begins at home reads next."""
        page = self.cache.pages.get(HOME)
        paths = _LINK.findall(page.content) if page else []
        keys = (key_of(path.decode("latin-1"), "") for path in paths)
        with self.choosing:
            keys = dict.fromkeys([*self.to_make, *filter(None, keys)])
            keys.pop(HOME, None)
            self.to_make = deque(self.cache.costs.in_order(keys))

    def _seconds_left(self, next_look):
        left = next_look - time.monotonic()
        if self.next_moment is None:
            return left
        return min(left, (self.next_moment - timezone.now()).total_seconds())

    def _lost(self, error):
        if not self.is_lost:
            logger.warning("The database cannot be asked, pages stay: %s", error)
        self.is_lost = True

    def _found(self):
        if self.is_lost:
            logger.warning("The database answers again")
        self.is_lost = False
        self.cache.note_answer()
