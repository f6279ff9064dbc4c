"""List what a table says of its numbers: who found them, and what they count."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Provenance(models.TextChoices):
    NOT_SAID = "", _("Not said")
    OFFICIAL = "official", _("Official statistics")
    SURVEY = "survey", _("Survey")
    WORKED_OUT = "worked_out", _("Worked out from other numbers")
    CLAIMED = "claimed", _("Claimed by this guide’s founding document")


class Statistic(models.TextChoices):
    NOT_SAID = "", _("Not said")
    MEAN = "mean", _("Mean")
    MEDIAN = "median", _("Median")
    P10 = "p10", _("10th percentile")
    P25 = "p25", _("25th percentile")
    P75 = "p75", _("75th percentile")
    P90 = "p90", _("90th percentile")


class PayTax(models.TextChoices):
    NOT_SAID = "", _("Not said")
    GROSS = "gross", _("Before tax")
    NET = "net", _("After tax")


class PayParts(models.TextChoices):
    NOT_SAID = "", _("Not said")
    BASE = "base", _("Base pay only")
    TOTAL = "total", _("Pay with bonuses")


class PayPeriod(models.TextChoices):
    NOT_SAID = "", _("Not said")
    HOUR = "hour", _("Per hour")
    WEEK = "week", _("Per week")
    MONTH = "month", _("Per month")
    YEAR = "year", _("Per year")


class Prices(models.TextChoices):
    NOT_SAID = "", _("Not said")
    NOMINAL = "nominal", _("As paid at the time")
    CONSTANT = "constant", _("At the prices of one year")
