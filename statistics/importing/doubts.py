"""Numbers that may lack what others of their column have: a scale, a percent sign."""

from django.utils.translation import gettext as _

from statistics.problems import cell_problem

from .scales import NAMES


def scale_of(cells):
    """The scale that all numbers share; a problem for each that may lack its own."""
    powers = {amount.power for amount in cells.numbers}
    if len(powers) == 1:
        return NAMES.get(powers.pop(), ""), ()
    if 0 not in powers:
        return "", ()
    return "", tuple(_lacking_scale(cells))


def _lacking_scale(cells):
    word = next(amount.scale for amount in cells.numbers if amount.scale)
    for row, amount in enumerate(cells.amounts, 1):
        if not amount or amount.power or hasattr(cells.texts[row - 1], "amount"):
            continue
        number = next(iter(amount.readings.values())).lstrip("-")
        if len(number.partition(".")[0]) < 4 and number.strip("0."):
            what = _(
                "“%(cell)s” has no “%(word)s”, though others have: write it in full"
            )
            parts = {"cell": cells.texts[row - 1][:40], "word": word}
            yield cell_problem(row, cells.column.label, what % parts)


def percent_or_share(cells, mark):
    """Cells without % that may be shares: 0.25 among 25%."""
    for row, amount in enumerate(cells.amounts, 1):
        if amount and not amount.percent:
            number = amount.readings.get(mark, "1").lstrip("-")
            if number.startswith("0.") and number.strip("0."):
                what = _("“%s” has no % sign, though others have: write it as they are")
                cell = cells.texts[row - 1][:40]
                yield cell_problem(row, cells.column.label, what.replace("%s", cell))
