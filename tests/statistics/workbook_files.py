"""Create files as people upload them, good and bad."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def upload(data, name="table.csv"):
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def workbook(*rows, formats=(), sheets=()):
    """The bytes of an .xlsx file; `formats` are (cell, number format)."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cell, code in formats:
        book.active[cell].number_format = code
    for name in sheets:
        book.create_sheet(name)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(data, changes=None, add=None):
    """The same file with parts changed: `changes` maps names to functions."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            change = (changes or {}).get(name, lambda text: text)
            new.writestr(name, change(old.read(name)))
        for name, text in (add or {}).items():
            new.writestr(name, text)
    return out.getvalue()


def with_sheet(rows):
    """A workbook whose first sheet holds this XML as its rows."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return repacked(workbook(["A"]), {SHEET: lambda _text: sheet.encode()})
