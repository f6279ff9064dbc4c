"""Render a template once, with slots that are filled anew for each page.

For what is rendered for each request though only a few texts in it differ: to fill the
slots of a page takes a hundredth of what its template takes.
"""

import re
import secrets
from html import escape

from django.utils.safestring import SafeString

# Letters and digits, which no template escapes and no address encodes; and nobody else
# can write them.
_TOKEN = secrets.token_hex(8)
_SLOT = re.compile(f"slot{_TOKEN}([a-z]+)x")


class Slotted:
    """HTML in `parts`, of which every second is the name of a slot."""

    def __init__(self, html):
        self.parts = _SLOT.split(html)
        self.html, self.names = self.parts[::2], self.parts[1::2]

    def __sizeof__(self):
        return sum(map(len, self.parts))

    def fill(self, values):
        """Return the HTML with {name: text}; what is not safe is escaped."""
        found = [self.html[0]]
        for name, html in zip(self.names, self.html[1:], strict=True):
            value = values[name]
            found += (value if type(value) is SafeString else escape(str(value))), html
        return SafeString("".join(found))


def slot(name):
    """Return what stands in a template for a slot, whose name is of small letters."""
    return SafeString(f"slot{_TOKEN}{name}x")


def joined(htmls):
    """Return HTMLs, each of which is safe, one after the other."""
    return SafeString("".join(htmls))
