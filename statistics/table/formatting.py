"""Format numbers as readers see them: in one place for chart, table and text.

They are written as the language of the site writes numbers, with the decimals that
their source gave: a number keeps its digits, whatever marks stand between them.
"""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from careerguide.languages.numbers import MINUS
from careerguide.languages.writing import (
    ENGLISH_SIGNS,
    EXACT,
    digits_text,
    money_writer,
    number_writer,
    percent_writer,
)

__all__ = ["EXACT", "MINUS", "SYMBOLS", "format_value", "value_writer"]

SYMBOLS = ENGLISH_SIGNS


def format_value(value, column):
    """Return a cell for readers: 85000 as $85,000 or 85.000 $, None as no data.

    `value` is a Decimal, a str or None; the precision is the source's unless the
    column states its `decimals`.
    """
    return _("no data") if value is None else _writer_of(column)(value)


def value_writer(column):
    """A function that writes the cells of a column, in the language that is active.

    Without a column there are no values to write.
    """
    no_data = _("no data")
    write = _writer_of(column)
    return lambda value: no_data if value is None else write(value)


def _writer_of(column):
    if column is None or column.type == "text":
        return str
    if column.type in ("year", "rank"):
        return lambda value: digits_text(f"{value:f}")
    if column.type == "percent":
        write = percent_writer()
    elif column.type == "money":
        write = money_writer(column.currency, column.scale)
    else:
        write = number_writer(column.scale)
    if column.decimals is None:
        return write
    step = Decimal(1).scaleb(-column.decimals)
    return lambda value: write(
        value.quantize(step, rounding=ROUND_HALF_UP, context=EXACT)
    )
