"""Charts as HTML with small drawings, made by pure functions: no model, no file, no
script. docs/adr/0006-charts-drawn-by-us.md says why."""

from . import bars, line, parts, ranking
from .figure import ChartError, Figure, Form, Point, check, choose

__all__ = ["ChartError", "Figure", "Form", "Point", "chart_html", "check", "choose"]

_DRAW = {
    Form.BARS: bars.draw,
    Form.PARTS: parts.draw,
    Form.LINE: line.draw,
    Form.LIST: ranking.draw,
}


def chart_html(figure, form):
    """The chart of a figure in a form, as safe HTML without its title and source.

    Its id is that of the element that titles it. Raises `ChartError` where the form
    does not fit; `Form.NONE` draws nothing.
    """
    check(figure, form)
    return _DRAW[form](figure) if form in _DRAW else ""
