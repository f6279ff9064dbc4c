"""Write the pages of a book as XHTML: its cover, its contents, its chapters."""

from html import escape

from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from .chapters import CONTENTS, TITLE
from .tree import Element, as_xml, text_element

XHTML, OPS = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops"


def page(chapter):
    """Return a chapter as a file of the book."""
    return _document(chapter.title, chapter.body)


def cover_page(guide, file):
    body, name = Element("body", {"epub:type": "cover"}), guide.career.name
    alt = _("Cover of the guide “%s”") % name
    body.append(Element("img", {"src": file, "alt": alt, "class": "cover"}))
    return _document(name, body)


def make_contents(contents, chapters):
    """Have the contents of the print view be those of a book, with its landmarks."""
    [nav] = contents.body
    nav.set("epub:type", "toc")
    [entries] = nav.findall("ol")
    entries.insert(0, _entry(chapters[0].file, chapters[0].title))
    for inner in nav.iter("ul"):
        inner.tag = "ol"
    landmarks = Element("nav", {"epub:type": "landmarks", "hidden": "hidden"})
    landmarks.append(text_element("h2", _("Places in this book")))
    places = Element("ol")
    places.append(_entry("cover.xhtml", _("Cover"), "cover"))
    places.append(_entry(f"{CONTENTS}.xhtml", contents.title, "toc"))
    begin = next((c for c in chapters if c.name not in (TITLE, CONTENTS)), chapters[0])
    places.append(_entry(begin.file, begin.title, "bodymatter"))
    landmarks.append(places)
    contents.body.append(landmarks)


def _entry(file, words, kind=""):
    entry = Element("li")
    kinds = {"epub:type": kind} if kind else {}
    entry.append(text_element("a", words, href=file, **kinds))
    return entry


def _document(title, body):
    language = escape(get_language())
    direction = ' dir="rtl"' if get_language_bidi() else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="{XHTML}" xmlns:epub="{OPS}" lang="{language}" '
        f'xml:lang="{language}"{direction}>\n<head>\n<title>{escape(title)}</title>\n'
        '<link rel="stylesheet" type="text/css" href="book.css"/>\n</head>\n'
        f"{as_xml(body)}\n</html>\n"
    )
