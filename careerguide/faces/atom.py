"""Write an Atom feed (RFC 4287)."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import XMLGenerator

from django.utils.translation import get_language

from careerguide.identity.current import current

NAMESPACE = "http://www.w3.org/2005/Atom"
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)  # of a feed in which nothing is yet
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """One item; the addresses are absolute, and `content` is HTML."""

    id: str
    title: str
    page: str
    markdown: str
    published: datetime
    updated: datetime
    content: str
    summary: str = ""
    language: str = ""  # told where it is another than that of the feed
    categories: list = field(default_factory=list)


@dataclass(frozen=True)
class Feed:
    id: str
    title: str
    page: str
    own: str
    updated: datetime | None
    entries: list


class _Writer(XMLGenerator):
    def __init__(self, out):
        super().__init__(out, "utf-8", short_empty_elements=True)

    def element(self, name, text="", **attributes):
        self.startElement(name, attributes)
        self.characters(NO_XML.sub("\ufffd", text))
        self.endElement(name)
        self.ignorableWhitespace("\n")


def feed_bytes(feed):
    """Return the feed as XML, the same bytes for the same `Feed`."""
    out = BytesIO()
    xml = _Writer(out)
    xml.startDocument()
    xml.startElement("feed", {"xmlns": NAMESPACE, "xml:lang": get_language()})
    xml.element("id", feed.id)
    xml.element("title", feed.title)
    xml.element("updated", _moment(feed.updated or BEGINNING))
    xml.startElement("author", {})
    xml.element("name", current().name)
    xml.endElement("author")
    xml.element("link", rel="self", type="application/atom+xml", href=feed.own)
    xml.element("link", rel="alternate", type="text/html", href=feed.page)
    if rights := _rights():
        xml.element("rights", rights)
    for entry in feed.entries:
        _write(xml, entry)
    xml.endElement("feed")
    xml.endDocument()
    return out.getvalue()


def _write(xml, entry):
    other = entry.language not in ("", get_language())
    xml.startElement("entry", {"xml:lang": entry.language} if other else {})
    xml.element("id", entry.id)
    xml.element("title", entry.title)
    xml.element("published", _moment(entry.published))
    xml.element("updated", _moment(entry.updated))
    xml.element("link", rel="alternate", type="text/html", href=entry.page)
    xml.element("link", rel="alternate", type="text/markdown", href=entry.markdown)
    for name in entry.categories:
        xml.element("category", term=name)
    if entry.summary:
        xml.element("summary", entry.summary)
    xml.element("content", entry.content, type="html")
    xml.endElement("entry")


def _rights():
    """The licence of the content, if one is stated."""
    return " ".join(filter(None, (current().licence, current().licence_url)))


def _moment(when):
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
