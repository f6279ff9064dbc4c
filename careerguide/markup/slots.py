"""Render a template once, with slots that are filled anew for each page.

For what is rendered for each request though only a few texts in it differ: to fill the
slots of a page takes a hundredth of what its template takes.
"""

import re
import secrets
from html import escape

from django.utils.safestring import SafeString

from .data_block import data_string

# Letters and digits, which no template escapes and no address encodes; and nobody else
# can write them.
_TOKEN = secrets.token_hex(8)
_SLOT = re.compile(f"slot{_TOKEN}([a-z]+)(x|d)")
_IN_DATA = "d"


class Slotted:
    """HTML in `parts`: before, between and after slots, each a name and its place."""

    def __init__(self, html):
        self.parts = _SLOT.split(html)
        self.html = self.parts[::3]
        self.names, self.places = self.parts[1::3], self.parts[2::3]

    def __sizeof__(self):
        return sum(map(len, self.parts))

    def fill(self, values):
        """Return the HTML with {name: text}; what is not safe is escaped."""
        found = [self.html[0]]
        slots = zip(self.names, self.places, self.html[1:], strict=True)
        for name, place, html in slots:
            value = values[name]
            if place == _IN_DATA:
                value = data_string(str(value))
            elif type(value) is not SafeString:
                value = escape(str(value))
            found += value, html
        return SafeString("".join(found))


def slot(name):
    """Return what stands in a template for a slot, whose name is of small letters."""
    return SafeString(f"slot{_TOKEN}{name}x")


def with_slots_of_data(block):
    """Return a data block, which is safe, with its slots to be filled as JSON strings.

    Each stands for a text: as HTML it would be escaped where nothing unescapes it.
    """
    return SafeString(_SLOT.sub(rf"slot{_TOKEN}\1{_IN_DATA}", block))


def joined(htmls):
    """Return HTMLs, each of which is safe, one after the other."""
    return SafeString("".join(htmls))
