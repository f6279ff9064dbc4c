"""Markdown to HTML that holds nothing but what ``rules`` allow."""

import nh3

from .cmark import to_html
from .rules import ATTRIBUTES, CLASSES, MAX_BYTES, TAGS, URL_SCHEMES
from .tidy import tidy

CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    url_schemes=set(URL_SCHEMES),
    link_rel=None,
)


def sanitise(text: str) -> str:
    return CLEANER.clean(tidy(to_raw_html(text)))


def to_raw_html(text: str) -> str:
    """What cmark writes of a text: anything may be in it."""
    return to_html(_readable(text), footnotes=True)


def sanitise_line(text: str) -> str:
    """The same for one line, in which no Markdown block begins."""
    # A word in front keeps "# 1" or "1990. A year" from opening a block.
    html = to_html("x " + " ".join(_readable(text).split()))
    html = html.removeprefix("<p>x").removesuffix("</p>\n")
    return CLEANER.clean(tidy(html)).strip()


def _readable(text: str) -> str:
    return text.encode(errors="replace")[:MAX_BYTES].decode(errors="ignore")
