"""Describe an item to the index: plain texts by how much a word in them says."""

from dataclasses import dataclass, field
from datetime import datetime

LONGEST_SECTION = 20_000  # characters of one row of the index; PostgreSQL has a limit


@dataclass(frozen=True)
class SectionText:
    """A part of a page that a hit opens at: `anchor` is the id of its `heading`.

    The first of an item has no anchor, and the item's title as its heading. `key` is
    what sums it up: a summary, the labels of a table. `text` is all else, a line for
    each row of a table.
    """

    heading: str
    anchor: str = ""
    key: str = ""
    text: str = ""

    def parts(self):
        """Yield the same in pieces that are short enough, cut between words."""
        text, anchor_of_rest = self.text, self
        while len(text) > LONGEST_SECTION:
            cut = max(
                text.rfind("\n", 0, LONGEST_SECTION),
                text.rfind(" ", 0, LONGEST_SECTION),
            )
            cut = cut if cut > 0 else LONGEST_SECTION
            yield SectionText(
                anchor_of_rest.heading, self.anchor, anchor_of_rest.key, text[:cut]
            )
            text, anchor_of_rest = (
                text[cut:].lstrip(),
                SectionText(self.heading, self.anchor),
            )
        yield SectionText(anchor_of_rest.heading, self.anchor, anchor_of_rest.key, text)


@dataclass(frozen=True)
class DocumentText:
    """An item of a content type. `context` is what it belongs to: its career's names.
    `weight` is how much more it counts than others, see `SearchText`.

    The slug in its `url` often says in short what its title says. Nobody finds it
    before `visible_from` or from `visible_until` on, if they are given.
    """

    item: tuple[type, int]  # its model, and its key
    title: str
    sections: tuple[SectionText, ...]
    context: str = ""
    url: str | None = ""  # None of what has no page
    weight: float = 0
    career: int | None = None
    career_name: str = ""  # of that in whose guide it stands
    visible_from: datetime | None = None
    visible_until: datetime | None = None
    language: str = field(default="")  # the site's where it is empty


def slug_of(url):
    """Return the last part of the address of a page."""
    return (url or "").rstrip("/").rpartition("/")[2]


def address_of(url):
    """Return the words of a slug."""
    return slug_of(url).replace("-", " ")
