"""Remember words searched in vain, for editors, and nothing of who searched.

They wait in the memory of the process and are written at most once a minute, so that a
flood of searches is no flood of writes, and wait on where somebody else is writing: no
reader does. What waits when a process ends is lost.
"""

import logging
import re
import threading
import time
from collections import Counter
from datetime import timedelta

from django.db import Error
from django.utils import timezone

from careerguide.db.hurried import hurried_transaction
from careerguide.languages.folding import fold

from .models import MissedSearch

logger = logging.getLogger(__name__)

EVERY = 60.0  # seconds between two writes
DAYS = 90
LONGEST = 100  # characters: what is longer is no search
MOST_WAITING = 500  # different ones; a flood of others is left out
MOST_A_DAY = 5_000
# An address, or a number of a telephone, an account or a person.
PRIVATE = re.compile(r"@|(?:\d[\W_]*){7}")


class MissedSearches:
    """Counts searches in vain, and writes them by `flush`; safe for threads."""

    def __init__(self, clock=time.monotonic):
        self.clock, self.lock = clock, threading.Lock()
        self.waiting, self.written_at = Counter(), clock()

    def note(self, text):
        """Count a search that found nothing; write all where a minute has passed."""
        words = presentable(text)
        if not words:
            return
        with self.lock:
            if words in self.waiting or len(self.waiting) < MOST_WAITING:
                self.waiting[words] += 1
            if self.clock() - self.written_at < EVERY:
                return
        self.flush()

    def flush(self):
        """Write what waits; what cannot be written waits on."""
        with self.lock:
            counts, self.waiting = self.waiting, Counter()
            self.written_at = self.clock()
        if not counts:
            return
        try:
            with hurried_transaction():
                MissedSearch.objects.add(timezone.localdate(), counts, MOST_A_DAY)
        except Error:
            logger.warning("Searches in vain could not be written", exc_info=True)
            with self.lock:
                all_counts = (counts + self.waiting).most_common(MOST_WAITING)
                self.waiting = Counter(dict(all_counts))


missed_searches = MissedSearches()


def presentable(text):
    """Return the folded words of a search, or "" of what nobody else should read."""
    words = " ".join(fold(text[: 4 * LONGEST]).replace("\0", " ").split())
    if len(words) > LONGEST or PRIVATE.search(words):
        return ""
    return words if any(map(str.isalnum, words)) else ""


def prune(days=DAYS):
    """Delete what is older than so many days, and return how much."""
    before = timezone.localdate() - timedelta(days=days)
    return MissedSearch.objects.filter(day__lt=before).delete()[0]
