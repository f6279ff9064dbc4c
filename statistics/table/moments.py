"""Order labels that name a time: 2019/20, Q3 2024, Jan–Mar 2024, 5 May 2024, Monday.

Each reader gives a label's place on an axis, in years, or None. A column is of a kind
only if all its labels are, so 2010-11 is a school year among such, and else November.
"""

import datetime
import re

from .order_words import order_words

CENTURY = 70  # a year of two digits from here on is of the twentieth
YEAR = r"(?P<year>\d{4})"
SHORT_YEAR = r"(?P<year>\d{4}|'?\d{2})"
SPAN = r"(?P<year>\d{4})(?: ?[-/_.] ?| to )?(?P<end>\d{4}|\d{2})"
SHORT = "[acf]y ?'?"  # before a year of two digits
MONTH = r"(?P<month>[^\W\d]+)\.?"


def year(label):
    found = _match(
        rf"(?:{order_words().years} ?)?{YEAR}(?:[efpr]|年度?)?", label
    ) or _match(rf"{SHORT}{SHORT_YEAR}", label)
    return found and _year(found)


def split_year(label):
    """Return a school or financial year: 2019/20, FY 2023-24, AY23/24, 2021/22p."""
    years = order_words().years
    found = (
        _match(rf"(?:{years} ?)?{SPAN}[efpr]?", label)
        or _match(rf"{SHORT}(?P<year>\d{{2}})[-/](?P<end>\d{{2}})", label)
        or _match(rf"(?:{years} ?)?'?(?P<year>\d{{2}})/'?(?P<end>\d{{2}})", label)
    )
    if not found or (int(found["year"]) + 1) % 100 != int(found["end"]) % 100:
        return None
    return _year(found)


def any_year(label):
    """Return a year, or one that spans two, where a source went over: 2020, 2021/22."""
    return year(label) or split_year(label)


def decade(label):
    found = _match(r"(?P<year>\d{3}0)(?:'?s|er)", label)
    return found and _year(found)


def half(label):
    found = _match(rf"h(?P<part>[12])[ /-]*{SHORT_YEAR}", label) or _match(
        rf"{YEAR}[ /-]*h(?P<part>[12])", label
    )
    return found and _part(found, 2)


def quarter(label):
    number = _quarter_number()
    found = _match(
        rf"{number}[ /,-]*(?:of )?{YEAR}(?:[-/]\d{{2,4}})?", label
    ) or _match(rf"{YEAR}(?:[-/]\d{{2,4}})?[ /,-]*{number}", label)
    found = found or _match(rf"{number}[ /,-]*'?(?P<short>\d{{2}})", label)
    return found and _part(found, 4)


def _quarter_number():
    word = order_words().quarters
    return rf"(?:{word} ?(?P<part>[1-4])|(?P<first>[1-4])(?:\.|st|nd|rd|th)? ?{word})"


def month(label):
    word = order_words().months
    found = _match(rf"(?:[^\d]* )?{MONTH}[ ./,'-]*{SHORT_YEAR}", label) or _match(
        rf"{YEAR}[ ./-]*{MONTH}", label
    )
    if found:
        number = word.get(found["month"])
    else:
        found = _match(
            rf"{YEAR}[-/.m ]?(?P<month>0[1-9]|1[0-2]|(?<=[-/.m ])[1-9])", label
        ) or _match(rf"(?P<month>0?[1-9]|1[0-2])[-/.]{YEAR}", label)
        number = found and int(found["month"])
    if not number:
        return None
    first = _year(found)
    return first and first + (number - 1) / 12


def months(label):
    """Several months: Jan–Mar 2024, December 2023 to February 2024."""
    words = order_words()
    found = _match(
        rf"{MONTH}(?: (?P<begin>\d{{4}}))?(?: ?- ?| {words.to} )"
        rf"(?P<last>[^\W\d]+)\.? {YEAR}",
        label,
    )
    numbers = found and [words.months.get(found[name]) for name in ("month", "last")]
    if not numbers or None in numbers or not _year(found):
        return None
    begin = int(found["begin"] or int(found["year"]) - (numbers[0] > numbers[1]))
    return begin + (numbers[0] - 1) / 12


def week(label):
    word = order_words().weeks
    found = _match(rf"{YEAR}[ -]?{word} ?(?P<part>\d{{1,2}})", label) or _match(
        rf"{word} ?(?P<part>\d{{1,2}})[ /,-]+{YEAR}", label
    )
    return found and 1 <= int(found["part"]) <= 53 and _part(found, 53)


def date(label):
    name = rf"(?:[^\W\d]+,? )?(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? {MONTH},? {YEAR}"
    found = _match(name, label) or _match(
        rf"{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {YEAR}", label
    )
    if found:
        return _day(found, order_words().months.get(found["month"]))
    found = _match(
        rf"{YEAR}(?P<dash>-?)(?P<month>\d{{2}})(?P=dash)(?P<day>\d{{2}})", label
    )
    return found and _day(found, int(found["month"]))


def day_first(label):
    found = _match(rf"(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./]{YEAR}", label)
    return found and _day(found, int(found["month"]))


def month_first(label):
    found = _match(rf"(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/{YEAR}", label)
    return found and _day(found, int(found["month"]))


def month_name(label):
    """1 to 12, without a year."""
    return order_words().months.get(label.rstrip("."))


def quarter_name(label):
    found = _match(_quarter_number(), label)
    return found and int(found["part"] or found["first"])


def weekday(label):
    number = order_words().weekdays.get(label.rstrip("."))
    return None if number is None else number + 1


def _match(pattern, label):
    return re.fullmatch(pattern, label)


def _year(found):
    """The year that was found, or None where it is none."""
    digits = found.groupdict().get("year") or found.groupdict().get("short")
    number = int(digits.lstrip("'"))
    if len(digits.lstrip("'")) == 2:
        number += 1900 if number >= CENTURY else 2000
    return number if 1000 <= number < 3000 else None


def _part(found, parts):
    first = _year(found)
    number = found.groupdict().get("part") or found.groupdict().get("first")
    return first and first + (int(number) - 1) / parts


def _day(found, month):
    try:
        day = datetime.date(int(found["year"]), month or 0, int(found["day"]))
    except ValueError:
        return None
    return day.year + (day.timetuple().tm_yday - 1) / 366
