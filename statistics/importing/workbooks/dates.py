"""Show days and times of a workbook as the spreadsheet does: Jan 24, 36:00, 2020."""

import datetime
from decimal import ROUND_HALF_UP
from locale import windows_locale

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names, get_period_names

from careerguide.languages.locales import locale_of

LAST_DAY = 2_958_466  # of the year 9999
FALSE_LEAP_DAY = 60  # Excel counts a 29 February 1900, which never was
SECONDS = 24 * 60 * 60
MOST_PLACES = 6  # of a second


def date_text(number, section, starts_1904=False):
    """Return (text, kind) of a number of days.

    An empty text where there is no such day.

    `kind` is "year" where only the year is shown, "time" without a day, else "date".
    """
    tokens = [(kind, text) for kind, text in section.tokens if kind != "locale"]
    if section.has("elapsed"):
        return _elapsed(number, tokens), "time"
    if number < 0 and not _has_day(section):
        text, kind = date_text(-number, section, starts_1904)
        return f"-{text}", kind
    if not 0 <= number < LAST_DAY:
        return "", ""
    moment = _moment(number, starts_1904, _places(tokens))
    if moment is None:
        return "", ""
    letters = [text[0].lower() for kind, text in tokens if kind == "date"]
    if section.has("unknown"):
        has_hours = "h" in letters and moment.time() != datetime.time()
        return f"{moment:%Y-%m-%d}" + f" {moment:%H:%M}" * has_hours, "date"
    kind = "date" if _has_day(section) else "time"
    if kind == "date":
        tokens = _without_midnight(tokens, moment)
    locale = _locale(section)
    text = "".join(_parts(tokens, moment, locale)).strip()
    only_year = set(letters) == {"y"} and text.isdecimal() and len(text) == 4
    return text, "year" if only_year else kind


def _has_day(section):
    letters = {text[0].lower() for kind, text in section.tokens if kind == "date"}
    return bool(letters & set("yd")) or not letters & set("hs")


def _places(tokens):
    """How many decimals of a second are shown."""
    digits = sum(len(text) for kind, text in tokens if kind == "digits")
    return min(digits, MOST_PLACES)


def _parts_of_seconds(number, places):
    """A number of days, in seconds or decimal parts of them."""
    return int((number * SECONDS).scaleb(places).to_integral_value(ROUND_HALF_UP))


def _moment(number, starts_1904, places):
    parts = _parts_of_seconds(number, places)
    days, rest = divmod(parts, SECONDS * 10**places)
    microseconds = rest * 10 ** (MOST_PLACES - places)
    if starts_1904:
        start = datetime.datetime(1904, 1, 1)
    else:
        start = datetime.datetime(1899, 12, 30 if days >= FALSE_LEAP_DAY else 31)
    try:
        return start + datetime.timedelta(days=days, microseconds=microseconds)
    except OverflowError:
        return None


def _without_midnight(tokens, moment):
    """A day's format without the hours and seconds that are zeros by default."""
    letters = [text[0].lower() if kind == "date" else "" for kind, text in tokens]
    if "h" not in letters:
        return tokens
    first = letters.index("h")
    if set(letters[first:]) & set("yd"):
        return tokens
    if moment.time() == datetime.time():
        tokens = tokens[:first]
        while tokens and tokens[-1][0] != "date":
            tokens = tokens[:-1]
        return tokens
    if "s" in letters and not (moment.second or moment.microsecond):
        seconds = end = letters.index("s")
        while end + 1 < len(tokens) and tokens[end + 1][0] in ("point", "digits"):
            end += 1
        return tokens[: seconds - 1] + tokens[end + 1 :]
    return tokens


def _parts(tokens, moment, locale):
    fraction = f"{moment.microsecond:06d}"
    has_meridiem = any(kind == "meridiem" for kind, _text in tokens)
    dates = [place for place, (kind, _text) in enumerate(tokens) if kind == "date"]
    for place, (kind, text) in enumerate(tokens):
        if kind == "date":
            letter = text[0].lower()
            if letter == "m" and _is_minute(tokens, dates, place):
                letter = "minute"
            yield _part(letter, len(text), moment, locale, has_meridiem)
        elif kind == "meridiem":
            yield _half_of_day(text, moment, locale)
        elif kind == "digits":
            yield fraction[: len(text)].ljust(len(text), "0")
            fraction = fraction[len(text) :]
        elif kind != "at":
            yield text


