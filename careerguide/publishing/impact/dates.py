"""Blank out the years, dates and times of day of a text.

Readers check them against no table, so that another year needs no note of change.
"""

import re
from functools import lru_cache

from django.utils.translation import get_language

from careerguide.languages.locales import locale_of
from careerguide.languages.scales import scale_words

_NUMBERS = (
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)|\d{1,2}:\d\d|\d{4}s|"
    r"(?:1[5-9]|2[01])\d\d"
)
_UNITS = r"[ \u00a0\u202f]?(?:[%‰٪$¢£¥฿₠-⃏]|per\s?cent\b)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"


def without_dates(text):
    """Return a text of the same length, with blanks for years, dates and times."""
    dates = _dates(get_language())
    return dates.sub(lambda found: " " * len(found[0]), text)


@lru_cache(maxsize=8)
def _dates(_language):
    locale = locale_of()
    names = [*locale.months["format"]["wide"].values()]
    names += locale.months["format"]["abbreviated"].values()
    months = "|".join(sorted({re.escape(m.strip(".")) for m in names}, key=len)[::-1])
    day = rf"{_DAY}\s(?:of\s)?(?:{months})\b|\b(?:{months})\.?\s{_DAY}(?!\d)"
    unit_before = r"(?<![\d.,/:$¢£¥฿₠-⃏])(?<![$¢£¥฿₠-⃏]\s)"
    more = rf"(?![\d/:])(?![.,'’]\d)(?!{_UNITS}){_no_scale()}"
    return re.compile(rf"(?i:{day})|{unit_before}(?<![^\W\d_])(?:{_NUMBERS}){more}")


def _no_scale():
    """Refuse 1900 million, which is no year."""
    words = sorted(map(re.escape, scale_words(locale_of())), key=len)
    return rf"(?!\s(?i:{'|'.join(reversed(words))})\b)" if words else ""
