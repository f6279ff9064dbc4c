"""Decode the text of a file, in the encoding that it names or seems to have."""

import codecs

from django.utils.translation import gettext as _

from statistics.table.errors import DataError

MARKS_OF_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # which begins as UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SEPARATOR_HINTS = ("sep=,", "sep=;", "sep=\t", "sep=|", "sep=")


def decoded(data):
    """Return (text, lines skipped at its beginning, sentences to tell)."""
    for mark, encoding in MARKS_OF_ENCODINGS:
        if data.startswith(mark):
            return *_without_hint(_decoded(data, encoding)), ()
    if b"\0" in data:
        raise DataError(
            [
                _(
                    "This is not the text of a table, or in an encoding that it does "
                    "not name. Save it as “CSV UTF-8” or as .xlsx."
                )
            ]
        )
    try:
        return *_without_hint(data.decode()), ()
    except UnicodeDecodeError:
        note = _(
            "The file is not in UTF-8: it was read as Windows-1252. Look at letters "
            "such as é or ß, and save it as “CSV UTF-8” if they are wrong."
        )
        if not (b"\n" in data or b"\r" in data):
            data = data.replace(b"\x85", b"\n")  # as mainframes end lines
        return *_without_hint(data.decode("cp1252", errors="replace")), (note,)


def _without_hint(text):
    """Without the first line by which Excel names the separator."""
    first, _end, rest = text.partition("\n")
    hint = first.strip("\r\n ").strip('"').lower()
    return (rest, 1) if hint in SEPARATOR_HINTS else (text, 0)


def _decoded(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise DataError([_("The file is damaged: its text cannot be read.")]) from None
