"""Count the open claims of one item, for what is kept of it when it is saved."""

from .overview import _row_names, of_item


def count_open(item):
    """Return how many; the names of the rows of its guide are none."""
    return len(of_item(item, _row_names(next(iter(item.career_keys()), None))).open)
