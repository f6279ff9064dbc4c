"""Render the chart as a picture, or the site's general card in its place."""

from django.urls import reverse
from django.utils.translation import gettext as _

from careerguide.caching.memory import digest, memory_cache
from careerguide.identity.current import current
from careerguide.identity.palette import palette_of
from careerguide.publishing.models.languages import in_own_language
from statistics.charts.site_card import general_card_svg

from ..charts import ChartError, Form
from ..charts.card import card_png, card_svg, check_card
from ..charts.card_canvas import HEIGHT, WIDTH
from ..charts.rules import MAX_ROWS
from ..figures import SHOWN, chart_form, figure_of


def svg_bytes(item):
    return _svg(item).encode()


def png_bytes(item):
    return card_png(_svg(item))


def has_picture(item):
    """Return whether the table's own chart is on its card.

    A page asks several times, and each measures all texts: kept by what is drawn.
    """
    shown = [getattr(item, field) for field in SHOWN]
    key = digest("has picture", *shown)
    return memory_cache.get(key, lambda: _drawable(item) is not None)


def preview_picture(item, path=""):
    """Return (path, width, height, description) of its chart, or None."""
    if not has_picture(item):
        return None
    path = path or reverse("statistics:png", args=[item.slug])
    return path, WIDTH, HEIGHT, _("Chart: %s") % item.title


@in_own_language
def _svg(item):
    drawable, site = _drawable(item), current()
    if drawable is None:
        return general_card_svg(site.name, site.mark, palette_of(site))
    return card_svg(*drawable, site.name, palette_of(site))


def _drawable(item):
    """The figure and its form; None where no chart fits or no card can hold it."""
    if sum(not row.total for row in item.table.rows) > MAX_ROWS:
        return None
    try:
        figure = figure_of(item)
        form, _reason = chart_form(item, figure)
        check_card(figure)
    except ChartError:
        return None
    return None if form == Form.NONE else (figure, form)
