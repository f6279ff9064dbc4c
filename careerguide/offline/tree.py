"""Read HTML of our own templates into a tree, and write that as HTML or XHTML.

By the standard library alone: what is read was made by us and is balanced, and where
it is not, an element ends with the one around it.
"""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, TreeBuilder

VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
    *("source", "track", "wbr"),
}
# Attributes of drawings that XML writes in another way than HTML is read.
CAPITALS = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.builder, self.open = TreeBuilder(), []

    def handle_starttag(self, tag, attrs):
        given = {
            CAPITALS.get(name, name): _clean(name if value is None else value)
            for name, value in attrs
        }
        self.builder.start(tag, given)
        self.open.append(tag)
        if tag in VOID:
            self.handle_endtag(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while (ended := self.open.pop()) != tag:
                self.builder.end(ended)
            self.builder.end(tag)

    def handle_data(self, data):
        self.builder.data(_clean(data))


def _clean(text):
    return NOT_IN_XML.sub("", text)


def parse(html, tag="div"):
    """Return an element named `tag` that holds what the HTML says."""
    reader = _Reader()
    reader.builder.start(tag, {})
    reader.feed(html)
    reader.close()
    for ended in reversed(reader.open):
        reader.builder.end(ended)
    reader.builder.end(tag)
    return reader.builder.close()


def as_html(element):
    return ElementTree.tostring(element, encoding="unicode", method="html")


def as_xml(element):
    return ElementTree.tostring(element, encoding="unicode")


def parents_of(root):
    """Return the parent of each element below `root`."""
    return {child: parent for parent in root.iter() for child in parent}


def put_in_place(parent, old, new):
    """Have an element `new` stand where `old` does."""
    new.tail = old.tail
    parent[list(parent).index(old)] = new


def text_element(tag, text, **attributes):
    element = Element(tag, attributes)
    element.text = text
    return element
