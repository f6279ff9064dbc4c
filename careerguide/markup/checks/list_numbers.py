"""Find lists whose typed numbers are not those that readers see."""

import re

from django.utils.translation import gettext as _

from .findings import Fault

_NUMBER = re.compile(r"[ \t]*(\d{1,9})([.)])")


def renumbered(outline, source):
    """Yield a fault for each list, at the first of its numbers that becomes another.

    Numbers that are all alike were never meant to be seen.
    """
    for items in outline.lists:
        typed = [(line, found) for line, found in _typed(items, source) if found]
        if len({int(found[1]) for _line, found in typed}) < 2:
            continue
        for shown, (line, found) in enumerate(typed, items.first):
            if int(found[1]) != shown:
                yield _fault(line, found, shown, typed)
                break


def _typed(items, source):
    for line, column in items.places:
        written = source.written[line - 1] if line <= len(source.written) else ""
        # cmark counts bytes.
        rest = written.encode()[column - 1 :].decode(errors="replace")
        yield line, _NUMBER.match(rest)


def _fault(line, found, shown, typed):
    problem = _(
        "Readers see “%(shown)s” and not “%(typed)s”, as a list counts on from its "
        "first number. To keep the numbers write a backslash, as in "
        "%(number)s\\%(mark)s, and leave a blank line between the lines."
    ) % {
        "shown": f"{shown}{found[2]}",
        "typed": found[0].strip(),
        "number": found[1],
        "mark": found[2],
    }
    numbers = " ".join(one[0].strip() for _line, one in typed[:20])
    return Fault("renumbered", numbers, line, problem)
