"""Read and write notes of cells: a source's marks beside a number, or in its place.

Statistical offices write [c] for confidential and 32000p for provisional. In text, a
note stands in brackets after the number: `32000 [p]`, `[c]`.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from .errors import cell_problem, row_problem

NOTE = re.compile(r"[^\x00-\x1f\x7f\[\]]{1,20}")
BEFORE = ("~",)  # which stand before the number
LIMITS = ("<", ">", "≤", "≥")  # <5 in place of a number says what it means
MARGIN = "±"  # 46% ± 3
INEXACT = ("~", "u", "small")  # the number stands for others near it
MEANINGS = {
    "c": gettext_noop("confidential"),
    "x": gettext_noop("not available"),
    "z": gettext_noop("not applicable"),
    "low": gettext_noop("low: more than zero, and too low to show"),
    "u": gettext_noop("of low reliability"),
    "small": gettext_noop("from a small sample"),
    "e": gettext_noop("estimated"),
    "p": gettext_noop("provisional"),
    "r": gettext_noop("revised"),
    "b": gettext_noop("break in the series"),
    "f": gettext_noop("forecast"),
    "d": gettext_noop("definition differs"),
    "~": gettext_noop("about"),
}


def parse_notes(number, row, columns, problems):
    """Return the notes of a stored row; what is wrong with them goes to `problems`."""
    notes = row.get("notes", {})
    if not isinstance(notes, dict):
        problems.append(row_problem(number, _("its notes are no mapping")))
        return {}
    by_key = {column.key: column for column in columns}
    for key, mark in notes.items():
        column = by_key.get(key)
        if column is None or column.type == "text":
            what = _("a note is of no column of numbers")
            problems.append(row_problem(number, what))
        elif not isinstance(mark, str) or not NOTE.fullmatch(mark):
            what = _("a note has 1 to 20 characters and no brackets")
            problems.append(cell_problem(number, column.label, what))
    # In the order of the columns, whatever a database made of it.
    return {key: notes[key] for key in by_key if key in notes}


def with_note(text, mark):
    """Return a cell's text with its note, as it is read again."""
    return f"{text} [{mark}]".strip() if mark else text


def shown_with_note(text, mark, is_missing):
    """Return a number with its mark as readers see it: <5, 32,000 [p]; [c] for none."""
    if not mark:
        return text
    if is_missing:
        return mark if mark.startswith(LIMITS) else f"[{mark}]"
    if mark in BEFORE or mark in LIMITS:
        return f"{mark}{text}"
    if mark.startswith(MARGIN):
        return f"{text} {mark}"
    return f"{text} [{mark}]"


def is_limit(mark):
    """Return whether a mark says that the number is no more, or no less, than that."""
    return mark.startswith(LIMITS)


def is_inexact(mark):
    """Return whether a number with the mark is not to be drawn as an exact one."""
    return mark in INEXACT or mark.startswith(MARGIN)


def meaning_of(mark):
    """Return what a mark means in words, or nothing where only the source knows."""
    return _(MEANINGS[mark]) if mark in MEANINGS else ""


def noted(text, row, column, value):
    """Return the text of a row's cell with its mark, as readers see it."""
    return shown_with_note(text, row.notes.get(column.key, ""), value is None)


def footnotes(rows):
    """Return the marks that need a word below the table, each with its meaning or "".

    What stands before a number explains itself.
    """
    marks = dict.fromkeys(mark for row in rows for mark in row.notes.values())
    return [
        {"mark": f"[{mark}]", "meaning": meaning_of(mark)}
        for mark in marks
        if mark not in BEFORE and not mark.startswith((*LIMITS, MARGIN))
    ]
