"""Find items by words, for lists of one kind: the search registers itself here."""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """Keys of items, and {word as it was typed: the word it was taken for}."""

    keys: list
    corrected: dict


NOTHING = Found([], {})
# Controls, and signs that turn all that follows them, on the page and in its title.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_finders: list[Callable] = []


def register(find):
    """`find(model, text, for_editors)` returns what is `Found`.

    None of a text that asks for nothing. For readers that is what is published at this
    moment, and for editors what meets `indexed_condition`, no word taken for another.
    """
    _finders[:] = [find]


def find(model, text, for_editors=False):
    [finder] = _finders
    return finder(model, text, for_editors)


def asked_text(parameters, longest):
    """Return what somebody looks for, of `?q=`, on one line and without controls."""
    return _UNSEEN.sub(" ", parameters.get("q", ""))[:longest].strip()
