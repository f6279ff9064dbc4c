"""Find tables that lose cells, or that are not tables, so that readers see their bars.

cmark divides a row at its bars before it looks for code: a bar in code ends a cell.
"""

import re

from django.utils.translation import gettext as _

from careerguide.markup.code_marks import between_code, without_containers

from .findings import Fault, shortened
from .outline import TAG

_ESCAPED_BAR = re.compile(r"\\\|")
_BAR_IN_CODE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[ ]{0,3}\|?(?:[ ]*:?-+:?[ ]*\|)+(?:[ ]*:?-+:?[ ]*)?")
# Dashes that a word processor made, or the rule of another program's table.
_DAMAGED = re.compile(
    r"[ ]{0,3}(?=[^|+\n]*[|+])[|+]?(?:[ ]*:?[-–—―−‐‑=_+]{1,200}:?[ ]*[|+])+"
    r"(?:[ ]*:?[-–—―−‐‑=_+]{1,200}:?[ ]*)?"
)
_ROW = re.compile(r"[ ]{0,3}\|[^|\n]*\|[^\n]*\|[ \t]*")


def rows(outline, source):
    """Yield faults about the rows of tables, and about lines that would be rows."""
    yield from _cells(outline, source)
    yield from _swallowed(outline, source)
    in_tables = {row.line for row in outline.rows}
    for block in outline.blocks:
        if block.name in ("p", "li") and ("|" in block.text or "+-" in block.text):
            lines = block.text.replace(TAG, "").split("\n")
            yield from _no_table(lines, block.line, source, in_tables)


def _cells(outline, source):
    """Rows with more cells than their table has columns: what is beyond is lost."""
    for row in outline.rows:
        if not 0 < row.line <= len(source.written):
            continue
        written = without_containers(source.written[row.line - 1])
        code = _code_with_a_bar(written)
        cells = _cells_of(written)
        lost = ""
        if len(cells) > row.cells > 0:
            lost = " ".join(" ".join(cells[row.cells :]).split())
        values = {
            "code": shortened(code),
            "cells": len(cells),
            "columns": row.cells,
            "lost": shortened(lost),
        }
        if code and lost:
            problem = _(
                "The bar in “%(code)s” begins a new cell, so the row has %(cells)d "
                "cells and “%(lost)s” is not shown. Write \\| for a bar in code."
            )
        elif code:
            problem = _(
                "The bar in “%(code)s” begins a new cell, so it is no code and its "
                "marks are shown. Write \\| for a bar in code."
            )
        elif lost:
            problem = _(
                "This row has %(cells)d cells and the table %(columns)d columns, "
                "so “%(lost)s” is not shown. Write \\| for a bar that is text."
            )
        else:
            continue
        yield Fault("cells", lost or code, row.line, problem % values)


def _cells_of(written):
    bars = _ESCAPED_BAR.sub("", written).strip(" \t")
    return bars.removeprefix("|").removesuffix("|").split("|") if "|" in bars else []


def _code_with_a_bar(written):
    """The first span of code that a bar in it divides, or ""."""
    if "`" not in written:
        return ""
    spans = between_code(written)[1::2]
    return next((span for span in spans if _BAR_IN_CODE.search(span)), "")


def _swallowed(outline, source):
    """A line of text that is a row, as it stands right below a table."""
    below = 0
    for row in outline.rows:
        if not 0 < row.line <= len(source.written):
            continue
        written = without_containers(source.written[row.line - 1])
        has_bars = "|" in written
        if not has_bars and row.line == below + 1 and row.cells > 1:
            problem = _(
                "“%s” is read as a row of the table above it. Leave a blank line "
                "between them."
            )
            text = written.strip()
            yield Fault("swallowed", text, row.line, problem % shortened(text))
        below = row.line if has_bars else 0


def _no_table(lines, first, source, in_tables):
    """Lines of a paragraph that were meant as a table."""
    rules = [at for at, line in enumerate(lines) if _is_rule(line)]
    rows = [at for at, line in enumerate(lines) if _ROW.fullmatch(line)]
    for at in rules:
        above = source.written[first + at - 2] if first + at > 1 else ""
        if code := at and _code_with_a_bar(above):
            problem = _(
                "“%(rule)s” makes no table, as the bar in “%(code)s” above it begins "
                "another cell. Write \\| for a bar in code."
            )
        elif not at:
            problem = _(
                "“%(rule)s” makes no table, so its marks are shown. It stands right "
                "below the line with the names of the columns."
            )
        elif _RULE.fullmatch(lines[at]):
            problem = _(
                "“%(rule)s” makes no table, so its marks are shown. That line needs as "
                "many cells as the one above it."
            )
        else:
            problem = _(
                "“%(rule)s” makes no table, so its marks are shown. Write that line "
                "with hyphens and bars only, as in |---|---|."
            )
        rule = lines[at].strip()
        values = {"rule": shortened(rule), "code": shortened(code or "")}
        yield Fault("no table", rule, first + at, problem % values)
    if rules or not rows:
        return
    row = lines[rows[0]].strip()
    if rows[0] == 0 and _is_below_a_table(first, source, in_tables):
        problem = _(
            "“%s” is no row of the table above it, as a blank line parts them. Take "
            "that line out."
        )
    elif any(after == at + 1 for at, after in zip(rows, rows[1:], strict=False)):
        problem = _(
            "“%s” and the next line make no table, so their marks are shown. Put a "
            "line like |---|---| below the first, with as many cells."
        )
    else:
        return
    yield Fault("no table", row, first + rows[0], problem % shortened(row))


def _is_rule(line):
    if "|" not in line and not line.lstrip().startswith("+"):
        return False
    found = _RULE.fullmatch(line) or _DAMAGED.fullmatch(line)
    return bool(found) and len(re.findall(r"[-–—―−‐‑=_]", line)) > 1


def _is_below_a_table(line, source, in_tables):
    """Whether nothing but blank lines parts a line from a table's last row."""
    above = line - 1
    while above > 0 and not without_containers(source.written[above - 1]).strip():
        above -= 1
    return above < line - 1 and above in in_tables
