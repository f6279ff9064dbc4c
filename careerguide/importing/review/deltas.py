"""Tell what takes a change of a document or a plan back, as small JSON."""


def delta(before, after):
    """Return what makes `before` of `after` again, both mappings as JSON holds them."""
    back = {}
    for name in before.keys() | after.keys():
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if isinstance(old, list) and isinstance(new, list):
            back[name] = {"at": _splice(old, new)}
        else:
            back[name] = {"was": old}
    return back


def with_delta(after, back):
    """Return the mapping that `delta` told how to make again."""
    before = dict(after)
    for name, change in back.items():
        if "at" in change:
            start, count, old = change["at"]
            before[name] = [*after[name][:start], *old, *after[name][start + count :]]
        else:
            before[name] = change["was"]
    return before


def _splice(old, new):
    """[start, how many of the new, those of the old that stood there]."""
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return [start, len(new) - start - end, old[start : len(old) - end]]
