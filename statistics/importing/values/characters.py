"""Reduce the characters that cells are written with to those that the readers know."""

import re
import unicodedata

from careerguide.languages.signs import DASHES, INVISIBLE, SPACES

APOSTROPHES = "\u2019\u02bc\u00b4\uff07"

# Without NUL, which is refused where it is stored.
CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")

ALIKE = {ord(c): "-" for c in DASHES} | {ord(c): " " for c in SPACES}
ALIKE |= {ord(c): "'" for c in APOSTROPHES} | {ord(c): None for c in INVISIBLE}
ALIKE |= {ord("％"): "%", ord("٪"): "%", ord("٫"): ".", ord("٬"): "'"}
ALIKE |= {ord("（"): "(", ord("）"): ")", ord("［"): "[", ord("］"): "]"}
ALIKE |= {ord("，"): ",", ord("．"): ".", ord("＄"): "$", ord("￥"): "¥"}


def plain(text):
    """The text with plain spaces, minus signs and digits, for reading it as a number.

    What it is shown as is the text itself.
    """
    text = text.translate(ALIKE)
    if not text.isascii():
        text = "".join(map(_digit, text))
    return text.strip()


def visible(text):
    """The text without white space around it and characters that have no width."""
    if CONTROL.search(text):
        text = CONTROL.sub("", text.replace("\v", " ").replace("\f", " "))
    if text.isascii():
        return text.strip()
    return text.strip(INVISIBLE + " \t\r\n\v\f" + SPACES)


def _digit(character):
    # Digits of other scripts; superscripts are none, and mark notes.
    if character.isdecimal() and not character.isascii():
        return str(unicodedata.decimal(character))
    return character
