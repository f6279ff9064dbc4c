"""Write one text in another language than that of the page around it."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.translation import get_language, override

_page = ContextVar("the language of the page around a text", default=None)


@contextmanager
def speaking(language):
    """Have numbers and words written in a language; in the page's own where it is "".

    So a figure of the site's language in an English text is written as elsewhere.
    """
    page = _page.get()
    if not (language or page):  # most often, and asked for each text of a page
        yield
        return
    page = page or get_language()
    language = language or page
    if language == get_language():
        yield
        return
    token = _page.set(page)
    try:
        with override(language):
            yield
    finally:
        _page.reset(token)


def other_language(language):
    """Return the language of a text where it is another than around it, or "".

    `language` is "" of a text in the page's own.
    """
    language = language or _page.get()
    return "" if not language or language == get_language() else language
