"""Set the direction of each block of a text by its first letter (right to left).

Only a text that has such letters carries ``dir``, and only on its outermost blocks, so
that a list's bullets and the order of a table's columns follow. What is inside them,
one Arabic cell in an English table, is turned by ``unicode-bidi: plaintext`` in CSS.
"""

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi

from careerguide.languages.speaking import other_language
from careerguide.languages.tags import direction

BY_ITS_LETTERS = SafeString(' dir="auto"')

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NAME = re.compile(r"<[a-z0-9]+")


def has_right_to_left(html: str) -> bool:
    return RIGHT_TO_LEFT.search(html) is not None


def isolated_html(text: str, language: str | None = None) -> str:
    """The text, in an element of its own where its direction may not be the page's.

    Else the full stop of “Ph.D.” would stand first in Arabic, and what follows an
    Arabic name in an English page would stand before it. The same where its `language`
    is another than around it; None is that of the text around, "" that of the page.
    """
    if language is not None and (other := other_language_html(language)):
        return format_html("<bdi{}>{}</bdi>", other, text)
    if get_language_bidi() or has_right_to_left(text):
        return format_html("<bdi>{}</bdi>", text)
    return text


def with_direction(start: str) -> str:
    """Return the HTML with its first tag told to follow its text."""
    return _NAME.sub(r'\g<0> dir="auto"', start, count=1)


def other_language_html(language: str, otherwise: str = SafeString("")) -> str:
    """Return `lang` and `dir`, after a space, of a text in another language.

    `otherwise` is what stands there of one in the same, of which "" is that of the
    page.
    """
    if other := other_language(language):
        return format_html(' lang="{}" dir="{}"', other, direction(other))
    return otherwise
