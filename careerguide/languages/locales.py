"""Find the CLDR locale of the active language."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

ENGLISH = "en_GB"


def locale_of(language=None):
    """Return the Babel locale of a language code such as de-ch.

    Of the active one without.

    A country that Babel lacks falls back to its language, and a language to English.
    """
    return _locale(language or get_language() or ENGLISH)


@lru_cache(maxsize=64)
def _locale(code):
    parts = code.replace("-", "_").split("_")
    while parts:
        try:
            return Locale.parse("_".join(parts))
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return Locale.parse(ENGLISH)
