"""Make what readers see of hits: the page, and the lines that were found.

All of it is read from the index, which changes in the transaction of each publication:
what was found is shown without a look at the items themselves.
"""

import secrets
from functools import lru_cache
from html import escape
from itertools import chain
from typing import NamedTuple

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language

from .excerpt import Marker
from .stored import texts_of

# Stand for marks until the text is escaped; nobody else can write them.
_OPEN, _CLOSE = (f"mark{secrets.token_hex(8)}{end}" for end in "ab")


class ShownSection(NamedTuple):
    """`url` opens at the `heading`, which is empty at the begin of a page."""

    url: str
    heading: str
    excerpt: str


class Shown(NamedTuple):
    """A page that was found; `title` is HTML in which words are marked.

    `career` is the name of that in whose guide it stands, "" where there is none, and
    `language` that of its texts, "" where it is the site's.
    """

    url: str
    kind: str
    career: str
    title: str
    sections: list
    language: str = ""


def shown(documents, plan, pieces=None):
    """Yield what is `Shown` of documents of `Results`."""
    unread = [one.hit for one in chain(*documents) if one.texts is None]
    texts = texts_of(unread) if unread else {}
    kinds = kinds_of([document[0].hit for document in documents])
    wanted, markers = plan.tokens, {}
    for document in documents:
        hit = document[0].hit
        if hit.content_type not in kinds:
            continue
        if hit.language not in markers:
            known = pieces if hit.language == settings.LANGUAGE_CODE else None
            markers[hit.language] = Marker(wanted, hit.language, known)
        marker = markers[hit.language]
        yield Shown(
            hit.url,
            kinds[hit.content_type],
            hit.career_name,
            html_of(marker.marked(hit.title)),
            [
                _section(one.hit, one.texts or texts[one.hit.section], marker)
                for one in document
            ],
            "" if hit.language == settings.LANGUAGE_CODE else hit.language,
        )


def kinds_of(hits):
    """{content type: what a page of it is}, but of apps no longer installed."""
    found = {}
    for key in {hit.content_type for hit in hits}:
        if model := ContentType.objects.get_for_id(key).model_class():
            found[key] = _kind(model, get_language())
    return found


@lru_cache(maxsize=100)
def _kind(model, language):
    return capfirst(str(model._meta.verbose_name))


def _section(hit, texts, marker):
    heading = html_of(marker.marked(hit.heading)) if hit.anchor else ""
    return ShownSection(url_of(hit), heading, html_of(marker.excerpt(texts)))


def url_of(hit):
    """Return the address at which a page opens at the section."""
    return f"{hit.url}#{hit.anchor}" if hit.anchor else hit.url


def html_of(parts):
    """The HTML of `Part`s, each a plain text, which are escaped all at once."""
    text = "".join([_OPEN + part + _CLOSE if mark else part for part, mark in parts])
    html = escape(text)
    if _OPEN in html:
        html = html.replace(_OPEN, "<mark>").replace(_CLOSE, "</mark>")
    return SafeString(html)
