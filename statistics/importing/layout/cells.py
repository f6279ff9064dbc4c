"""Split text into lines of cells by one separator."""

import csv
import io
import re

from django.utils.translation import gettext as _

from statistics.table.errors import DataError

from .lines import line_of

TAB, SPACES, NONE = "tab", "spaces", ""
DELIMITERS = {TAB: "\t", ";": ";", ",": ",", "|": "|"}
SEPARATORS = (*DELIMITERS, SPACES)  # which somebody may choose
WIDE = re.compile(r" {2,}|\t")
LEADERS = ".·_"
LEAST_LEADERS = 3
RULE = set(" \t|:+=-")
DRAWN = re.compile(r"[\s+|]*+[-=_]{3}[-=_\s+|]*+")


def reader_of(text, name, quotes=True):
    """Return a reader of lines; a quotation mark may stand after a space: a, "b".

    Without `quotes` the marks are characters like any other.
    """
    mark = DELIMITERS[name]
    if not quotes:
        rows = io.StringIO(text)
        return csv.reader(rows, delimiter=mark, quoting=csv.QUOTE_NONE)
    spaced = name != TAB and f'{mark} "' in text
    return csv.reader(
        io.StringIO(text), delimiter=mark, strict=True, skipinitialspace=spaced
    )


def cells_of(text, name, quotes=True):
    if name == SPACES:
        rows = rows_of(text)
        split_rows = (
            (number, without_leaders(WIDE.split(row.strip()))) for number, row in rows
        )
        return [line for n, row in split_rows if (line := line_of(n, row)).filled]
    lines, before = [], 0
    if name == NONE:
        rows = rows_of(text)
        return [line for n, row in rows if (line := line_of(n, [row])).filled]
    reader = reader_of(text, name, quotes)
    boxed = name == "|" and is_boxed(text)
    try:
        for cells in reader:
            number, before = before + 1, reader.line_num
            if boxed:
                cells = without_ends(cells)
            drawn = "".join(cells) if name == "|" else ""
            if DRAWN.fullmatch(drawn) or ("-" in drawn and set(drawn) <= RULE):
                continue
            line = line_of(number, cells, before)
            if line.filled:
                lines.append(line)
    except csv.Error as error:
        sentence = _(
            "Line %d: a quotation mark is not closed, or stands where a cell does not "
            "end. Delete it, or write the whole cell in quotation marks and those "
            "within it twice."
        )
        if "limit" in str(error):
            sentence = _(
                "Line %d: a cell is too long, or a quotation mark before it is not "
                "closed."
            )
        raise DataError([sentence % (before + 1)]) from None
    return lines


def without_leaders(cells):
    """Return the cells of a line without the dots that lead from its name to them."""
    name = cells[0].rstrip(f"{LEADERS} ")
    leaders = sum(sign in LEADERS for sign in cells[0][len(name) :])
    return [name, *cells[1:]] if name and leaders >= LEAST_LEADERS else cells


def rows_of(text):
    """Return lines with their numbers, without those that are drawn."""
    rows = enumerate(text.split("\n"), 1)
    return [(number, row) for number, row in rows if not DRAWN.fullmatch(row)]


def is_boxed(text):
    """Return whether lines begin and end with |, as Markdown and text tables draw them.

    Titles and notes around them hold no such mark.
    """
    rows = [row.strip() for _number, row in rows_of(text) if "|" in row]
    return len(rows) > 1 and all(row[0] == row[-1] == "|" for row in rows)


def without_ends(cells):
    """Return the cells of | a | b |, as Markdown and text tables draw them."""
    if len(cells) > 2 and not cells[0].strip() and not cells[-1].strip():
        return cells[1:-1]
    return cells
