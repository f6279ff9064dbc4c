"""Have Django take the nearest catalogue and formats of any language tag.

Django itself stops where a site's language has no catalogue, and looks for nothing
between zh-hant-tw and zh.
"""

import gettext

from django.conf import settings
from django.utils import formats
from django.utils.translation import to_locale, trans_real
from django.views import i18n

from . import calendar
from .tags import nearest_tags

_modules_of = formats.iter_format_modules


class NearestTranslation(trans_real.DjangoTranslation):
    """The texts of the nearest tags that have any; English where none has."""

    def __init__(self, language, domain=None, localedirs=None):
        self._tags = nearest_tags(language)
        if language == settings.LANGUAGE_CODE:
            self._tags += ("en",)
        super().__init__(language, domain, localedirs)
        if self.domain == "django" and not language.startswith("en"):
            self._add_calendar(language)

    def _new_gnu_trans(self, localedir, use_null_fallback=True):
        found = gettext.translation(
            domain=self.domain,
            localedir=localedir,
            languages=[to_locale(tag) for tag in self._tags],
            fallback=use_null_fallback,
        )
        return _flattened(found)

    def _add_calendar(self, language):
        """Months and days, where Django has none in this language."""
        if self._catalog.get("January") is None:
            for text, translated in calendar.words(language).items():
                self._catalog[text] = translated


def _flattened(found):
    """The texts of a folder as one catalogue, the nearest tag's first.

    So a word of de-ch stands before ours of de, and that before Django's.
    """
    texts, less_exact = dict(getattr(found, "_catalog", {})), found._fallback
    while less_exact is not None:
        texts = less_exact._catalog | texts
        less_exact = less_exact._fallback
    found._catalog, found._fallback = texts, None
    return found


def nearest_formats(language, format_module_path=None):
    """Yield modules of formats, the nearest first; CLDR's formats where none is."""
    found = False
    for tag in nearest_tags(language):
        for module in _modules_of(tag, format_module_path):
            found = True
            yield module
    if not found:
        yield calendar.formats(language)


def install():
    """Take the place of what Django looks catalogues and formats up with."""
    trans_real.DjangoTranslation = i18n.DjangoTranslation = NearestTranslation
    formats.iter_format_modules = nearest_formats
