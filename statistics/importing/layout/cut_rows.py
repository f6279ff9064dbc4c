"""Refuse rows whose name stands in a line of its own above their numbers.

    Job      Pay        Growth
    Nurse
    $86,070  6%

So web pages copy where the name is a block. Read as lines, 6% would be pay.
"""

from django.utils.translation import gettext as _

from statistics.importing.values.amounts import take_apart
from statistics.table.errors import DataError


def refuse_cut_rows(header, lines):
    """Raise `DataError` where all rows stand in two lines: a name, and the rest."""
    width = max((len(line.filled) for line in header), default=0)
    pairs = list(zip(lines[::2], lines[1::2], strict=False))
    if width < 2 or len(pairs) < 2 or len(lines) % 2:
        return
    if all(_is_cut(name, rest, width) for name, rest in pairs):
        sentence = _(
            "The cells of a row stand in two lines, as in lines %(first)d and "
            "%(second)d: put those of each row into one line."
        )
        first, second = pairs[0]
        raise DataError([sentence % {"first": first.number, "second": second.number}])


def _is_cut(name, rest, width):
    return (
        name.filled == [0]
        and rest.filled == list(range(width - 1))
        and not take_apart(name.cells[0])
        and bool(take_apart(rest.cells[0]))
    )
