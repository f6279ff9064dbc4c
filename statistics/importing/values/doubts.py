"""Ask about numbers that may lack what others of their column have: scale, percent."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.scales import EXPONENTS
from careerguide.languages.writing import number_text
from statistics.table.errors import cell_problem, shortened

from .scales import NAMES

FAR = 500  # times the others, from which on a number is remarked upon


def scale_of(cells):
    """Return the scale that all numbers share.

    A problem for each that may lack its own.
    """
    powers = {amount.power for amount in cells.numbers}
    if {"M", "MM"} <= {amount.scale for amount in cells.numbers}:
        return "", tuple(_roman_thousands(cells))
    if len(powers) == 1:
        return NAMES.get(powers.pop(), ""), ()
    if 0 not in powers:
        return "", ()
    return "", tuple(_lacking_scale(cells))


def _roman_thousands(cells):
    """Where millions are MM, M is a thousand to some, and a million to others."""
    for row, amount in enumerate(cells.amounts, 1):
        if amount and amount.scale == "M":
            what = _("“%s” may be thousands, as others have “MM”: write it in full")
            cell = shortened(cells.texts[row - 1])
            yield cell_problem(row, cells.column.label, what % cell)


def _lacking_scale(cells):
    word = next(amount.scale for amount in cells.numbers if amount.scale)
    # A format that divides shows small numbers in full: 85k, 900.
    is_divided = any(getattr(text, "divided", False) for text in cells.texts)
    for row, amount in enumerate(cells.amounts, 1):
        if not amount or amount.power:
            continue
        if is_divided and hasattr(cells.texts[row - 1], "amount"):
            continue
        number = next(iter(amount.readings.values())).lstrip("-")
        if len(number.partition(".")[0]) < 4 and number.strip("0."):
            what = _(
                "“%(cell)s” has no “%(word)s”, though others have: write it with "
                "“%(word)s”, or all numbers in full"
            )
            parts = {"cell": shortened(cells.texts[row - 1]), "word": word}
            yield cell_problem(row, cells.column.label, what % parts)


def other_magnitude(cells, column, mark):
    """A sentence on a number that may be written in full: 5,000,000 among millions."""
    power = EXPONENTS.get(column.scale)
    if not power:
        return
    numbers = {
        row: abs(Decimal(text))
        for row, amount in enumerate(cells.amounts)
        if amount and (text := amount.readings.get(cells.reading(row, mark)))
    }
    for row, number in numbers.items():
        others = sorted(n for other, n in numbers.items() if other != row)
        if not others or cells.amounts[row].power or cells.texts[row] in cells.stored:
            continue
        if number >= 10**power and number >= FAR * others[len(others) // 2]:
            sentence = _(
                "%(label)s: “%(cell)s” is far more than the others, and the column is "
                "in units of %(scale)s: if it is written in full, shorten it."
            )
            parts = {"label": column.label, "cell": shortened(cells.texts[row])}
            yield sentence % (parts | {"scale": number_text(10**power)})
            return


def percent_or_share(cells, mark):
    """Yield cells without % that may be shares: 0.25 among 25%.

    In a workbook 1 is 100%.
    """
    for row, amount in enumerate(cells.amounts, 1):
        if amount and not amount.percent:
            number = amount.readings.get(mark, "1").lstrip("-")
            may_be = number.startswith("0.") or hasattr(cells.texts[row - 1], "amount")
            if may_be and number.strip("0."):
                what = _(
                    "“%s” has no percent sign, though others have: write it as they are"
                )
                cell = shortened(cells.texts[row - 1])
                yield cell_problem(row, cells.column.label, what % cell)


def without_percent(cells):
    """The sentence on cells that are read as percentages without a sign of it."""
    bare = [
        shortened(text)
        for text, amount in zip(cells.texts, cells.amounts, strict=True)
        if amount and not amount.percent
    ]
    sentence = ngettext(
        "%(count)d cell has no percent sign and is read as a percentage: %(cells)s.",
        "%(count)d cells have no percent sign and are read as percentages: %(cells)s.",
        len(bare),
    )
    some = ", ".join(f"“{text}”" for text in dict.fromkeys(bare[:3]))
    parts = {"count": len(bare), "cells": some}
    return sentence % parts if bare else ""
