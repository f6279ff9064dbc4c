"""Decode the text of a file, in the encoding that it names or seems to have."""

import codecs
import re

from ..errors import Refusal, gettext_noop

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # which begins as UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NAMED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
NO_TEXT = gettext_noop("This is no text, or in an encoding that it does not name.")


def decoded(data, is_page=False):
    """Return (text, whether its encoding was guessed); a page may name its own."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), False
    if b"\0" in data:
        raise Refusal(NO_TEXT)
    try:
        return data.decode(), False
    except UnicodeDecodeError:
        pass
    named = NAMED.search(data[:4_096]) if is_page else None
    if named:
        try:
            return data.decode(named[1].decode(), errors="replace"), False
        except LookupError:
            pass
    return data.decode("cp1252", errors="replace"), True
