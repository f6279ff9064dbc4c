"""Define a pseudo-language that marks every text: “⟦Home⟧”; stored texts say ⟪…⟫.

What a page shows outside of both is a text that nobody can translate.
"""

import re
from html.parser import HTMLParser

from django.utils import translation

MARKS = re.compile("[⟦⟧⟪⟫]")
ADDRESS = re.compile(r"https?://\S*|(?<!\w)/[\w/.?=&-]+")
LETTER = re.compile(r"[^\W\d_]")
SHOWN = {"title", "alt", "aria-label", "aria-description", "placeholder", "label"}
# Of data-* attributes those that scripts show: the others hold names and addresses.
SENTENCE = re.compile(r"^\W*[A-Z][a-z]|[A-Za-z]{2,} [A-Za-z]")
DESCRIBES = (
    "description",
    "og:title",
    "og:description",
    "og:image:alt",
    "twitter:title",
)
# What is in these is no text of ours, or code to copy.
SILENT = {"script", "style", "textarea", "pre", "code", "template-data"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}


def install(monkeypatch):
    """Translate everything that asks for a translation."""
    for name in ("gettext", "ngettext", "pgettext", "npgettext"):
        real = getattr(translation._trans, name)
        monkeypatch.setattr(translation._trans, name, _marked(real))


def _marked(real):
    def translated(*args):
        text = real(*args)
        return f"⟦{text}⟧" if text else text

    return translated


def untranslated(html, deliberate=()):
    """The texts of a page that are neither translated nor stored, each once."""
    page = _Page(deliberate)
    page.feed(html)
    page.close()
    assert page.depth == 0, f"{page.depth} marks stay open"
    return list(dict.fromkeys(page.found))


class _Page(HTMLParser):
    def __init__(self, deliberate):
        super().__init__()
        self.names = deliberate
        names = "|".join(map(re.escape, sorted(deliberate, key=len, reverse=True)))
        self.deliberate = re.compile(rf"(?<!\w)(?:{names})(?!\w)" if names else "(?!)")
        self.depth, self.found, self.silent = 0, [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in SILENT and tag not in VOID:
            self.silent.append(tag)
        for name, value in given.items():
            if self._is_shown(tag, name, value or "", given):
                self._attribute(f"{tag} {name}", value)
        if given.get("srcdoc"):
            self.found += untranslated(given["srcdoc"], self.names)

    def _is_shown(self, tag, name, value, given):
        if name.startswith("data-"):
            return not value.startswith(("{", "[")) and SENTENCE.search(value)
        if tag == "meta" and name == "content":
            return (given.get("name") or given.get("property")) in DESCRIBES
        if tag == "input" and name == "value":
            return given.get("type") in ("submit", "button", "reset")
        return name in SHOWN

    def _attribute(self, where, value):
        rest, depth = self._outside(value, 0)
        if depth or self._speaks(rest):
            self.found.append(f"{where}: {value}")

    def handle_endtag(self, tag):
        if self.silent and tag == self.silent[-1]:
            self.silent.pop()

    def handle_data(self, data):
        if self.silent:
            return
        rest, self.depth = self._outside(data, self.depth)
        if self._speaks(rest):
            self.found.append(" ".join(data.split()))

    def _speaks(self, rest):
        return LETTER.search(self.deliberate.sub("", ADDRESS.sub("", rest)))

    @staticmethod
    def _outside(text, depth):
        """What stands outside of all marks, and how many are open at the end."""
        rest, at = [], 0
        for mark in MARKS.finditer(text):
            if depth == 0:
                rest.append(text[at : mark.start()])
            depth += 1 if mark[0] in "⟦⟪" else -1
            at = mark.end()
        if depth == 0:
            rest.append(text[at:])
        return " ".join(rest), depth
