"""Ask about a single letter after numbers: 85p may be pence, 8849m metres.

As a mark of statistical offices, or as a scale, it is read where nothing in the column
speaks against it.
"""

from dataclasses import replace

from django.utils.translation import gettext as _

from statistics.table.errors import about_column, shortened

from .kind import Kind
from .subjects import is_counted, is_measured

SCALES = set("kKmMB")
MOST_DIGITS = 3  # of a number with a scale: nobody writes 5772 thousand
WITH_PENCE = frozenset(("GBP", "GIP", "FKP", "SHP", "INR", "PKR", "EGP", "SYP", "LBP"))


def doubtful_mark(cells):
    """Return a `Kind` that asks about letters read as marks, or None.

    They are doubtful in a column of money, and where all numbers have the same one.
    """
    marked_cells = [
        (text, amount)
        for text, amount in zip(cells.texts, cells.amounts, strict=True)
        if amount and _has_letter(text, amount)
    ]
    if not marked_cells:
        return None
    label, letter, cell = (
        cells.column.label,
        marked_cells[0][1].note,
        shortened(marked_cells[0][0]),
    )
    parts = {"label": label, "letter": letter, "cell": cell}
    parts["marked"] = marked(cell, marked_cells[0][1])
    letters = {amount.note for _text, amount in marked_cells}
    if len(marked_cells) == len(cells.numbers) and len(letters) == 1:
        sentence = _(
            "Column “%(label)s”: “%(letter)s” beside its numbers may be a unit, or a "
            "mark such as “provisional”. If it is the unit, write “%(line)s”; if it is "
            "a mark, write it in brackets: “%(marked)s”."
        )
        return _as_unit(cells.column, letter, sentence, parts)
    signed = any(amount.sign for amount in cells.numbers)
    if not signed or all(amount.sign for _text, amount in marked_cells):
        return None
    sentence = _(
        "Column “%(label)s”: the “%(letter)s” of “%(cell)s” may be a part of the "
        "currency, such as pence, or a mark such as “provisional”. Write all amounts "
        "in one currency; if it is a mark, write it in brackets: “%(marked)s”."
    )
    problem = about_column(sentence % parts, label)
    text = replace(cells.column, type="text")
    return Kind(text, problem, text, _("Make it text"), (problem,))


def doubtful_scale(cells):
    """Return a `Kind` that asks about a letter read as a scale, or None.

    Two scales in a column, a currency, or a label of what is counted tell that it is.
    """
    scales = {amount.scale for amount in cells.numbers if amount.scale}
    if len(scales) != 1 or not scales <= SCALES:
        return None
    if any(amount.sign or amount.percent for amount in cells.numbers):
        return None
    label, letter = cells.column.label, scales.pop()
    is_divided = any(getattr(text, "divided", False) for text in cells.texts)
    if is_divided or (is_counted(label) and not _are_too_large(cells)):
        return None
    if letter in "kMB" and not (is_measured(label) or _are_too_large(cells)):
        return None
    sentence = _(
        "Column “%(label)s”: “%(letter)s” beside its numbers may be a scale, such as "
        "thousand or million, or a unit. If it is the unit, write “%(line)s”; "
        "otherwise write the numbers in full."
    )
    parts = {"label": label, "letter": letter}
    return _as_unit(cells.column, letter, sentence, parts)


def may_be_pence(cell, amount, currency):
    """Return whether the p of 5p in a column of pounds may be pence, and no mark."""
    return (
        amount.note == "p"
        and not amount.sign
        and currency in WITH_PENCE
        and _has_letter(cell, amount)
        and not _is_long(amount)
    )


def marked(cell, amount):
    """Return the cell with its letter in brackets, as a mark is written: 5 [p]."""
    return f"{cell.strip().removesuffix(amount.note).strip()} [{amount.note}]"


def _is_long(amount):
    number = next(iter(amount.readings.values())).lstrip("-")
    return len(number.partition(".")[0]) > MOST_DIGITS


def _as_unit(column, letter, sentence, parts):
    column = replace(column, type="decimal", unit=letter)
    line = f"{column.label}: decimal, unit {letter}"
    problem = about_column(sentence % (parts | {"line": line}), column.label)
    change = _("Take “%s” as the unit") % letter
    return Kind(column, problem, column, change, (problem,))


def _has_letter(text, amount):
    note = amount.note
    return (
        len(note) == 1
        and note.isalpha()
        and (hasattr(text, "amount") or text.rstrip().endswith(note))
    )


def _are_too_large(cells):
    return any(_is_long(a) for a in cells.numbers if a.scale)
