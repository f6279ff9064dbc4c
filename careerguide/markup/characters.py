"""List characters that look like a space or like nothing, or that are no text."""

import re
import unicodedata

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
# Vertical tab (Word, PowerPoint), form feed, next line, line and paragraph separator.
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
_CONTROLS = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f{_NONCHARACTERS}]")
_HAS_CONTROLS = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{_NONCHARACTERS}]")

BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"  # they look like a space
UNSEEN = "\xad\u180e\u200b\u2060-\u2064\ufeff"  # they look like nothing
JOINERS = "\u034f\u200c\u200d"  # wanted in words and emoji, not beside a mark
OVERRIDES = "\u202a-\u202e\u2066-\u2069"  # they turn all that follows, to a line's end
TURNS = f"\u061c\u200e\u200f{OVERRIDES}"  # they turn a line: kept
ODD = re.compile(f"[{BLANKS}{UNSEEN}{JOINERS}{TURNS}]")
# For `strip`, which knows no ranges: all but what turns a line.
ANY_GAP = " \t\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
ANY_GAP += "".join(c for c in UNSEEN + JOINERS if c != "-") + "\u2061\u2062\u2063"
_OVERRIDES = re.compile(f"[{OVERRIDES}]")
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs that are empty
_BLANK = re.compile(f"[{BLANKS}]")
_DROPPED = re.compile(f"[{UNSEEN}{JOINERS}]")


def normalise_line(text: str) -> str:
    """A text of one line: what would end it is a space, and other controls go."""
    if "\n" not in text and not _HAS_CONTROLS.search(text):
        return text
    ended = _LINE_ENDS.sub(" ", text).replace("\u2029", " ").replace("\n", " ")
    return _CONTROLS.sub("", ended)


def without_controls(text: str) -> str:
    """Return the text with one kind of line end, and no other control but the tab."""
    if not _HAS_CONTROLS.search(text):
        return text
    ended = _LINE_ENDS.sub("\n", text.replace("\u2029", "\n\n"))
    return _CONTROLS.sub("", ended)


def without_overrides(text: str) -> str:
    """Return the text without what turns the direction of whatever stands after it.

    The marks that languages from right to left are written with (U+200E, U+200F,
    U+061C) turn nothing else, and stay.
    """
    return _OVERRIDES.sub("", text)


def one_kind_of_line_end(text: str) -> str:
    """Return what a browser sends, as it counted it."""
    return text.replace("\r\n", "\n")


def spaced(text: str) -> str:
    return _BLANK.sub(" ", text)


def plain_gap(gap: str) -> str:
    return _DROPPED.sub("", spaced(gap))


def has_something(text: str) -> bool:
    """Return whether a text has more than spaces, controls and lone accents."""
    empty = {"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Mn", "Me"}
    return any(unicodedata.category(c) not in empty and c not in _FILLERS for c in text)
