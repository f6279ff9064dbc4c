"""Declare what searches find of a content type."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class SearchText:
    """What searches find of an item beside its title; `search` of its model.

    All but `weight` name fields or properties, whose value is a text, Markdown where
    the field holds it, or a list of lines. `key` sums an item up, and a word counts for
    more in it than in `text`. `body` is a Markdown text that the item's page shows with
    its own headings, at which a hit opens. `names` are what else the item is called,
    separated by commas: all that belongs to it is found by them.
    """

    names: str = ""
    key: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    body: str = ""
    weight: float = 0  # more, and such items come before others that fit as well

    @property
    def attributes(self):
        return [name for name in (self.names, *self.key, *self.text, self.body) if name]
