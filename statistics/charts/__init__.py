"""Draw charts as HTML by pure functions: no model, no file, no script.

docs/adr/0006-charts-drawn-by-us.md says why.
"""

from django.utils.html import format_html
from django.utils.translation import gettext as _

from . import bars, line, parts, ranking
from .figure import ChartError, Figure, Form, Point, in_this_language
from .rules import check, choose

__all__ = [
    "ChartError",
    "Figure",
    "Form",
    "Point",
    "chart_html",
    "check",
    "choose",
    "picture_html",
]

_DRAW = {
    Form.BARS: bars.draw,
    Form.PARTS: parts.draw,
    Form.LINE: line.draw,
    Form.LIST: ranking.draw,
}


def chart_html(figure, form):
    """The chart of a figure in a form, as safe HTML without its title and source.

    It holds every number as text for a screen reader. Raises `ChartError` where the
    form does not fit; `Form.NONE` draws nothing.
    """
    figure = in_this_language(figure)
    check(figure, form)
    return _DRAW[form](figure) if form in _DRAW else ""


def picture_html(figure, form):
    """The same chart as a picture, for a page that holds the numbers in a table."""
    figure = in_this_language(figure)
    check(figure, form)
    if form == Form.LINE:
        return line.draw(figure, numbers=False)
    if form not in (Form.BARS, Form.PARTS):
        return ""
    return format_html(
        '<div role="img" aria-label="{}"><div aria-hidden="true">{}</div></div>',
        _("Chart: %s. Its numbers are in the table below.") % figure.title,
        _DRAW[form](figure),
    )
