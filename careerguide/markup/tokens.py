"""Split sanitised HTML into a list of tags and texts, and write tags anew.

A token is the whole of it as it stands, then "/" or "" for a closing or an opening tag,
its name and its attributes. For a text these are None, or the last is what it reads as
where only words are wanted.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

from .rules import BLOCK_TAGS

Token = tuple[str, str | None, str | None, str | None]

TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*+)((?: [a-z-]++="[^"]*+")*+)>|[^<]++')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')


def read(html: str) -> list[Token]:
    return [token.group(0, 1, 2, 3) for token in TOKEN.finditer(html)]


def text(escaped: str, reads: str | None = None) -> Token:
    return escaped, None, None, reads and escape(reads)


def opening(name: str, attributes: dict[str, str] | None = None) -> Token:
    whole = tag(name, attributes or {})
    return whole, "", name, whole[len(name) + 1 : -1]


def closing(name: str) -> Token:
    return f"</{name}>", "/", name, ""


def attributes_of(token: Token) -> dict[str, str]:
    return dict(ATTRIBUTE.findall(token[3]))


def tag(name: str, attributes: dict[str, str]) -> str:
    """Return a tag from values that are already escaped."""
    pairs = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{pairs}>"


def without_note_numbers(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield some tokens, but for the numbers of notes and the way back from them."""
    skip_to = ""
    for token in tokens:
        whole, _, name, attributes = token
        if skip_to:
            skip_to = "" if whole == skip_to else skip_to
        elif name in ("a", "sup") and 'class="footnote-' in attributes:
            skip_to = f"</{name}>"
        else:
            yield token


def text_of(tokens: Iterable[Token], pictures: bool = False) -> str:
    """The text of some tokens on one line, without note numbers and their way back."""
    parts = []
    for token in without_note_numbers(tokens):
        whole, _, name, attributes = token
        if not name:
            parts.append(unescape(attributes or whole))
        elif name in BLOCK_TAGS or name == "br":
            parts.append(" ")
        elif name == "img" and pictures:
            parts.append(unescape(attributes_of(token).get("alt", "")))
    return " ".join("".join(parts).split())
