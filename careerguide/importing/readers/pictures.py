"""Collect the pictures of a document, which are in it, or named and never fetched."""

import base64
import binascii
import re

from ..tree import Picture, Span

GIVEN = re.compile(r"picture-(\d{1,6})")
DATA = re.compile(r"data:([\w/+.-]*)(?:;[\w=-]+)*?(;base64)?,(.*)", re.DOTALL)


class Pictures:
    """`given` are those that a reader took out of its file, as (kind, bytes)."""

    def __init__(self, given=()):
        self.given, self.pictures, self.messages = given, [], []

    def span(self, element):
        """Return the span of an `img` element, and remember its picture."""
        text = " ".join(element.get("alt").split())
        source = element.get("src")
        self.pictures.append(self._picture(source, text))
        return Span(text, picture=len(self.pictures))

    def found(self):
        return tuple(self.pictures)

    def _picture(self, source, text):
        named = GIVEN.fullmatch(source) if self.given else None
        if named and 0 < int(named[1]) <= len(self.given):
            kind, data = self.given[int(named[1]) - 1]
            return Picture(kind, data, "", text)
        if found := DATA.fullmatch(source):
            from urllib.parse import unquote_to_bytes  # a Word file needs none of it

            try:
                data = unquote_to_bytes(found[3])
                data = base64.b64decode(data) if found[2] else data
            except (binascii.Error, ValueError):
                data = b""
            return Picture(found[1], data, "", text)
        return Picture("", b"", source, text)
