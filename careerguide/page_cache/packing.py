"""Pack pages that are read for a while as well as can be, in some of the time."""

import time

STOOD = 60  # seconds, from which on a page is worth it
READ = 5  # seconds ago at most
SHARE = 20  # of the time, one part is for packing
LOOKED_AT = 50  # pages in a turn: those that were read last
MOST = 5  # pages in a turn


def pack(cache, pages):
    """Pack pages of a PageStore, (key, page) each, with rests in between."""
    for key, page in pages:
        started = time.monotonic()
        cache.put_packed(key, page, page.pack())
        time.sleep((SHARE - 1) * min(time.monotonic() - started, 0.5))


def pages_to_pack(cache):
    """Return some (key, page) that have stood for a while and are being read."""
    with cache.changing:
        pages = list(cache.pages.items())[-LOOKED_AT:]
    made_before, read_after = time.monotonic() - STOOD, time.time() - READ
    found = [
        (key, page)
        for key, page in reversed(pages)
        if not page.is_packed
        and page.made_at < made_before
        and page.read_at > read_after
    ]
    return found[:MOST]
