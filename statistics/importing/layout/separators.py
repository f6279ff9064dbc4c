"""Split text into lines of cells by the separator that all lines agree on, or ask."""

import re
from dataclasses import dataclass, field
from itertools import dropwhile, takewhile

from django.utils.translation import gettext as _

from statistics.importing.values.amounts import take_apart
from statistics.importing.values.missing import no_value
from statistics.table.errors import DataError, shortened
from statistics.table.schema import MAX_ROWS

from .boxes import split_boxes
from .cell_counts import are_closed, cell_counts, first_of, is_consistent, longest_run
from .cells import (
    DELIMITERS,
    NONE,
    RULE,
    SPACES,
    TAB,
    WIDE,
    cells_of,
    rows_of,
)
from .console import check_drawn, undrawn
from .fixed_width import split_fixed_width
from .line_ends import one_kind_of_line_end
from .lists import cuts_numbers, may_cut_numbers, split_list
from .quotes import are_characters
from .record_lists import refuse_lists
from .ruled_columns import split_ruled
from .text_tables import split_by_kinds
from .unsplit import refuse_columns

LOOKED_AT = 500  # lines by which a question of separators is settled
MOST_LINES = 100_000
LEAST_RUN = 2  # lines with as many cells, one after the other


@dataclass
class Split:
    """The lines of a text, the separator that was used, and those to choose from."""

    lines: list
    separator: str = NONE
    choices: list = field(default_factory=list)
    sentences: list = field(default_factory=list)


class WhichSeparator(DataError):
    """Several separators fit the lines, or none of them fits all."""

    kind = "separator"
    cell, readings = "", {}

    def __init__(self, problem, choices):
        super().__init__([problem])
        self.choices = choices


def split(text, separator=""):
    """Return the `Split` of a text; `separator` is somebody's choice of one.

    Raises `WhichSeparator` where the lines do not tell, and `DataError` where quotation
    marks make no cells.
    """
    text = one_kind_of_line_end(text)
    if text.count("\n") > MOST_LINES:
        sentence = _("More than %(lines)d lines: a table has at most %(rows)d rows.")
        raise DataError([sentence % {"lines": MOST_LINES, "rows": MAX_ROWS}])
    drawn = separator in ("", "|") and split_boxes(text)
    if drawn:
        check_drawn(drawn)
        return Split(drawn, "|", _present(text))
    if separator:
        return _by(text, separator)
    if "\t" not in text:  # with tabs it is a table, whatever is in it
        refuse_lists(text)
        text = undrawn(text)
    counts = {name: found for name in DELIMITERS if (found := cell_counts(text, name))}
    if not counts:
        cells_of(text, ",")  # raises, and says what is wrong
        return Split([])
    name = _settled(text, counts)
    if name != NONE:
        found = _by(text, name)
        if name == "|":
            check_drawn(found.lines)
        return found
    if ruled := split_ruled(text):
        return Split(ruled, SPACES, _present(text))
    rows = [row for _number, row in rows_of(text) if row.strip()]
    if is_consistent([len(WIDE.split(row.strip())) for row in rows]):
        return Split(cells_of(text, SPACES), SPACES, _present(text))
    if '"' not in text and (lines := split_fixed_width(text)):
        return Split(lines, SPACES, _present(text))
    if '"' not in text and (lines := split_list(_numbered(text))):
        return Split(lines, NONE, _present(text))
    if '"' not in text and (lines := split_by_kinds(text)):
        return Split(lines, SPACES, _present(text))
    if '"' not in text:
        refuse_columns(rows[:LOOKED_AT])
    return Split(cells_of(text, "," if '"' in text else NONE), NONE, _present(text))


def _by(text, name):
    are_plain = are_characters(text, name)
    lines = cells_of(text, name, quotes=not are_plain)
    said = _("Quotation marks were read as characters: they would join whole lines.")
    return Split(lines, name, _present(text), [said] * are_plain)


def _numbered(text):
    return [(number, row) for number, row in rows_of(text) if row.strip()]


