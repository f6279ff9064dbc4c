"""Format what CSV and spreadsheet share: headings, row marks, text that stays text.

A spreadsheet runs text that begins like a formula. `inert` puts an apostrophe before
it: in the CSV only, as a spreadsheet file says of each cell that it is text. A plain
number such as -5 is left alone. Where a list separator is a semicolon, a program
splits our lines there, so what follows one inside a cell is made inert as well.
"""

import re

from statistics.table.schema import ROW_FLAGS

# The column of marks, as the admin's own cells have it: a notation, like the words
# “forecast” and “total” in it, and the same in every language.
FLAGS_HEADING = "Mark"
# Other widths of the signs are run by some programs too.
SIGNS = "=+\\-@＝＋－＠"
IGNORED = "\\s\x00-\x1f\ufeff\u200b-\u200f\"'`‘’“”"
HARMLESS = re.compile(r"[+-]?\d+(\.\d+)?%?|-")
FORMULA = re.compile(rf"[\t\r\n]|[{IGNORED}]*+[{SIGNS}]")
INSIDE = re.compile(rf"([;\t\r\n][{IGNORED}]*+)([{SIGNS}])?")


def heading(column):
    """Return a column's label, with the unit and scale that its raw numbers need.

    "Market size (USD billion)"; what the label says already is not said again.
    """
    measure = {"percent": "%", "money": column.currency}.get(column.type, "")
    parts = [f"{measure} {column.scale}".strip(), column.unit]
    known = column.label.casefold()
    missing = [part for part in parts if part and part.casefold() not in known]
    return f"{column.label} ({', '.join(missing)})" if missing else column.label


def noted_columns(table):
    """The columns in which a cell has a note: a mark beside its number or for none."""
    keys = {key for row in table.rows for key in row.notes}
    return [column for column in table.columns if column.key in keys]


def note_heading(column):
    """Return the heading of the column that holds a column's notes."""
    return f"{column.label} [note]"


def row_flags(row):
    return " ".join(flag for flag in ROW_FLAGS if getattr(row, flag))


def has_row_flags(table):
    return any(row_flags(row) for row in table.rows)


def is_formula(text):
    """Return whether a spreadsheet that guesses at types would run the text."""
    return bool(FORMULA.match(text)) and not HARMLESS.fullmatch(text)


def inert(text):
    """Return the text as a spreadsheet shows it and never runs it."""
    if is_formula(text):
        text = f"'{text}"
    return INSIDE.sub(lambda m: f"{m[1]}'{m[2]}" if m[2] else m[1], text)
