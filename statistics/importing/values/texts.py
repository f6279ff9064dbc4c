"""Explain why a column holds texts, though its cells may be digits."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statistics.table import moments
from statistics.table.errors import shortened
from statistics.table.ordinals import ordinals
from statistics.table.schema import MAX_DIGITS

from .decimal_mark import looks_like_times
from .identifiers import says_identifier
from .label_cells import like_numbers, reason_for_labels
from .words import says_numbering, says_time
from .year_words import says_year

DAY = re.compile(r"(?:19|20)[0-9]{6}")
MONTH = re.compile(r"(?:19|20)[0-9]{2}\.?[0-9]{2}")
MANY = 3  # days whose label does not say that they are
NUMBERING = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3})*\.?")


def reason_for_text(cells):
    """A sentence, "" where the cells are words, or None for a column of numbers."""
    label, numbers = cells.column.label, cells.numbers
    if not numbers:
        return like_numbers(cells)
    if reason := reason_for_labels(cells):
        return reason
    for text, amount in zip(cells.texts, cells.amounts, strict=True):
        if amount and amount.begins_with_zero and not amount.exponent:
            sentence = _("%(label)s: text, as “%(cell)s” begins with 0.")
            if not text.strip().lstrip("+-−'").startswith("0"):
                sentence = _(
                    "%(label)s: text, as the number in “%(cell)s” begins with 0."
                )
            return sentence % {"label": label, "cell": shortened(text)}
    if not cells.is_number:
        return _too_few_numbers(cells)
    bare = not any(a.sign or a.percent or a.power for a in numbers)
    if bare and says_identifier(label):
        sentence = _(
            "%s: text, as its name says that it holds codes or numbers of things."
        )
        return sentence % label
    if bare and _is_numbering(cells):
        return _("%s: text, as its cells number the rows.") % label
    if bare and _are_dates(cells):
        return _("%s: text, as its cells look like dates or years.") % label
    if any(a.word for a in numbers) and _name_times(cells.filled):
        sentence = _(
            "%(label)s: text, as cells such as “%(cell)s” name years or dates."
        )
        return sentence % {"label": label, "cell": shortened(cells.filled[0])}
    if bare and says_time(label) and looks_like_times(cells.filled):
        return _("%s: text, as its cells look like times or days.") % label
    if any(map(_is_too_long, cells.filled)):
        return _("%(label)s: text, as it holds more than %(most)d digits.") % {
            "label": label,
            "most": MAX_DIGITS,
        }
    return None


def _too_few_numbers(cells):
    others = [
        text
        for text, amount, mark in zip(
            cells.texts, cells.amounts, cells.no_value_marks, strict=True
        )
        if mark is None and not amount
    ]
    sentence = ngettext(
        "%(label)s holds %(count)d cell that is no number (%(cells)s): read as text.",
        "%(label)s holds %(count)d cells that are no numbers (%(cells)s): read as "
        "text.",
        len(others),
    )
    some = ", ".join(f"“{shortened(text)}”" for text in dict.fromkeys(others[:3]))
    more = ", …" if len(others) > 3 else ""
    parts = {"label": cells.column.label, "count": len(others), "cells": some + more}
    return sentence % parts


def _are_dates(cells):
    """Whether digits without marks are days, months or years of school: 20240131."""
    label, texts = cells.column.label, [text.strip() for text in cells.filled]
    named = says_year(label) or says_time(label)
    if all(DAY.fullmatch(text) for text in texts):
        return (named or len(texts) >= MANY) and all(map(moments.date, texts))
    if not named or not all(MONTH.fullmatch(text) for text in texts):
        return False
    return any(all(map(read, texts)) for read in (moments.split_year, moments.month))


def _name_times(texts):
    """Whether words beside the numbers make years or dates of them: FYE 2022."""
    if any(hasattr(text, "amount") for text in texts):
        return False  # numbers of a workbook, whose format adds the words
    found = ordinals(texts)
    return bool(found and found.is_time)


def _is_numbering(cells):
    """1.1, 1.2, 2.1: below a name that says so, or first and one after the other."""
    texts = [text.strip() for text in cells.filled]
    if not all(NUMBERING.fullmatch(text) for text in texts):
        return False
    if not any("." in text for text in texts):
        return False
    if says_numbering(cells.column.label):
        return True
    numbers = [tuple(map(int, text.rstrip(".").split("."))) for text in texts]
    return (
        cells.place == 0
        and len(numbers) > 1
        and numbers[0] in ((1,), (1, 1), (0,), (1, 0))
        and all(_follows(*pair) for pair in zip(numbers, numbers[1:], strict=False))
    )


def _follows(before, after):
    """Whether one number of a list comes right after another: 2 or 1.3 after 1.2."""
    deeper = after == (*before, 1)
    return deeper or any(
        after[: place + 1] == (*before[:place], before[place] + 1)
        and set(after[place + 1 :]) <= {1}
        for place in range(min(len(before), len(after)))
    )


def _is_too_long(text):
    return sum(character.isdigit() for character in text) > MAX_DIGITS