def _settled(text, counts):
    """The separator that the lines tell, `NONE` for one column."""
    tabs = counts.get(TAB, ())
    if tabs and (first_of(tabs) > 1 or is_consistent(tabs)):
        return TAB  # as spreadsheets write them, and as our own form does
    others = {name: found for name, found in counts.items() if max(found) > 1}
    rows = [row.strip() for row in text.split("\n") if row.strip()][:LOOKED_AT]
    if "|" in others and _is_in_names(rows):
        del others["|"]
    if "," in others and '"' not in text:
        if not cuts_numbers(rows) and may_cut_numbers(rows):
            sentence = _(
                "The comma may part cells, or stand within numbers, as in “%s”: put a "
                "tab or a semicolon between the cells, or choose their separator."
            )
            raise WhichSeparator(sentence % shortened(rows[1]), [","])
        if cuts_numbers(rows):
            del others[","]
    if sum(map(bool, next(iter(counts.values())))) == 1:
        return _of_one_line(others)
    others = {name: n for name, n in others.items() if not _is_within(text, name)}
    perfect = [name for name, found in others.items() if is_consistent(found)]
    if len(perfect) == 1:
        return perfect[0]
    if perfect:
        return _by_numbers(text, perfect)
    if tabs and longest_run(tabs) >= LEAST_RUN:
        return TAB
    runs = {name: longest_run(found) for name, found in others.items()}
    runs = {name: run for name, run in runs.items() if run >= LEAST_RUN}
    best = [name for name, run in runs.items() if run == max(runs.values())]
    if len(best) == 1:
        return best[0]
    if best:
        return _by_numbers(text, best)
    first = [name for name, found in others.items() if first_of(found) > 1]
    if len(first) > 1:
        raise _which(first)
    if first and _is_title(text, first[0], others[first[0]]):
        sentence = _(
            "Only the first line holds “%s”: delete the line if it is a title, or "
            "choose the separator of the cells."
        )
        raise WhichSeparator(sentence % first[0], first)
    if first:
        return first[0]
    # Nobody types a tab into a cell: a name is empty, or a row is short.
    return TAB if max(tabs, default=0) > 1 else NONE


def _is_in_names(rows):
    """Whether a bar stands in the first line only, and spaces part the others.

    Of R's coefficients Pr(>|t|) is a name, and a legend follows below a rule.
    """
    below = dropwhile(RULE.issuperset, rows[1:])
    body = list(takewhile(lambda row: not RULE.issuperset(row), below))
    return (
        not any("|" in row for row in rows[1:])
        and len(body) > 1
        and all(map(WIDE.search, body))
    )


def _is_title(text, name, found):
    """Whether the separator stands in the first of several lines only, as in prose."""
    mark = DELIMITERS[name]
    alone = sum(count > 1 for count in found) == 1 and sum(map(bool, found)) > 2
    return alone and text.count(mark) == text.count(f"{mark} ")


def _of_one_line(others):
    return ";" if ";" in others and "," not in others else next(iter(others), NONE)


def _by_numbers(text, names):
    """The separator by which most cells are numbers, where one stands out."""
    shares = {}
    for name in names:
        lines = cells_of(text, name, quotes=are_closed(text, name))[:LOOKED_AT]
        cells = [cell for line in lines for cell in line.cells]
        numbers = sum(1 for cell in cells if cell and take_apart(cell))
        shares[name] = numbers / max(1, len(cells))
    best = max(shares.values())
    found = [name for name, share in shares.items() if share == best]
    if len(found) > 1:
        raise _which(names)
    return found[0]


def _is_within(text, name):
    """Whether the mark belongs to the cells of one column: 85,000 or Smith, J."""
    if name == TAB:
        return False
    mark = DELIMITERS[name]
    rows = [row.strip() for row in text.split("\n") if row.strip()][:LOOKED_AT]
    text = "\n".join(rows)
    numbers = all(take_apart(row) or no_value(row) is not None for row in rows[1:])
    if numbers and any(mark in row for row in rows[1:]):
        # Names without a space after the mark are several: Level,Pay.
        return rows[0].count(mark) == rows[0].count(f"{mark} ")
    inside_numbers = len(re.findall(rf"(?<=[0-9]){re.escape(mark)}(?=[0-9])", text))
    if mark not in rows[0] and inside_numbers == text.count(mark):
        return True  # names would stand apart by it, too
    if '"' in text or not all(row[-1:] != mark for row in rows):
        return False
    marks = text.count(mark)
    if marks != text.count(f"{mark} "):
        return False
    cells = [cell for row in rows for cell in row.split(mark)]
    return not any(take_apart(cell.strip()) for cell in cells)


def _which(names):
    sentence = _(
        "The lines can be split in two ways: by %(names)s. Choose the separator of the "
        "cells."
    )
    words = _(" or by ").join(f"“{name}”" for name in names)
    return WhichSeparator(sentence % {"names": words}, list(names))


def _present(text):
    names = [name for name, mark in DELIMITERS.items() if mark in text]
    return names + [SPACES] * bool(WIDE.search(text.replace("\t", "")))
