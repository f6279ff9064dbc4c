"""Render notes, as GitHub writes alerts: a quote whose first line is ``[!WARNING]``.

``[!MYTH]`` and ``[!FACT]`` are ours. Words after the marker become the note's title:
``> [!NOTE] Before you start``. A marker of another name, or anywhere else, is text.

A note has ``role="note"`` and no name: its visible title is read first, and a name
would say it twice. A myth and its fact are no asides: nothing but their titles, so that
they are read like the text around them.
"""

import re
from html import escape

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .rules import VOID_TAGS
from .tokens import Token, closing, opening, text

KINDS = {
    "note": gettext_lazy("Note"),
    "tip": gettext_lazy("Tip"),
    "important": gettext_lazy("Important"),
    "warning": gettext_lazy("Warning"),
    "caution": gettext_lazy("Caution"),
    "myth": gettext_lazy("Myth"),
    "fact": gettext_lazy("Fact"),
}
PART_OF_THE_TEXT = ("myth", "fact")
MARKER = re.compile(r"\[!([a-zA-Z]+)\](?:((?:[^\S\n]|&nbsp;)+)|(?=\n)|\Z)")


def with_notes(tokens: list[Token]) -> list[Token]:
    """Return the tokens of a page, with each quote that is a note turned into one."""
    tokens, out, ends, at = tokens.copy(), [], [], 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token[2] != "blockquote":
            out.append(token)
        elif token[1]:
            out.append(ends.pop())
        elif marker := _marker(tokens[at : at + 4]):
            at += 2  # a line break and the paragraph's tag stand before the marker
            tokens[at] = text(tokens[at][0][marker.end() :])
            line, rest, at = _first_line(tokens, at)
            out += [*_start(marker[1].lower(), line), opening("p"), *rest]
            ends.append(closing("div"))
        else:
            out.append(token)
            ends.append(closing("blockquote"))
    return out


def _marker(start: list[Token]) -> re.Match[str] | None:
    """The marker of a note, if a quote begins with one and a blank or line end."""
    if len(start) < 4 or start[0][0].strip() or start[1][0] != "<p>":
        return None
    marker = MARKER.match(start[2][0])
    if not marker or marker[1].lower() not in KINDS:
        return None
    alone = not marker[2] and marker.end() == len(start[2][0])
    return None if alone and start[3][2] not in ("p", "br") else marker


def _first_line(tokens: list[Token], at: int) -> tuple[list[Token], list[Token], int]:
    """The first line of a paragraph, the text cut off it, and where to go on.

    A line that breaks inside emphasis or a link ends where they have ended.
    """
    line, depth = [], 0
    while True:
        token = tokens[at]
        whole, end, name, _ = token
        if not depth and name in ("p", "br"):
            return line, [], at
        if not depth and not name and "\n" in whole:
            first, rest = whole.split("\n", 1)
            return [*line, text(first)], [text(rest)], at + 1
        if name and name not in VOID_TAGS:
            depth += -1 if end else 1
        line.append(token)
        at += 1


def _start(kind: str, line: list[Token]) -> list[Token]:
    """A note up to the end of its title, which names the kind and then itself."""
    attributes = {"class": f"note note-{kind}"}
    if kind not in PART_OF_THE_TEXT:
        attributes["role"] = "note"
    name = str(KINDS[kind])
    before = _("%s:") % name
    titled = any(token[0].strip() for token in line)
    label = text(escape(before)) if titled else text(escape(name), reads=before)
    return [
        opening("div", attributes),
        text("\n"),
        opening("p", {"class": "note-title"}),
        opening("span", {"class": "note-kind"}),
        label,
        closing("span"),
        *([text(" "), *line] if titled else []),
        closing("p"),
        text("\n"),
    ]
