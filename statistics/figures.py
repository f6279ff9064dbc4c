"""Choose the figure of a table: which column is drawn, in which order and form."""

import logging

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.caching.memory import digest, memory_cache
from careerguide.languages.speaking import speaking
from careerguide.languages.writing import digits_text
from careerguide.markup.directions import other_language_html
from careerguide.publishing.models.languages import in_own_language, language_of
from statistics.table.cell_notes import is_inexact, is_limit
from statistics.table.choices import ChartForm, RowOrder
from statistics.table.schema import cell_text

from .charts import ChartError, Figure, Form, Point, chart_html, check, choose
from .table.order import axis_index, ordinals_of

logger = logging.getLogger(__name__)

# What a figure shows of its table.
SHOWN = (
    *("slug", "title", "subtitle", "data", "chart_form", "row_order"),
    *("source_name", "source_url", "provenance", "sample_size", "margin", "place"),
    "language",
)


def figure_of(item, heading_id=""):
    """Return the figure of a `StatTable`.

    Its id is that of the element that titles it.
    """
    table = item.table
    index = table.measure_index
    column = None if index is None else table.columns[index]
    # In an order that somebody chose, rows go by their names.
    is_auto = item.row_order == RowOrder.AUTO
    axis = axis_index(table) if is_auto else table.label_index
    found = ordinals_of(table, axis)
    times = found.places if found and found.is_time else ()
    at = dict(zip((id(row) for row in _measured(table.rows)), times, strict=False))
    named = bool(table.columns) and table.columns[axis].type == "text"
    return Figure(
        id=heading_id or item.figure_id,
        title=item.title,
        points=tuple(
            Point(
                _text(row.cells[axis], named),
                forecast=row.forecast,
                at=at.get(id(row)),
                **_value(row, index, column),
            )
            for row in _measured(item.ordered_rows)
        ),
        column=column,
        unit=item.subtitle,
        source=item.source_name,
        over_time=bool(times),
        ranked=any(c.type == "rank" for c in table.columns),
        diverging=table.diverging,
    )


def _measured(rows):
    return [row for row in rows if not row.total]


def _value(row, index, column):
    """What a point says of how much: a value, or a limit that is not drawn."""
    if column is None:
        return {"value": None}
    cell, note = row.cells[index], row.notes.get(column.key, "")
    if is_limit(note):
        return {"value": None, "limit": cell, "note": note}
    return {"value": cell, "note": note}


def _text(cell, named):
    if cell is None:
        return ""
    return cell_text(cell) if named else digits_text(cell_text(cell))


def chart_form(item, figure):
    """Return the form a table is drawn in, and why it has none where it is `Form.NONE`.

    Raises `ChartError` where an editor chose a form that does not fit.
    """
    measures = [column for column in item.table.columns if column.is_measure]
    if item.chart_form == ChartForm.NONE:
        return Form.NONE, _("no chart was chosen")
    if item.chart_form == ChartForm.AUTO:
        if len(measures) > 1:
            sentence = ngettext(
                "%d column of numbers: a chart shows one",
                "%d columns of numbers: a chart shows one",
                len(measures),
            )
            return Form.NONE, sentence % len(measures)
        return choose(figure)
    form = Form(item.chart_form)
    check(figure, form)
    return form, ""


def has_chart(item):
    """Return whether pages draw the table, or show its plain rows."""
    try:
        return chart_form(item, figure_of(item))[0] != Form.NONE
    except ChartError:
        return False


def chart_notes(item):
    """Return sentences on the values that a chart of bars does not draw as exact."""
    table = item.table
    if table.measure_index is None:
        return []
    key = table.columns[table.measure_index].key
    marks = [row.notes.get(key, "") for row in _measured(table.rows)]
    sentences = []
    if any(map(is_limit, marks)):
        sentences.append(_("Where only a limit is known, nothing is drawn."))
    if any(map(is_inexact, marks)):
        sentences.append(_("Pale bars stand for numbers that are not exact."))
    return sentences


def figure_html(item, heading_id="", level=3, css=""):
    """Return the figure as pages show it: title, chart or plain table, source.

    It depends on nothing but these values, and is kept in memory by them.
    """
    spoken = other_language_html(language_of(item))
    context = {"heading_id": heading_id, "level": level, "css": css, "spoken": spoken}
    shown = [getattr(item, field) for field in SHOWN]
    with speaking(language_of(item)):
        return memory_cache.get(
            digest("figure", *context.values(), *shown),
            lambda: render_to_string(
                "statistics/_figure.html", context | {"table": item}
            ),
        )


@in_own_language
def plain_figure_html(item, heading_id=""):
    """Return the figure without its drawing: its title, all its numbers, its source.

    Addresses in it are absolute. `heading_id` is of no use here: nothing leads to it.
    """
    shown = [getattr(item, field) for field in SHOWN]
    address = f"{settings.SITE_URL}{item.get_absolute_url()}"
    return memory_cache.get(
        digest("plain figure", address, *shown),
        lambda: render_to_string(
            "statistics/_plain_figure.html", {"table": item, "address": address}
        ),
    )


@in_own_language
def chart_of(item, heading_id="", draw=chart_html):
    """Return the chart as HTML, or nothing where the plain table serves readers better.

    A page never fails because of a chart.
    """
    try:
        figure = figure_of(item, heading_id)
        form, _reason = chart_form(item, figure)
        return draw(figure, form)
    except ChartError as error:
        logger.warning("The chart of %s: %s", item.slug, error)
        return ""
