"""Keep digits of a typed number that its workbook does not show, and say so."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.scales import EXPONENTS
from statistics.importing.values.digits import POINT

SOME = 3


def shown_decimals(cells, column):
    """Return how many decimals the workbook shows, or None where all are shown.

    Where formats differ it is the most of them, so that no shown digit is hidden.
    """
    found = list(_numbers(cells, column))
    if not any(cell.rounded for cell, _number, _places in found):
        return None
    most = max(places for _cell, _number, places in found)
    hides = any(_decimals(number) > most for _cell, number, _places in found)
    return most if hides else None


def sentences(cells, column):
    """Yield what the workbook shows in another way than readers see it."""
    if not column.is_measure:
        return
    if cells.column.decimals is None and column.decimals is not None:
        sentence = ngettext(
            "Readers see %d decimal, as the workbook shows; it holds more.",
            "Readers see %d decimals, as the workbook shows; it holds more.",
            column.decimals,
        )
        yield sentence % column.decimals
    different = [
        _("“%(number)s” (shown as %(shown)s)")
        % {"number": cell, "shown": cell.rounded.in_our_notation(POINT)}
        for cell, number, _places in _numbers(cells, column)
        if cell.rounded and _seen(number, column) != _of(cell.rounded, column)
    ]
    if different:
        sentence = ngettext(
            "The workbook shows %(count)d number rounded; its digits were kept: "
            "%(some)s.",
            "The workbook shows %(count)d numbers rounded; their digits were kept: "
            "%(some)s.",
            len(different),
        )
        some = ", ".join(different[:SOME]) + ", …" * (len(different) > SOME)
        yield sentence % {"count": len(different), "some": some}


def _numbers(cells, column):
    """Cells of a workbook, their numbers in the column's scale, their decimals."""
    for cell in cells.texts:
        if not hasattr(cell, "rounded"):
            continue
        number = _of(cell.amount, column)
        power = cell.amount.power - EXPONENTS.get(column.scale, 0)
        known = cell.places is not None
        places = cell.places - power if known else _decimals(number)
        yield cell, number, max(0, places)


def _of(amount, column):
    power = amount.power - EXPONENTS.get(column.scale, 0)
    return Decimal(amount.readings[POINT]).scaleb(power)


def _seen(number, column):
    if column.decimals is None:
        return number
    step = Decimal(1).scaleb(-column.decimals)
    return number.quantize(step, rounding=ROUND_HALF_UP)


def _decimals(number):
    return max(0, -number.normalize().as_tuple().exponent)
