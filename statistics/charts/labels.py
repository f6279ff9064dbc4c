"""Label the forecasts of a chart."""

from django.utils.html import format_html
from django.utils.translation import gettext as _


def forecast_label(point):
    """Return the word after a label whose value nobody has measured yet."""
    if not point.forecast:
        return ""
    return format_html(' <span class="forecast">({})</span>', _("forecast"))
