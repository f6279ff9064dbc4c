"""Record what a page is made from while it is made, as tags: names of what may change.

Reads declare their tags where they are made, so no view has to remember them. What
nobody listens to is recorded nowhere.
"""

import threading
from contextlib import contextmanager

SITE = "site"  # of whatever shows more than its reads declare: any change concerns it
_thread = threading.local()


@contextmanager
def recorded(apart=False):
    """Yield the set of tags that whatever runs in here depends on, in this thread.

    `apart`: what is being made outside does not depend on them.
    """
    outer = getattr(_thread, "tags", None)
    _thread.tags = tags = set()
    try:
        yield tags
    finally:
        _thread.tags = outer
        if outer is not None and not apart:
            outer |= tags


def depends_on(*tags):
    """Record that what is being made is another after a change with one of the tags."""
    if (found := getattr(_thread, "tags", None)) is not None:
        found.update(tags)
