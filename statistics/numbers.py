"""Numbers as readers see them: one place for chart, table and text alike.

They are written as their source wrote them, in English, whatever the language of the
site: “$1,234.5bn” can be compared with the source, and cited. Only “no data” is ours.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

from django.utils.translation import gettext as _

MINUS = "\N{MINUS SIGN}"
SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹"}
# Python's own 28 digits would round, or refuse, the longest numbers a table takes.
EXACT = Context(prec=60)
SHORT_SCALES = {"thousand": "k", "million": "m", "billion": "bn", "trillion": "tn"}


def format_value(value, column):
    """A cell for readers: 85000 as $85,000, 25 as 25%, None as no data.

    `value` is a Decimal, a str or None; the precision is the source's unless the
    column states its `decimals`.
    """
    if value is None:
        return _("no data")
    if column.type == "text":
        return value
    if column.type in ("year", "rank"):
        return f"{value:f}"
    if column.decimals is not None:
        step = Decimal(1).scaleb(-column.decimals)
        value = value.quantize(step, rounding=ROUND_HALF_UP, context=EXACT)
    sign = MINUS if value < 0 else ""
    digits = f"{value.copy_abs():,f}"
    if column.type == "percent":
        return f"{sign}{digits}%"
    scale = SHORT_SCALES.get(column.scale, "")
    if column.type != "money":
        return f"{sign}{digits}{scale}"
    if symbol := SYMBOLS.get(column.currency):
        return f"{sign}{symbol}{digits}{scale}"
    return f"{sign}{column.currency}\N{NO-BREAK SPACE}{digits}{scale}"
