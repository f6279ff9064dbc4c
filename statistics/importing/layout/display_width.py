"""Give each character as many places as a console shows it with.

Chinese, Japanese and Korean characters are two wide; accents are joined to letters.
"""

import unicodedata

FILLER = "\uffff"  # no character, so that no cell holds it


def as_wide_as_shown(text):
    """Return the text with a filler after characters that are two wide."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return "".join(c + FILLER * (unicodedata.east_asian_width(c) in "WF") for c in text)


def as_written(text):
    return text.replace(FILLER, "")