def _half_of_day(text, moment, locale):
    """AM or PM as the language has it; most have only short names of the two."""
    before, _stroke, after = text.partition("/")
    is_morning = moment.hour < 12
    if len(before) == 1 or not before.isascii():
        return before if is_morning else after
    names = get_period_names("abbreviated", "format", locale)
    return names.get("am" if is_morning else "pm", before if is_morning else after)


def _is_minute(tokens, dates, place):
    """m is a minute after an hour or before seconds."""
    at = dates.index(place)
    before = tokens[dates[at - 1]][1][0].lower() if at else ""
    after = tokens[dates[at + 1]][1][0].lower() if at + 1 < len(dates) else ""
    return before == "h" or after == "s"


def _part(letter, length, moment, locale, has_meridiem):
    if letter == "y":
        return f"{moment.year:04d}" if length > 2 else f"{moment.year % 100:02d}"
    if letter == "m" and length > 2:
        width = {3: "abbreviated", 5: "narrow"}.get(length, "wide")
        name = get_month_names(width, locale=locale)[moment.month]
        return name.rstrip(".") if length == 3 else name
    if letter == "d" and length > 2:
        width = "abbreviated" if length == 3 else "wide"
        return get_day_names(width, locale=locale)[moment.weekday()].rstrip(".")
    number = {
        "m": moment.month,
        "d": moment.day,
        "h": (moment.hour % 12 or 12) if has_meridiem else moment.hour,
        "minute": moment.minute,
        "s": moment.second,
    }[letter]
    return f"{number:02d}" if length > 1 else str(number)


def _elapsed(number, tokens):
    """36:00 for a day and a half below [h]:mm."""
    places = _places(tokens)
    seconds, rest = divmod(_parts_of_seconds(abs(number), places), 10**places)
    fraction = f"{rest:0{places}d}" if places else ""
    minus = "-" if number < 0 and (seconds or rest) else ""
    unit = next(text for kind, text in tokens if kind == "elapsed")[0]
    parts, rest = [], seconds
    for kind, text in tokens:
        if kind == "elapsed":
            size = {"h": 3600, "m": 60, "s": 1}[unit]
            count, rest = divmod(rest, size)
            parts.append(f"{count:0{len(text)}d}")
        elif kind == "date":
            size = {"h": 3600, "m": 60, "s": 1}.get(text[0].lower(), 1)
            count, rest = divmod(rest, size)
            parts.append(f"{count:0{len(text)}d}")
        elif kind in ("literal", "point", "comma"):
            parts.append(text)
        elif kind == "digits":
            parts.append(fraction[: len(text)].ljust(len(text), "0"))
            fraction = fraction[len(text) :]
    return minus + "".join(parts).strip()


def _locale(section):
    """The language that a format names; the site's own without one."""
    place = next((text for kind, text in section.tokens if kind == "locale"), "")
    try:
        name = windows_locale.get(int(place or "0", 16) & 0xFFFF, "")
        return Locale.parse(name.partition("_")[0]) if name else locale_of()
    except (ValueError, UnknownLocaleError):
        return locale_of()


def iso_day(text):
    """(text, kind) of a cell of type "d", as it stands: 2024-03-31, or a time alone."""
    if "-" not in text:
        return text.lstrip("T").rstrip("Z"), "time"
    day, _t, hours = text.partition("T")
    hours, _point, fraction = hours.rstrip("Z").partition(".")
    fraction = fraction.rstrip("0")
    if not fraction:
        hours = hours.removesuffix(":00") if hours.count(":") == 2 else hours
    if hours in ("", "00:00") and not fraction:
        return day, "date"
    return f"{day} {hours}" + f".{fraction}" * bool(fraction), "date"
