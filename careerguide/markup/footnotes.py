"""Give footnotes unique ids, and their links names for the ways there and back."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from .tokens import Token

ID = re.compile(r'(?<= id=")fn(?:ref)?-[^"]+')
NUMBER = re.compile(r"\d+", re.A)
BACK = re.compile(r"Back to reference (\d+(?:-\d+)?)", re.A)  # as cmark names it


class Footnotes:
    def __init__(self, tokens: Iterable[Token], prefix: str):
        found = (ID.search(attributes) for *_, attributes in tokens if attributes)
        self.free, self.prefix = {match[0] for match in found if match}, prefix
        self.ids = {prefix + id for id in self.free}

    def dress(self, name: str, attributes: dict[str, str], content: str) -> None:
        """Give a tag its id and its name; ``content`` is the token after it.

        An editor's own HTML may look like a note, so a name holds digits and our words.
        """
        id, given = attributes.pop("id", ""), attributes.pop("aria-label", "")
        if id in self.free:  # only the first of a name keeps it
            self.free.remove(id)
            attributes["id"] = self.prefix + id
        kind, label = attributes.get("class"), ""
        if name == "section" and kind == "footnotes":
            label = _("Notes")
        elif kind == "footnote-backref" and (back := BACK.fullmatch(given)):
            label = _("Back to reference %s") % back[1]
        elif id.startswith("fnref-") and NUMBER.fullmatch(content):
            label = _("Note %s") % content
        if label:
            attributes["aria-label"] = label
