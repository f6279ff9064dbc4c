"""Write short dates as the active language does: 28 Nov 2026, 28.11.2026."""

from babel.dates import format_date, format_time

from .locales import locale_of
from .writing import digits_text


def short_date(day):
    """Return a date for lists: its month is a word where the language writes it so."""
    return digits_text(format_date(day, "medium", locale=locale_of()))


def short_moment(moment):
    """Return a date with its hour, for lists; the caller chooses the time zone."""
    locale = locale_of()
    form = locale.datetime_formats.get("medium", "{1} {0}")
    form = form.replace("'", "")
    return form.replace("{1}", short_date(moment)).replace("{0}", short_time(moment))


def short_time(moment):
    """Return an hour: 15:52, or 3:52 PM in the United States."""
    return digits_text(format_time(moment, "short", locale=locale_of()))
