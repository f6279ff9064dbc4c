"""Split tables whose columns are underlined, each by dashes of its own.

    Job        Pay  Share
    -------  -----  -----
    Nurse     3200   12.5
    Cook              7.0

So SQLite, SQL Server and reStructuredText write them. The dashes say where a column is,
so that an empty cell leaves no other in its place.
"""

import re
from itertools import pairwise

from statistics.table.schema import MAX_COLUMNS

from .cells import WIDE
from .display_width import as_wide_as_shown, as_written
from .lines import is_console_count, line_of

RULE = re.compile(r"\s*(?:-+|=+)(?: +(?:-+|=+))+\s*")
LEAST = 3  # dashes of one column at least, as a row may hold signs for no value


def split_ruled(text):
    """Return the lines of such a text, or nothing where it is none."""
    rows = [as_wide_as_shown(row.rstrip()) for row in text.split("\n")]
    rules = [n for n, row in enumerate(rows) if _is_rule(row)]
    if not rules:
        return []
    columns = [found.span() for found in re.finditer(r"[-=]+", rows[rules[0]])]
    is_above = rules[0] > 0 and bool(rows[rules[0] - 1].strip())
    below_names = rules[0] if is_above else rules[1] if len(rules) > 1 else None
    if below_names is None or len(columns) > MAX_COLUMNS:
        return []
    end = next(
        (n for n in range(below_names + 1, len(rows)) if not rows[n] or n in rules),
        len(rows),
    )
    lines = []
    for n, row in enumerate(rows):
        if not row.strip() or n in rules or is_console_count(row):
            continue
        cells = _cells(row, columns)
        if below_names < n < end and not cells:
            return []
        is_name = n == below_names - 1 or below_names < n < end
        texts = cells if is_name and cells else [row]
        lines.append(line_of(n + 1, list(map(as_written, texts))))
    return lines if end > below_names + 1 else []


def _is_rule(row):
    return bool(RULE.fullmatch(row)) and max(map(len, row.split())) >= LEAST


def _cells(row, columns):
    """The texts below each underline, where blanks stand between them."""
    ends = [start for start, _end in columns[1:]]
    gaps = [row[end:start] for (_s, end), (start, _e) in pairwise(columns)]
    if any(gap.strip() for gap in gaps):
        cells = WIDE.split(row.strip())
        return cells if len(cells) == len(columns) else []
    cuts = [0, *ends, len(row)]
    return [row[start:end] for start, end in pairwise(cuts)]
