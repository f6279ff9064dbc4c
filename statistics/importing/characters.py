"""Reduce the characters that cells are written with to those that the readers know."""

import re
import unicodedata

MINUS_SIGNS = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
SPACES += "\u202f\u205f\u3000"
APOSTROPHES = "\u2019\u02bc\u00b4\uff07"
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
INVISIBLE += "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

# Without NUL, which is refused where it is stored.
CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")

ALIKE = {ord(c): "-" for c in MINUS_SIGNS} | {ord(c): " " for c in SPACES}
ALIKE |= {ord(c): "'" for c in APOSTROPHES} | {ord(c): None for c in INVISIBLE}
ALIKE |= {ord("％"): "%", ord("٪"): "%", ord("٫"): ".", ord("٬"): "'"}
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
        text = CONTROL.sub("", text)
    if text.isascii():
        return text.strip()
    return text.strip(INVISIBLE + " \t\r\n\v\f" + SPACES)


def _digit(character):
    # Digits of other scripts; superscripts are none, and mark notes.
    if character.isdecimal() and not character.isascii():
        return str(unicodedata.decimal(character))
    return character
