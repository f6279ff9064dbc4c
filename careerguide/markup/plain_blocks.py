"""Write a text as plain lines, one for each of its blocks, as it is read aloud."""

from collections.abc import Iterable
from html import unescape

from .rules import BLOCK_TAGS
from .tokens import Token, attributes_of, without_note_numbers

CELLS = frozenset({"td", "th"})
LISTS = frozenset({"ol", "ul"})
ENDS_LINE = BLOCK_TAGS - CELLS | {"br"}
BETWEEN_CELLS = " | "
LONGEST_NUMBER = 9  # digits of the number that a list begins with, as in Markdown


def text_in_blocks(tokens: Iterable[Token]) -> str:
    """The text of some tokens, a line a block: a paragraph, a list item, a table row.

    An item has its mark or its number, without which a list reads as one sentence.
    """
    return _Lines(without_note_numbers(tokens)).text()


class _Lines:
    def __init__(self, tokens: Iterable[Token]):
        self.lines, self.parts = [], []  # those that are whole, and of the next one
        self.mark = ""  # of a list item that has no line yet
        self.numbers = []  # the next of each open list; None where it has none
        self.is_code = self.begins_row = False
        for token in tokens:
            self.read(token)
        self.end_line()

    def text(self) -> str:
        return "\n".join(self.lines)

    def read(self, token: Token) -> None:
        whole, closing, name, attributes = token
        if not name:
            self.write(unescape(attributes or whole))
            return
        if name in ENDS_LINE:
            self.end_line()
        if name in CELLS and not closing:
            self.parts.append("" if self.begins_row else BETWEEN_CELLS)
            self.begins_row = False
        elif name in LISTS and closing:
            self.numbers.pop()
        elif name in LISTS:
            self.numbers.append(_first_number(token) if name == "ol" else None)
        elif name == "li":
            self.mark = "" if closing else self.next_mark()
        elif name == "tr":
            self.begins_row = not closing
        elif name == "pre":
            self.is_code = not closing

    def write(self, text: str) -> None:
        first, *more = text.split("\n") if self.is_code else [text]
        self.parts.append(first)
        for line in more:
            self.end_line()
            self.parts.append(line)

    def end_line(self) -> None:
        if line := " ".join("".join(self.parts).split()):
            self.lines.append(f"{self.mark}{line}")
            self.mark = ""
        self.parts = []

    def next_mark(self) -> str:
        number = self.numbers[-1] if self.numbers else None
        if number is None:
            return "- "
        self.numbers[-1] += 1
        return f"{number}. "


def _first_number(token: Token) -> int:
    written = attributes_of(token).get("start", "")
    is_number = written.isascii() and written.isdigit()
    return int(written) if is_number and len(written) <= LONGEST_NUMBER else 1
