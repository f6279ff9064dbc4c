"""Render the chart as a picture, or the site's general card in its place."""

from django.conf import settings

from careerguide.publishing.models.languages import in_own_language
from statistics.charts.site_card import general_card_svg

from ..charts import ChartError, Form
from ..charts.card import card_png, card_svg, check_card
from ..charts.rules import MAX_ROWS
from ..figures import chart_form, figure_of


def svg_bytes(item):
    return _svg(item).encode()


def png_bytes(item):
    return card_png(_svg(item))


def has_picture(item):
    """Return whether the table's own chart is on its card."""
    return _drawable(item) is not None


@in_own_language
def _svg(item):
    drawable = _drawable(item)
    if drawable is None:
        return general_card_svg(settings.SITE_NAME)
    return card_svg(*drawable, settings.SITE_NAME)


def _drawable(item):
    """The figure and its form; None where no chart fits or no card can hold it."""
    if sum(not row.total for row in item.table.rows) > MAX_ROWS:
        return None
    try:
        figure = figure_of(item)
        form, _reason = chart_form(item, figure)
        check_card(figure, settings.SITE_NAME)
    except ChartError:
        return None
    return None if form == Form.NONE else (figure, form)
