"""Bound the size of a text: more is refused in forms, and shown in a plainer way.

The bound is on the work, not on the clock, so a text costs the same share of time on
every machine. Real texts stay far below: one of the longest, with a table on each
screen, has a tenth of these.
"""

import re
from collections import Counter

from django.utils.translation import gettext_lazy

from careerguide.languages.writing import number_text

from .rules import HEADING_TAGS

MAX_TAGS = 30_000  # opened, of whatever kind
MOST = {
    "links": 2_000,
    "pictures": 500,
    "headings": 2_000,
    "cells": 20_000,
    "quotes": 2_000,
}
# Of these only the tag is left out, and its words stay where they are.
LEFT_OUT = {"links", "pictures"}
MAX_TABLE_LINES = 200
PIECE = 100_000  # characters searched at once
KINDS = {"a": "links", "img": "pictures", "td": "cells", "th": "cells"}
KINDS |= {"blockquote": "quotes"} | dict.fromkeys(HEADING_TAGS, "headings")
SENTENCES = {
    "links": gettext_lazy("The text has %(count)s links: %(most)s at most."),
    "pictures": gettext_lazy("The text has %(count)s pictures: %(most)s at most."),
    "headings": gettext_lazy("The text has %(count)s headings: %(most)s at most."),
    "cells": gettext_lazy(
        "The tables in the text have %(count)s cells: %(most)s at most."
    ),
    "quotes": gettext_lazy("The text has %(count)s quotes: %(most)s at most."),
    "table lines": gettext_lazy(
        "The text has %(count)s lines [[table: …]]: %(most)s at most."
    ),
    "tags": gettext_lazy(
        "The text has %(count)s parts, such as paragraphs, list items and words in "
        "bold: %(most)s at most."
    ),
}
_OPENED = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class Amounts:
    """Counts tags as they are opened."""

    def __init__(self):
        self.tags, self.counts = 0, Counter()

    def is_left_out(self, name):
        """Return whether to go on without this tag."""
        kind = KINDS.get(name)
        return kind in LEFT_OUT and self.counts[kind] > MOST[kind]

    def is_full(self, name):
        """Count one more; whether from here on there may be no tag at all."""
        self.tags += 1
        kind = KINDS.get(name)
        if kind is not None:
            self.counts[kind] += 1
            if self.counts[kind] > MOST[kind] and kind not in LEFT_OUT:
                return True
        return self.tags > MAX_TAGS


def without_tags(html: str) -> str:
    """Return the words of HTML, in one pass however much of it there is."""
    pieces, start = [], 0
    while start < len(html):
        # In pieces, as nothing else runs in Python while one is searched.
        end = html.find("<", start + PIECE)
        end = len(html) if end < 0 else end
        # What cmark fills short rows of a table with.
        piece = html[start:end].replace("<td></td>\n", "")
        pieces.append(_TAG.sub("", piece).replace("<", "&lt;"))
        start = end
    return "".join(pieces)


def too_much(html: str, table_lines: int) -> list[str]:
    """Return a sentence on each bound that the HTML of a text is beyond."""
    names = Counter(map(str.lower, _OPENED.findall(html)))
    found = {"tags": names.total(), "table lines": table_lines}
    for name, kind in KINDS.items():
        found[kind] = found.get(kind, 0) + names[name]
    most = MOST | {"tags": MAX_TAGS, "table lines": MAX_TABLE_LINES}
    return [
        SENTENCES[kind] % {"count": number_text(count), "most": number_text(most[kind])}
        for kind, count in found.items()
        if count > most[kind]
    ]
