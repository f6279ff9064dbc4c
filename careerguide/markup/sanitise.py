"""Convert Markdown to HTML that holds nothing but what ``rules`` allow."""

import nh3

from .cmark import to_html
from .normalise import normalise
from .rules import ATTRIBUTES, CLASSES, MAX_BYTES, TAGS, URL_SCHEMES
from .tables import with_escapes
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


def to_raw_html(text: str, positions: bool = False) -> str:
    """Return cmark's HTML of a text: anything may be in it, and `tables.ESCAPED`."""
    source = with_escapes(readable(text))
    return to_html(source, footnotes=True, positions=positions)


def sanitise_line(text: str) -> str:
    """Return the same for one line, in which no Markdown block begins."""
    # A word in front keeps "# 1" or "1990. A year" from opening a block.
    html = to_html("x " + " ".join(readable(text).split()))
    html = html.removeprefix("<p>x").removesuffix("</p>\n")
    return CLEANER.clean(tidy(html)).strip()


def readable(text: str) -> str:
    """The text as it is read: of what was stored before, too, with plain marks."""
    return normalise(text.encode(errors="replace")[:MAX_BYTES].decode(errors="ignore"))
