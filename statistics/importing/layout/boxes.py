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
from .console import TYPES
from .display_width import as_wide_as_shown, as_written
from .lines import is_console_count, line_of

BARS = "│┃┆┇┊┋║╎╏╵╷╹╻╽╿"
SIGNS = dict.fromkeys(range(0x2500, 0x2571), "+") | {ord("═"): "="}
SIGNS |= dict.fromkeys(map(ord, "─━┄┅┈┉╌╍╴╶╸╺╼╾"), "-") | {ord(c): "|" for c in BARS}
RULE = set(" |+:=-")
UNDERLINE = re.compile(r"\s*:?-+:?\s*")  # of a column in Markdown
COOKIE = re.compile(r"/|<[lrc]?\d*>?|>|")  # Org mode's widths and groups of columns
EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|`|\*|_)(?=\S)(.+?)(?<=\S)\1")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
BREAK = re.compile(r"\s*<br ?/?>\s*", re.IGNORECASE)


def split_boxes(text):
    """Return the lines of a text with drawn tables, or nothing where it has none.

    What stands around them are lines of one cell.
    """
    if "\t" in text or not any(bar in text for bar in f"|{BARS}"):
        return []
    written = text.split("\n")
    rows = [as_wide_as_shown(row.translate(SIGNS).rstrip()) for row in written]
    lines, has_box, first = [], False, 1
    for is_drawn, group in groupby(rows, key=lambda row: "|" in row or _is_rule(row)):
        part = list(group)
        box = _Box(part, first) if is_drawn and _is_box(part) else None
        if box:
            lines += box.lines()
            has_box = True
        else:
            numbered = enumerate(written[first - 1 : first - 1 + len(part)], first)
            lines += [line_of(n, [row]) for n, row in numbered if not _is_left_out(row)]
        first += len(part)
    return [line for line in lines if line.filled] if has_box else []


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

    def __init__(self, rows, first):
        self.first, rules = first, _rules(rows)
        blocks = groupby(range(len(rows)), key=lambda n: n in rules)
        self.blocks = [list(block) for is_rule, block in blocks if not is_rule]
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

    def lines(self):
        ends = [*(block[0] for block in self.blocks[1:]), self.height]
        for block, end in zip(self.blocks, ends, strict=True):
            found = [row for row in self._rows(block) if not _is_cookie(row[1])]
            nexts = [n for n, _cells in found[1:]]
            for (n, cells), following in zip_longest(found, nexts, fillvalue=end):
                texts = [self._text(cell) for cell in cells]
                yield line_of(self.first + n, texts, self.first + following - 1)

    def _rows(self, block):
        rows = [(n, self.columns.cells(n, block is self.header)) for n in block]
        if block in self.titles:
            titles = [(n, "".join(cells)) for n, cells in rows]
            return [(n, [text]) for n, text in titles if not is_console_count(text)]
        if block is self.header:
            rows = [(n, cells) for n, cells in rows if not _is_underline(cells)]
            named = [cells for _n, cells in rows if not _is_type(cells)]
            types = (
                [(n, cells) for n, cells in rows if _is_type(cells)] if named else []
            )
            return [(block[0], _joined(named or [cells for _n, cells in rows])), *types]
        if self.has_long_rows:
            return [(block[0], _joined([cells for _n, cells in rows]))]
        return rows

    def _text(self, cell):
        cell = as_written(cell).strip()
        if not self.is_markdown:
            return cell.replace(r"\|", "|")
        cell = BREAK.sub(" ", cell)
        if found := EMPHASIS.fullmatch(cell):
            cell = found[2]
        return ESCAPED.sub(r"\1", cell)


def _is_double(rows, blocks):
    """Whether a rule of equals signs stands below the names, and others part the rows.

    So reStructuredText draws them, whose rows may have several lines.
    """
    return "=" in rows[blocks[0][-1] + 1] and "=" not in rows[blocks[1][-1] + 1]


def _joined(lines):
    width = max(map(len, lines))
    columns = [
        [line[p].strip() for line in lines if p < len(line)] for p in range(width)
    ]
    return [" ".join(filter(None, dict.fromkeys(texts))) for texts in columns]


def _is_underline(cells):
    """Whether dashes stand below each name, as Polars writes them."""
    return all(set(cell.strip()) == {"-"} for cell in cells)


def _is_type(cells):
    return all(TYPES.fullmatch(as_written(cell).strip()) for cell in cells)


def _is_cookie(cells):
    texts = [cell.strip() for cell in cells]
    return any(texts) and all(map(COOKIE.fullmatch, texts))
