"""Define fields for hours: named by zone, and right when clocks are changed."""

from datetime import UTC, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from careerguide.languages.dates import short_time

# The first and the last years that can be told lie beyond the edge in other zones.
YEARS = range(2000, 3000)


class LocalDateTimeField(forms.SplitDateTimeField):
    """Date and time in the current zone.

    An hour that the spring leaves out, or the autumn has twice, is asked about.
    """

    def compress(self, data_list):
        day = data_list and data_list[0]
        if day and day.year not in YEARS:
            raise ValidationError(
                _("Choose a year between %(first)d and %(last)d.")
                % {"first": YEARS[0], "last": YEARS[-1]},
                code="invalid",
            )
        try:
            return super().compress(data_list)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
        raise ValidationError(_problem(*data_list), code="ambiguous_timezone")


def _problem(day, hour):
    """Which of the two it is, and what to type instead."""
    zone = timezone.get_current_timezone()
    naive = datetime.combine(day, hour)
    named = {"time": short_time(hour), "day": date_format(day), "zone": zone.key}
    offsets = {naive.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}
    gap = max(offsets) - min(offsets)
    if _exists(naive, zone):
        return (
            _(
                "%(time)s comes twice on %(day)s in %(zone)s, as clocks go back. "
                "Choose an hour before or after."
            )
            % named
        )
    later = naive + gap
    return _(
        "%(time)s does not exist on %(day)s in %(zone)s, as clocks go forward. Choose "
        "%(later)s, or an hour before."
    ) % (named | {"later": short_time(later)})


def _exists(naive, zone):
    moment = naive.replace(tzinfo=zone)
    back = moment.astimezone(UTC).astimezone(zone)
    return back.replace(tzinfo=None) == naive
