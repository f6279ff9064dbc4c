"""Split tables that consoles and plain-text formats draw: MySQL, psql, Org mode, Stata.

    +-------+------+      ┌───────┬──────┐       Job  |  Freq.   Percent
    | Job   |  Pay |      │ Job   │  Pay │      ------+-------------------
    +-------+------+      ├───────┼──────┤      Nurse |     12      45.1
    | Nurse | 3200 |      │ Nurse │ 3200 │

A line of dashes with joints says where the columns are, and what stands above it are
their names. Markdown's tables are drawn in the same way, without care for places.
"""

import re
from itertools import groupby, zip_longest

from statistics.table.schema import MAX_COLUMNS

from .box_columns import BoxColumns, joints_of
from .box_rows import (
    below_each_other,
    is_cookie,
    is_type,
    is_underline,
    joined,
    refuse_spanning,
    text_of,
)
from .display_width import as_wide_as_shown
from .lines import is_console_count, line_of

BARS = "│┃┆┇┊┋║╎╏╵╷╹╻╽╿"
SIGNS = dict.fromkeys(range(0x2500, 0x2571), "+") | {ord("═"): "="}
SIGNS |= dict.fromkeys(map(ord, "─━┄┅┈┉╌╍╴╶╸╺╼╾"), "-") | {ord(c): "|" for c in BARS}
RULE = set(" |+:=-")
UNDERLINE = re.compile(r"\s*:?-+:?\s*")  # of a column in Markdown
OPEN_RULE = str.maketrans("┌┬┐─", "||| ")


def split_boxes(text):
    """Return the lines of a text with drawn tables, or nothing where it has none.

    What stands around them are lines of one cell.
    """
    if "\t" in text or not any(bar in text for bar in f"|{BARS}"):
        return []
    written = text.split("\n")
    # ClickHouse writes the names into the rule above them.
    named = {n for n, row in enumerate(written, 1) if _holds_names(row.strip())}
    signs = [OPEN_RULE if n in named else SIGNS for n in range(1, len(written) + 1)]
    rows = [
        as_wide_as_shown(row.translate(drawn).rstrip())
        for row, drawn in zip(written, signs, strict=True)
    ]
    lines, has_box, first = [], False, 1
    for is_drawn, group in groupby(rows, key=lambda row: "|" in row or _is_rule(row)):
        part = list(group)
        box = _Box(part, first, named) if is_drawn and _is_box(part) else None
        if box:
            lines += box.lines()
            has_box = True
        else:
            numbered = enumerate(written[first - 1 : first - 1 + len(part)], first)
            lines += [line_of(n, [row]) for n, row in numbered if not _is_left_out(row)]
        first += len(part)
    return [line for line in lines if line.filled] if has_box else []


def _holds_names(row):
    """Whether names stand in the rule above a box: ┌─job──┬─pay─┐."""
    inside = row[1:-1]
    return (
        row[:1] == "┌"
        and row[-1:] == "┐"
        and not set(inside) & set("┌┐│")
        and not set(inside) <= set("─┬ ")
    )


def _is_rule(row):
    return RULE.issuperset(row) and ("---" in row or "===" in row)


def _is_markdown_rule(row):
    cells = row.strip().removeprefix("|").removesuffix("|").split("|")
    return "|" in row and all(map(UNDERLINE.fullmatch, cells))


def _is_left_out(row):
    return _is_rule(row) or is_console_count(row)


def _rules(rows):
    """The places of rules; Markdown's, which may be short, stands below the names.

    Dashes in the cells of a box are no rule of it: Polars writes them below the names.
    """
    rules = {n for n, row in enumerate(rows) if _is_rule(row)}
    if any("+" in rows[n] for n in rules):
        return {n for n in rules if " " not in rows[n].strip()}
    return rules | {1} if _is_markdown_rule(rows[1]) else rules


def _is_box(rows):
    """Whether there are rows, and a rule whose joints part columns or close a box."""
    if len(rows) < 3 or len(rows) - len(rules := _rules(rows)) < 2:
        return False
    rule = max((rows[n].strip() for n in rules), key=_joint_count, default="")
    joints = joints_of(rule)
    if len(joints) > MAX_COLUMNS + 2:
        return False
    return any(0 < j < len(rule) - 1 for j in joints) or len(joints) == 2


def _joint_count(rule):
    return len(joints_of(rule))


class _Box:
    """One drawn table: rows between rules, from the line `first` on."""

    def __init__(self, rows, first, named):
        self.first, rules = first, _rules(rows)
        heads = {n for n in range(len(rows)) if first + n in named}
        blocks = groupby(range(len(rows)), key=lambda n: (n in rules, n in heads))
        self.blocks = [list(block) for (is_rule, _h), block in blocks if not is_rule]
        drawn = [rows[n] for n in sorted(rules)]
        rule = max(drawn, key=_joint_count)
        self.is_markdown = len(rules) == 1 and 1 in rules and "+" not in rule
        places = [n for block in self.blocks for n in block]
        self.columns = BoxColumns(rows, rule, places, not self.is_markdown)
        self.titles = [b for b in self.blocks if all(map(self.columns.is_title, b))]
        inside = [block for block in self.blocks if block not in self.titles]
        self.header = inside[0] if len(inside) > 1 else []
        self.has_long_rows = len(inside) > 2 and _is_double(rows, inside)
        self.height = len(rows)
        refuse_spanning([rows[n] for n in places if n not in self.header])
        self.continued = set() if self.is_markdown else self.columns.take_continued()

    def lines(self):
        ends = [*(block[0] for block in self.blocks[1:]), self.height]
        for block, end in zip(self.blocks, ends, strict=True):
            found = [row for row in self._rows(block) if not is_cookie(row[1])]
            nexts = [n for n, _cells in found[1:]]
            for (n, cells), following in zip_longest(found, nexts, fillvalue=end):
                texts = [text_of(cell, self.is_markdown) for cell in cells]
                yield line_of(self.first + n, texts, self.first + following - 1)

    def _rows(self, block):
        rows = [(n, self.columns.cells(n, block is self.header)) for n in block]
        if block in self.titles:
            titles = [(n, "".join(cells)) for n, cells in rows]
            return [(n, [text]) for n, text in titles if not is_console_count(text)]
        if block is self.header:
            rows = [(n, cells) for n, cells in rows if not is_underline(cells)]
            named = [cells for _n, cells in rows if not is_type(cells)]
            types = [(n, cells) for n, cells in rows if is_type(cells)] if named else []
            return [(block[0], joined(named or [cells for _n, cells in rows])), *types]
        if self.has_long_rows:
            return [(block[0], below_each_other([cells for _n, cells in rows]))]
        return self._with_continued(rows)

    def _with_continued(self, rows):
        """The rows, those of several lines as psql writes them put together."""
        whole, before = [], None
        for n, cells in rows:
            if before in self.continued:
                start, above = whole[-1]
                whole[-1] = start, below_each_other([above, cells])
            else:
                whole.append((n, cells))
            before = n
        return whole


def _is_double(rows, blocks):
    """Whether a rule of equals signs stands below the names, and others part the rows.

    So reStructuredText draws them, whose rows may have several lines.
    """
    return "=" in rows[blocks[0][-1] + 1] and "=" not in rows[blocks[1][-1] + 1]
