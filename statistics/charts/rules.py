"""Choose the form of a chart, a line or bars or none, and say why another does not fit.

The rules follow what readers of charts get wrong: no pie, no broken axis, no point that
nobody measured. A form that does not fit is a `ChartError`, a sentence for the editor.
"""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.writing import number_text

from .figure import ChartError, Form

MAX_ROWS = 30
MAX_PARTS = 5
WHOLE = (Decimal(99), Decimal(101))  # rounded parts of 100 % add up to this range


def check(figure, form):
    """Raise `ChartError` if `form` does not fit the figure."""
    _CHECKS[form](figure)


def choose(figure):
    """Return the form that fits best, and why there is none where it is `Form.NONE`."""
    if figure.column is None:
        forms = [Form.LIST]
    elif figure.over_time:
        forms = [Form.LINE, Form.BARS]
    else:
        forms = [Form.PARTS, Form.BARS]
    reason = ""
    for form in forms:
        try:
            check(figure, form)
        except ChartError as error:
            reason = str(error)
        else:
            return form, ""
    return Form.NONE, reason


def _check_any(figure):
    if not figure.title.strip():
        raise ChartError(
            _("it has no title: say in one sentence what the numbers show")
        )
    if len(figure.points) > MAX_ROWS:
        sentence = ngettext(
            "%(count)d row; a chart takes at most %(most)d: show a table, or the first "
            "ten and the rest",
            "%(count)d rows; a chart takes at most %(most)d: show a table, or the "
            "first ten and the rest",
            len(figure.points),
        )
        raise ChartError(sentence % {"count": len(figure.points), "most": MAX_ROWS})
    labels = [point.label for point in figure.points]
    for label in labels:
        if labels.count(label) > 1:
            sentence = _("two rows are called “%s”: give each its own name")
            raise ChartError(sentence % label)


def _check_bars(figure):
    _check_any(figure)
    if figure.column is None:
        raise ChartError(_("it has no numbers: show a list"))
    for point in figure.points:
        value = point.value
        if value is not None and not (isinstance(value, Decimal) and value.is_finite()):
            raise ChartError(_("not a finite number: %r") % value)
    numbers = figure.numbers
    if len(numbers) < 2:
        raise ChartError(_("fewer than two numbers: write them in the text"))
    if not any(numbers):
        raise ChartError(_("all values are zero: say so in the text"))
    if len(set(numbers)) == 1:
        raise ChartError(_("all values are equal: say so in the text"))


def _check_parts(figure):
    _check_bars(figure)
    if figure.column.type != "percent":
        raise ChartError(_("only percentages are parts of a whole: use a bar chart"))
    if len(figure.numbers) < len(figure.points):
        raise ChartError(_("a part is missing: use a bar chart"))
    _check_exact(figure)
    if min(figure.numbers) < 0:
        raise ChartError(_("a part is below zero: use a bar chart"))
    if len(figure.points) > MAX_PARTS:
        sentence = ngettext(
            "%(count)d part; readers can tell %(most)d apart: use a bar chart",
            "%(count)d parts; readers can tell %(most)d apart: use a bar chart",
            len(figure.points),
        )
        raise ChartError(sentence % {"count": len(figure.points), "most": MAX_PARTS})
    total = sum(figure.numbers)
    if not WHOLE[0] <= total <= WHOLE[1]:
        sentence = _("parts add up to %s, not 100: use a bar chart or add Other")
        raise ChartError(sentence % number_text(total.normalize()))


def _check_exact(figure):
    if any(point.is_inexact for point in figure.points):
        raise ChartError(_("a number is not exact, as its mark says: use a bar chart"))


def _check_line(figure):
    _check_bars(figure)
    if not figure.over_time:
        raise ChartError(
            _(
                "a line runs over years, months or quarters, and there is no column of "
                "them"
            )
        )
    _check_exact(figure)
    places = [point.place for point in figure.points]
    if None in places:
        raise ChartError(_("a row has no year: a line needs one for each point"))
    if places != sorted(places):
        raise ChartError(
            _(
                "the years are not in order: choose “Whatever fits the rows” as their "
                "order"
            )
        )
    measured = [p for p in figure.points if p.value is not None and not p.forecast]
    if len(measured) < 3:
        raise ChartError(_("a line needs three measured points: use two bars"))


def _check_list(figure):
    _check_any(figure)
    if not figure.points:
        raise ChartError(_("it has no rows yet"))
    if not figure.ranked:
        raise ChartError(_("a numbered list needs a column of ranks: show a table"))


def _check_none(figure):
    """No chart always fits."""


_CHECKS = {
    Form.BARS: _check_bars,
    Form.PARTS: _check_parts,
    Form.LINE: _check_line,
    Form.LIST: _check_list,
    Form.NONE: _check_none,
}
