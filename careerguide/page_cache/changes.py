"""Show readers a change: make pages anew, and let all go that it concerns."""

import logging
import time

from .maker import PageMaker
from .rebuild import Remaking

logger = logging.getLogger(__name__)

BEFORE_THE_CHANGE = 0.5  # seconds in which pages are made anew, before old ones go
READ_LATELY = 600  # seconds; what nobody read since is not made anew
MADE_ANEW = 200  # pages; the others wait for somebody to ask


class ChangingPages(PageMaker):
    """A PageMaker for `ChangeWatcher`, which calls this in its thread."""

    def change(
        self,
        first=(),
        is_answering=lambda: True,
        beside=None,
        seconds=BEFORE_THE_CHANGE,
        tags=None,
        seen_at=None,
    ):
        """Make pages anew that a change concerns, and let all others of these go.

        A change of `tags`, None for one that concerns all. Of these pages, `first` are
        made even where nobody reads them, then what was read last, but nothing that
        nobody has read for long.
        What took long last time comes last. `beside`, a Background, does it, or else
        this thread; the change is shown after `seconds`, whatever is being made then.
        `is_answering` asks whether there is a database, and `seen_at` is for `dates`.
        Returns the keys that there was no time for; None, with all as it was, where the
        database stopped answering.
        """
        since = self.last_since = max(int(time.time()), self.last_since + 1)
        until = time.monotonic() + seconds
        with self.changing:
            before = time.time() - READ_LATELY
            keys = self.concerned(tags)
            first = [key for key in first if key in keys or key not in self.pages]
            keys = [key for key in keys if self.pages[key].read_at > before]
        keys = [*dict.fromkeys([*first, *keys])][:MADE_ANEW]
        keys = self.costs.in_order(keys)
        work = Remaking(self, keys, since, until, is_answering)
        if beside is None:
            work.run()
        elif beside.start(work.run):
            work.over.wait(max(0, until - time.monotonic()))
        failed = work.failed and not work.pages
        if failed or (work.failed or not work.over.is_set()) and not is_answering():
            return None
        return self._show(work, tags, seen_at)

    def _show(self, work, tags, seen_at):
        with self.changing:
            work.is_shown = True
            self.show_change(work.since, tags, work.pages, seen_at)
            left = [*work.left]
        logger.info(
            "Pages made anew: %d, %d to come; until now %s",
            len(work.pages),
            len(left),
            ", ".join(f"{name} {n}" for name, n in self.counters.items()),
        )
        return left
