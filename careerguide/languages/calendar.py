"""Write dates as CLDR has them where Django does not know a language."""

import re
from types import SimpleNamespace

from django.utils.dates import MONTHS, MONTHS_3, MONTHS_AP, WEEKDAYS, WEEKDAYS_ABBR

from .locales import locale_of

# Django's letters for those of a CLDR pattern.
LETTERS = {"y": "Y", "MMMM": "F", "MMM": "M", "MM": "m", "M": "n", "dd": "d", "d": "j"}
LETTERS |= {"EEEE": "l", "E": "D", "HH": "H", "H": "G", "hh": "h", "h": "g", "mm": "i"}
LETTERS |= {"a": "A", "B": "A", "L": "n", "LL": "m", "LLL": "M", "LLLL": "F"}
PIECE = re.compile(r"'(?P<quoted>[^']*)'|(?P<field>([A-Za-z])\3*)|(?P<other>.)", re.S)


def formats(language):
    """Return what Django asks a language's module of formats for."""
    locale = locale_of(language)
    day = django_format(locale.date_formats["long"].pattern)
    hour = django_format(locale.time_formats["short"].pattern)
    return SimpleNamespace(
        DATE_FORMAT=day,
        TIME_FORMAT=hour,
        DATETIME_FORMAT=f"{day} {hour}",
        SHORT_DATE_FORMAT=django_format(locale.date_formats["short"].pattern),
        FIRST_DAY_OF_WEEK=(locale.first_week_day + 1) % 7,
    )


def django_format(pattern):
    """Return a pattern of CLDR in Django's letters: “d MMMM y” is “j F Y”."""

    def written(piece):
        if piece["field"]:
            return LETTERS.get(piece["field"], LETTERS.get(piece["field"][0], ""))
        return re.sub(
            r"([A-Za-z\\])", r"\\\1", piece["quoted"] or piece["other"] or "'"
        )

    return PIECE.sub(written, pattern).strip()


def words(language):
    """Return months, days and halves of the day as Django's catalogues have them."""
    locale = locale_of(language)
    months, days = locale.months["format"], locale.days["format"]
    found = {}
    for number in range(1, 13):
        found[_key(MONTHS[number])] = months["wide"][number]
        found[f"alt. month\x04{_key(MONTHS[number])}"] = months["wide"][number]
        found[_key(MONTHS_3[number])] = months["abbreviated"][number]
        found[f"abbrev. month\x04{_key(MONTHS_AP[number])}"] = months["abbreviated"][
            number
        ]
    for number in range(7):
        found[_key(WEEKDAYS[number])] = days["wide"][number]
        found[_key(WEEKDAYS_ABBR[number])] = days["abbreviated"][number]
    halves = locale.day_periods["format"]["abbreviated"]
    for key in ("am", "pm"):
        if key in halves:
            found[key.upper()] = found[f"{key[0]}.m."] = halves[key]
    return found


def _key(lazy):
    """The English text of a lazy translation."""
    return lazy._args[-1]
