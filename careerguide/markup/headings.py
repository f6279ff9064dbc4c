"""Give headings ids, so that they can be linked to."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.utils.translation import gettext as _

from .rules import MAX_ID
from .tokens import tag

_SEPARATORS = re.compile(r"[-\s]+")
_OTHER_SIGN = re.compile(r"[^-\w\s]")


def id_of(text: str) -> str:
    """Return the text as Django's `slugify` writes it, with its combining marks.

    Vowels of Devanagari, Arabic and Thai are such marks: words lose them otherwise.
    """
    text = unicodedata.normalize("NFKC", text).lower()
    kept = _OTHER_SIGN.sub(lambda match: _mark_or_nothing(match[0]), text)
    return _SEPARATORS.sub("-", kept).strip("-_")


def _mark_or_nothing(sign: str) -> str:
    return sign if unicodedata.category(sign)[0] == "M" else ""


@dataclass(frozen=True)
class Heading:
    level: int
    id: str
    text: str  # plain: a template escapes it


class HeadingIds:
    """Ids made of words, no two alike and none of those already taken."""

    def __init__(self, prefix: str, taken: Iterable[str]):
        self.prefix, self.taken, self.last_number = prefix, set(taken), {}

    def make(self, text: str) -> str:
        base = self.prefix + (id_of(text[:MAX_ID]) or "section")
        number, id = self.last_number.get(base, 1), base
        while id in self.taken:
            number += 1
            id = f"{base}-{number}"
        self.last_number[base] = number
        self.taken.add(id)
        return escape(id)


def heading_tags(heading: Heading, has_link: bool) -> tuple[str, str]:
    """Return what stands before and after the heading's words.

    They are the link to it. One that holds a link already gets a small one beside it,
    as links cannot be in one another.
    """
    start = tag(f"h{heading.level}", {"id": heading.id})
    link, end = {"href": f"#{heading.id}"}, f"</a></h{heading.level}>"
    if not has_link:
        return start + tag("a", {"class": "heading-link"} | link), end
    link["aria-label"] = escape(_("Link to “%s”") % heading.text)
    return start, f" {tag('a', {'class': 'heading-anchor'} | link)}#{end}"
