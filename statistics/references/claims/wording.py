"""Choose the words by which claims are known in the language of the site."""

from django.utils.translation import get_language

from . import english

_LANGUAGES = {english.LANGUAGE: english}


def words():
    """Return the module of the language's words, or None where nobody wrote one."""
    return _LANGUAGES.get((get_language() or "").partition("-")[0].lower())
