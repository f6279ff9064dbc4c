"""Write the files of the corpus: text with separators, and workbooks."""

import csv
import io
import zipfile
from datetime import datetime

from openpyxl import Workbook

EPOCH = (2024, 1, 1, 0, 0, 0)


def separated(lines, separator=",", end="\n", quote_all=False, last_end=True):
    """Lines of cells as text."""
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=separator, lineterminator=end, quoting=quoting).writerows(
        lines
    )
    written = out.getvalue()
    return written if last_end else written.removesuffix(end)


def lines_of(header, *columns):
    """A header and columns of texts as the lines of a file."""
    return [list(header), *map(list, zip(*columns, strict=True))]


def text_file(text, encoding="utf-8"):
    return lambda: text.encode(encoding)


def workbook(*rows, formats=None, change=None, title="Sheet1"):
    """A function that makes the bytes of a workbook; `formats` by cell or column.

    `change` is called with the sheet before it is saved.
    """

    def make():
        book = Workbook()
        sheet = book.active
        sheet.title = title
        for row in rows:
            sheet.append(row)
        for place, code in (formats or {}).items():
            for cell in [sheet[place]] if place[-1].isdigit() else sheet[place][1:]:
                cell.number_format = code
        if change:
            change(sheet)
        return saved(book)

    return make


def saved(book):
    """The bytes of a workbook, the same on each day."""
    book.properties.created = book.properties.modified = datetime(2024, 1, 1)
    out = io.BytesIO()
    book.save(out)
    return rezipped(out.getvalue())


def rezipped(data, change=lambda name, part: (name, part)):
    """A zip file anew; `change` gives each part's name and bytes, or None."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if changed := change(name, old.read(name)):
                new.writestr(zipfile.ZipInfo(changed[0], EPOCH), changed[1])
    return out.getvalue()
