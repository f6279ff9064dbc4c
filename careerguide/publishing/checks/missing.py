"""Find live items that show what readers no longer have, for lists to mark.

Each app that owns something texts can show registers how to find what is missing, for
many items at once: a function from a model and items to {item: sentence}.
"""

_finders = []


def register(finder, *, is_fault):
    """`is_fault`: whether an item's form names it in any case, see `live_faults`."""
    _finders.append((finder, is_fault))


def attach_missing(items):
    """Give each of `items`, of one model, its sentences as `missing`."""
    items = list(items)
    for item in items:
        item.missing = []
    live = [item for item in items if item.is_published]
    for finder, _is_fault in _finders if live else ():
        for item, sentence in finder(type(live[0]), live).items():
            item.missing.append(sentence)


def beside_faults(row):
    """Return sentences on what a live row misses that is no fault of its text."""
    return [
        sentence
        for finder, is_fault in _finders
        if not is_fault
        for sentence in finder(type(row), [row]).values()
    ]
