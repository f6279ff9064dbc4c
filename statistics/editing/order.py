"""Describe the order of the rows in the panel, and offer the order of one click."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statistics.table.choices import RowOrder

from ..charts import Form
from ..table.order import ordinals_of, rows_in_order
from ..table.ordinals import Kind

THESE_ARE = {
    Kind.YEARS: gettext_lazy("These are years"),
    Kind.QUARTERS: gettext_lazy("These are quarters"),
    Kind.MONTHS: gettext_lazy("These are months"),
    Kind.DATES: gettext_lazy("These are dates"),
    Kind.WEEKDAYS: gettext_lazy("These are days of the week"),
    Kind.BANDS: gettext_lazy("These are steps from low to high"),
    Kind.LEVELS: gettext_lazy("These are levels"),
    Kind.ANSWERS: gettext_lazy("These are answers on a scale"),
}


def about_order(item, form):
    """Return a sentence, and the order that its button gives.

    None where nothing is to say.

    `form` is the form that the table is drawn in.
    """
    found = ordinals_of(item.table)
    if not found:
        return None
    these = str(THESE_ARE[found.kind])
    if item.row_order == RowOrder.AUTO:
        if form == Form.LINE:
            sentence = _("%s: in their order they make a line")
        else:
            sentence = _("%s, which stand in their own order")
        return _answer(sentence % these, _("order by size instead"), RowOrder.VALUE)
    if rows_in_order(item.table, item.row_order) == rows_in_order(
        item.table, RowOrder.AUTO
    ):
        return None
    by_size = item.row_order == RowOrder.VALUE
    sentence = (
        _("%s, and stand by size") if by_size else _("%s, and stand in another order")
    )
    if found.is_time and len(set(found.places)) > 2:
        sentence = (
            _("%s, and stand by size: in their order they make a line")
            if by_size
            else _("%s: in their order they make a line")
        )
    return _answer(sentence % these, _("put them in their order"), RowOrder.AUTO)


def _answer(sentence, change, row_order):
    return {"sentence": sentence, "change": change, "row_order": row_order}
