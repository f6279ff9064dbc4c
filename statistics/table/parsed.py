"""Keep tables that were parsed: a page is made anew for less than its tables change."""

from careerguide.caching.memory import digest, memory_cache

from .schema import TableData, parse

BYTES_OF_CELL = 300  # about, its share of the row and of its name among them


def parsed(data) -> TableData:
    """Return the table of stored data, as `parse` does, from memory where it is."""
    return memory_cache.get(digest("table", data), lambda: parse(data), _weight)


def _weight(table):
    return BYTES_OF_CELL * (len(table.rows) + 1) * (len(table.columns) + 1)
