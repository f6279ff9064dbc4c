"""Read tables drawn with lines, as databases and programs print them.

sqlite3, DuckDB and polars draw boxes, and dots for what they do not print.
"""

import re

from django.utils.translation import gettext as _

from statistics.importing.values.amounts import take_apart
from statistics.importing.values.missing import no_value
from statistics.table.errors import DataError

from .cells import WIDE
from .runs import holds_numbers_apart
from .unsplit import not_apart

BARS = str.maketrans(dict.fromkeys("│┃║┆┇┊┋╎╏", "|"))
BOX = re.compile("[│┃║┆┇┊┋╎╏]")
BOX_RULE = re.compile(r"\s*+[\u2500-\u257f][\s\u2500-\u257f]*+")
WIKI_NAMES = re.compile(r"\s*\|\|(?:[^|]+\|\|)+\s*")
DOTS = set(".…⋮⋯·: ")
TYPES = re.compile(
    r"<?(?:varchar|char|text|string|str|utf8|object|chr|fct|ord|lgl|dbl|int|"
    r"double(?: precision)?|float|float4|float8|real|decimal(?:\([\d, ]+\))?|numeric|"
    r"hugeint|u?bigint|u?integer|u?smallint|u?tinyint|int4|int8|int32|int64|u?i8|"
    r"u?i16|[iu]32|[iu]64|f32|f64|boolean|bool|date|time|dttm|timestamp|datetime.*|"
    r"list.*|cat|enum.*)>?",
    re.IGNORECASE,
)

NUMBERS = re.compile(
    r"<?(?:int|dbl|double(?: precision)?|float.*|real|decimal.*|numeric|hugeint|"
    r"u?bigint|u?integer|u?smallint|u?tinyint|int.*|u?i8|u?i16|[iu]32|[iu]64|f32|f64)>?",
    re.IGNORECASE,
)
COMPARED = 20  # rows


def undrawn(text):
    """The text with upright bars for those of boxes, and without the boxes' rules.

    Rules that no bars cross are dashes; ||Job||Pay|| are names in Jira's and
    Confluence's markup.
    """
    rows = text.split("\n")
    if BOX.search(text) and _is_boxed(text):
        rows = ["" if BOX_RULE.fullmatch(row) else row for row in rows]
        return "\n".join(rows).translate(BARS)
    return "\n".join(map(_in_our_signs, rows))


def _in_our_signs(row):
    if BOX_RULE.fullmatch(row):
        return re.sub(r"\S", "-", row)
    return row.replace("||", "|") if WIKI_NAMES.fullmatch(row) else row


def _is_boxed(text):
    """Whether bars of boxes stand in most lines, and not in a cell of a few."""
    rows = [row for row in text.split("\n") if row.strip()]
    boxed = sum(bool(BOX.search(row)) or bool(BOX_RULE.fullmatch(row)) for row in rows)
    return boxed * 2 > len(rows)


def is_cut(line):
    """Whether a line stands for rows that the program did not print: .. ... ..."""
    cells = [cell for cell in line.cells if cell.strip()]
    return len(cells) > 1 and all(set(cell) <= DOTS for cell in cells)


def lacks_columns(lines):
    """Whether dots stand for columns that the program did not print."""
    lines = [line for line in lines if len(line.cells) > 1]
    width = max((len(line.cells) for line in lines), default=0)
    return len(lines) > 1 and any(
        all(
            line.cell(place).strip() and set(line.cell(place)) <= DOTS for line in lines
        )
        for place in range(1, width)
    )


def refuse_cut(lines):
    """Raise `DataError` where dots stand for rows or columns that are not here."""
    if any(map(is_cut, lines[1:])):
        raise DataError([cut_short()])
    if lacks_columns(lines):
        sentence = _(
            "Dots stand for columns that are not here: let the program print all "
            "columns, or save the table as .csv."
        )
        raise DataError([sentence])


def cut_short():
    return _(
        "Dots stand for rows that are not here: let the program print all rows, or "
        "save them as .csv."
    )


def check_drawn(lines):
    """Raise `DataError` where a drawn table lacks rows, or its cells hold several."""
    refuse_cut(lines)
    if _hold_columns(lines):
        raise not_apart()


def _hold_columns(lines):
    """Whether each cell of a column holds several, with spaces between them."""
    lines = [line for line in lines if len(line.cells) > 1]
    width = max((len(line.cells) for line in lines), default=0)
    return len(lines) > 2 and any(
        all(WIDE.search(line.cell(place)) for line in lines)
        or _hold_numbers_apart(lines[1:], place)
        for place in range(width)
    )


def _hold_numbers_apart(rows, place):
    cells = [row.cell(place) for row in rows if row.cell(place)]
    return len(cells) > 1 and all(map(holds_numbers_apart, cells))


def says_types(line, body):
    """Whether a line below the names says their types, as DuckDB and R print them.

    Numbers stand below those of numbers.
    """
    types = [line.cells[place].strip() for place in line.filled]
    numbers = [
        place
        for place, text in zip(line.filled, types, strict=True)
        if NUMBERS.fullmatch(text)
    ]
    return (
        len(types) > 1
        and all(map(TYPES.fullmatch, types))
        and (
            all(_are_numbers(body, place) for place in numbers)
            if numbers
            else "<" in types[0]
        )
    )


def _are_numbers(body, place):
    cells = [line.cell(place) for line in body[:COMPARED] if line.cell(place).strip()]
    # R ends a number with its point where it does not print the decimals.
    return all(
        take_apart(cell.removesuffix(".")) or no_value(cell) is not None
        for cell in cells
    )


def sentences_on(lines):
    for line in lines:
        sentence = _("Line %(line)d says the types of the columns and was left out.")
        yield sentence % {"line": line.number}
