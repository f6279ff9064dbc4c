"""Weigh a page: bytes, compressed, of all that is needed to read and to use it.

A new connection brings about 14 kB in its first round trip; a page whose words and
style sheet fit in it is on the screen as soon as anything can be.
"""

import gzip
import re
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlsplit

MOST_TO_READ = 14_000  # HTML and style sheets
MOST_FRAME = 9_000  # the same without what stands in <main>
MOST_SCRIPT = 6_000

# Links that a browser follows by itself to draw the page; the others are for people.
FETCHED_LINKS = {
    *("stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest"),
    *("preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"),
}
MAIN = re.compile(r"(<main\b[^>]*>).*(</main>)", re.DOTALL)
IN_STYLE = re.compile(r"(?:url\(\s*|@import\s+)[\"']?([^\"')\s;]+)")


class Weight(NamedTuple):
    html: int
    css: int
    script: int
    frame: int

    @property
    def to_read(self):
        return self.html + self.css

    def excesses(self, long=False):
        """Return a sentence for each limit that is passed.

        A `long` page may have any text.
        """
        limits = [
            ("CSS and frame", self.frame, MOST_FRAME),
            ("script", self.script, MOST_SCRIPT),
        ]
        if not long:
            limits.append(("HTML and CSS", self.to_read, MOST_TO_READ))
        return [
            f"{name}: {weight:,} bytes compressed, at most {most:,}"
            for name, weight, most in limits
            if weight > most
        ]


def weigh(page, read):
    """Return the weight of a page.

    `read` gives the text of an address that it names.
    """
    parts = Parts(page)
    css = sum(compressed(read(sheet)) for sheet in parts.style_sheets)
    return Weight(
        html=compressed(page),
        css=css,
        script=sum(compressed(read(script)) for script in parts.scripts),
        frame=compressed(MAIN.sub(r"\1\2", page)) + css,
    )


def compressed(text):
    return len(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def elsewhere(page, read, home):
    """The addresses a browser would ask for by itself that are not on our site."""
    parts = Parts(page)
    asked = {*parts.style_sheets, *parts.scripts, *parts.others}
    for sheet in parts.style_sheets:
        asked |= set(IN_STYLE.findall(read(sheet)))
    # A data: address asks nobody.
    hosts = {address: urlsplit(address).netloc for address in asked}
    return {address for address, host in hosts.items() if host not in ("", home)}


class Parts(HTMLParser):
    """Files that a page has fetched: style sheets, scripts, and everything else."""

    def __init__(self, page):
        super().__init__()
        self.style_sheets, self.scripts, self.others = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = {name: value or "" for name, value in attributes}
        if tag == "link":
            self.handle_link(attributes)
        elif tag == "script":
            # `data-rest`: what the script in the page fetches later.
            sources = (attributes.get("src"), attributes.get("data-rest"))
            self.scripts += [source for source in sources if source]
        elif tag != "a":
            for name in ("src", "data", "poster", "background"):
                self.others += [attributes[name]] if attributes.get(name) else []
            self.others += re.findall(r"[^\s,]+(?=\s|$)", attributes.get("srcset", ""))
            self.others += IN_STYLE.findall(attributes.get("style", ""))

    def handle_link(self, attributes):
        kinds = set(attributes.get("rel", "").lower().split())
        if "stylesheet" in kinds and attributes.get("media") == "print":
            self.others.append(attributes["href"])  # nothing waits for it
        elif "stylesheet" in kinds:
            self.style_sheets.append(attributes["href"])
        elif kinds & FETCHED_LINKS:
            self.others.append(attributes["href"])
