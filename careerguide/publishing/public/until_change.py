"""Keep what is computed from all published content until any of it changes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from careerguide.caching.dependencies import SITE, depends_on
from careerguide.caching.memory import memory_cache
from careerguide.publishing.models.related import ContentVersion

from .cache_version import current_version


@dataclass(frozen=True)
class Computed:
    """A value as it is from `since` to `until`, as long as the version stands."""

    value: Any
    version: int
    since: datetime
    until: datetime | None

    def holds(self, version, now):
        is_over = self.until is not None and self.until <= now
        return self.version == version and self.since <= now and not is_over


def until_change(key, compute, weigh, is_declared=False):
    """Return what `compute()` gives, asked once for each change; `weigh` tells bytes.

    One query where it is known. Do not call it in a transaction that is rolled back:
    what drafts say would be kept. Pages made of it go with any change, unless the
    caller has declared what it depends on: what is remembered reads nothing that could.
    """
    if not is_declared:
        depends_on(SITE)
    version, now = ContentVersion.current(), timezone.now()
    cached = memory_cache.find(key)
    if cached is None or not cached.holds(version, now):
        # The version before the rows: what changes in between changes it once more.
        found = current_version(now)
        cached = Computed(compute(), found.number, now, found.next_moment)
        memory_cache.put(key, cached, weigh=lambda cached: weigh(cached.value))
    return cached.value
