"""List the choices of a table: its chart form and its row order."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChartForm(models.TextChoices):
    AUTO = "auto", _("Whatever fits the numbers")
    BARS = "bars", _("Bars")
    PARTS = "parts", _("Parts of a whole")
    LINE = "line", _("Line over time")
    LIST = "list", _("Numbered list")
    NONE = "none", _("No chart")


class RowOrder(models.TextChoices):
    AUTO = "auto", _("Whatever fits the rows")
    VALUE = "value", _("By value, largest first")
    GIVEN = "given", _("As given")
