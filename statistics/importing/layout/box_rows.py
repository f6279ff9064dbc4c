"""Put the cells of a drawn table's rows together, and take their markup away."""

import re

from django.utils.translation import gettext as _

from statistics.table.errors import DataError

from .box_columns import PARTIAL
from .console import TYPES
from .display_width import as_written

COOKIE = re.compile(r"/|<[lrc]?\d*>?|>|")  # Org mode's widths and groups of columns
EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|`|\*|_)(?=\S)(.+?)(?<=\S)\1")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
BREAK = re.compile(r"\s*<br ?/?>\s*", re.IGNORECASE)


def text_of(cell, is_markdown):
    """Return the text of a cell without the marks of its format."""
    cell = as_written(cell).strip()
    if not is_markdown:
        return cell.replace(r"\|", "|")
    cell = BREAK.sub(" ", cell)
    if found := EMPHASIS.fullmatch(cell):
        cell = found[2]
    return ESCAPED.sub(r"\1", cell)


def refuse_spanning(rows):
    """Raise `DataError` where a rule ends at a cell that goes on below it."""
    if any(map(PARTIAL.search, rows)):
        sentence = _(
            "A cell of this drawn table spans several rows: write it in each of them, "
            "and draw each rule through all columns."
        )
        raise DataError([sentence])


def joined(lines):
    """Return names from lines below each other, each word of several lines once."""
    return [" ".join(dict.fromkeys(texts)) for texts in _texts_by_column(lines)]


def below_each_other(lines):
    """Return the texts of one row from its lines."""
    return [" ".join(texts) for texts in _texts_by_column(lines)]


def _texts_by_column(lines):
    width = max(map(len, lines))
    columns = [
        [line[p].strip() for line in lines if p < len(line)] for p in range(width)
    ]
    return [list(filter(None, texts)) for texts in columns]


def is_underline(cells):
    """Return whether dashes stand below each name, as Polars writes them."""
    return all(set(cell.strip()) == {"-"} for cell in cells)


def is_type(cells):
    """Return whether all cells are types: varchar, i64."""
    return all(TYPES.fullmatch(as_written(cell).strip()) for cell in cells)


def is_cookie(cells):
    """Return whether cells say widths and groups of columns in Org mode."""
    texts = [cell.strip() for cell in cells]
    return any(texts) and all(map(COOKIE.fullmatch, texts))
