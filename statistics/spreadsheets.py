"""A .csv or .xlsx file of somebody's, read as the text that the form takes.

Everything in it is meant for us by a stranger: sizes are bounded before anything is
unpacked, macros and document types are refused, and whatever cannot be read is a
sentence.
"""

import codecs
import csv
import io
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .problems import DataError
from .workbooks import read_workbook

MAX_BYTES = 2_000_000
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NOT_A_TABLE = (
    b"%pdf",
    b"\x89png",
    b"\xff\xd8\xff",
    b"gif8",
    b"{\\rtf",
    b"<!doc",
    b"<htm",
)
MARKS_OF_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SEPARATOR_HINTS = ("sep=,", "sep=;", "sep=\t", '"sep=,"', '"sep=;"')


@dataclass(frozen=True)
class Sheet:
    """The text of a file; `decimal_mark` where the file knows it, `notes` to tell."""

    text: str
    decimal_mark: str = ""
    notes: tuple[str, ...] = ()


def read_file(file):
    """The `Sheet` of an uploaded file; `DataError` says why there is none."""
    if file.size > MAX_BYTES:
        raise DataError([_("The file is larger than 2 MB.")])
    data = file.read(MAX_BYTES + 1)
    if not data.strip(b"\0 \r\n\t"):
        raise DataError([_("The file is empty.")])
    if data.startswith(OLD_OFFICE):
        raise DataError(
            [
                _(
                    "This is an old .xls file, or one with a password. Save it as "
                    ".xlsx without a password, or as .csv."
                )
            ]
        )
    if data.startswith(b"PK"):
        lines, notes = read_workbook(data)
        return Sheet(_as_text(lines), ".", tuple(notes))
    if data.lstrip().lower().startswith(NOT_A_TABLE):
        raise DataError([_("This is no table. Choose a .csv or an .xlsx file.")])
    return _read_csv(data)


def _read_csv(data):
    for mark, encoding in MARKS_OF_ENCODINGS:
        if data.startswith(mark):
            return Sheet(_without_hint(_decoded(data, encoding)))
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
        return Sheet(_without_hint(data.decode()))
    except UnicodeDecodeError:
        note = _(
            "The file is not in UTF-8: it was read as Windows-1252. Look at letters "
            "such as é or ß, and save it as “CSV UTF-8” if they are wrong."
        )
        text = data.decode("cp1252", errors="replace")
        return Sheet(_without_hint(text), notes=(note,))


def _without_hint(text):
    """Without the first line by which Excel names the separator."""
    first, _end, rest = text.partition("\n")
    return rest if first.strip().lower() in SEPARATOR_HINTS else text


def _decoded(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise DataError([_("The file is damaged: its text cannot be read.")]) from None


def _as_text(lines):
    width = max(map(len, lines), default=0)
    # With one column there is no tab that shows that a comma belongs to a cell.
    quoting = csv.QUOTE_ALL if width == 1 else csv.QUOTE_MINIMAL
    out = io.StringIO()
    csv.writer(
        out, dialect="excel-tab", lineterminator="\n", quoting=quoting
    ).writerows(line + [""] * (width - len(line)) for line in lines)
    return out.getvalue()
