"""Divide a guide into the files of a book, and lead its links from one to another."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from careerguide.http.uris import strict_uri

from .paint import paint
from .tree import parse

TITLE, CONTENTS = "title", "contents"
HEADINGS = {"h1", "h2", "h3", "h4"}
# What only a browser's page needs, or is wrong in a book.
DROPPED = ("focusable", "tabindex")
# A bar chart is laid out as a grid on the site, where roles keep it a table.
TABLE_ROLES = {"table", "rowgroup", "row", "rowheader", "columnheader", "cell"}
SVG = "http://www.w3.org/2000/svg"


@dataclass
class Chapter:
    """A file of the book: its name without suffix, its title, what stands in it."""

    name: str
    title: str
    body: Element

    @property
    def file(self):
        return f"{self.name}.xhtml"

    @property
    def has_drawing(self):
        return next(self.body.iter("svg"), None) is not None

    @property
    def properties(self):
        """What the manifest says of it."""
        found = ["nav"] * (self.name == CONTENTS) + ["svg"] * self.has_drawing
        return " ".join(found)


def chapters_of(guide):
    """Return the chapters: the title page, the contents, and each part of the guide."""
    title = parse(guide.html("offline/title_page.html"), "body")
    contents = parse(guide.html("_print_contents.html"), "body")
    found = [
        Chapter(TITLE, guide.career.name, title),
        Chapter(CONTENTS, _first_heading(contents)[1], contents),
    ]
    for html in guide.part_html:
        for element in parse(html):
            body = Element("body")
            body.append(element)
            name, text = _first_heading(body)
            found.append(Chapter(name, text, body))
    for chapter in found:
        _tidy(chapter.body)
        paint(chapter.body)
    _lead_links(found, guide.links)
    return found


def _first_heading(body):
    """The id and the words of its first heading that has an id."""
    for element in body.iter():
        if element.tag in HEADINGS and element.get("id"):
            return element.get("id"), "".join(element.itertext()).strip()
    raise ValueError("A part of a guide begins with a heading that has an id")


def _tidy(body):
    for element in body.iter():
        for name in DROPPED:
            element.attrib.pop(name, None)
        if element.get("role") in TABLE_ROLES:
            del element.attrib["role"]
        if element.tag == "svg":
            element.set("xmlns", SVG)
        elif element.tag == "details":
            element.set("open", "open")


def _lead_links(chapters, links):
    """Lead links to what the book holds to the file that it is in."""
    files = {"content": chapters[0].file}
    for chapter in chapters:
        for element in chapter.body.iter():
            if name := element.get("id"):
                files[name] = chapter.file
    for chapter in chapters:
        for link in chapter.body.iter("a"):
            href = link.get("href", "")
            if href.startswith("/"):
                href = links(href)[0]
            name = href.removeprefix("#")
            if href.startswith("#") and name in files:
                own = files[name] == chapter.file
                href = f"#{name}" if own else f"{files[name]}#{name}"
                href = href.removesuffix("#content")
            link.set("href", strict_uri(href))
