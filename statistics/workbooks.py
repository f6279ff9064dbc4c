"""An .xlsx workbook as parts of a zip file, each read in bounded time and memory.

openpyxl, which reads them for everybody else, can be kept busy for minutes and made to
take a gigabyte by a file of 60 kB: it unpacks what nobody asked for, and makes up each
row that a file leaves out. We open four parts, and count.
"""

import io
import zipfile
import zlib
from xml.etree.ElementTree import ParseError, iterparse

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .problems import DataError
from .worksheets import Formats, lines_of

MAX_PART = 12_000_000  # bytes of a part, unpacked; 2,000 rows of 30 numbers take 3
MAX_ELEMENTS = 400_000  # such a table has 130,000
WORKBOOK = "xl/workbook.xml"


def read_workbook(data):
    """(lines, notes) of a workbook's first sheet; `DataError` says why not."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Workbook(archive).read()
    except DataError:
        raise
    except (
        *(ArithmeticError, LookupError, NotImplementedError, OSError, RuntimeError),
        *(ParseError, ValueError, EOFError, zipfile.BadZipFile, zlib.error),
    ) as error:
        raise DataError(
            [_("The workbook is damaged: open it in a spreadsheet and save it anew.")]
        ) from error


class _Workbook:
    def __init__(self, archive):
        self.archive = archive
        names = archive.namelist()
        if any("vbaproject" in name.lower() for name in names):
            raise DataError(
                [_("This workbook holds macros: save it as .xlsx or .csv.")]
            )
        if WORKBOOK not in names:
            raise DataError([_("This is no .xlsx workbook: save it as .xlsx or .csv.")])

    def read(self):
        targets, kinds = self._relations()
        sheets, starts_1904 = [], False
        for element in self.elements(WORKBOOK, "sheet", "workbookPr"):
            if _name(element) == "workbookPr":
                starts_1904 = element.get("date1904") in ("1", "true")
            elif element.get("state", "visible") == "visible":
                relation = next(
                    (v for k, v in element.items() if k.endswith("}id")), None
                )
                sheets.append((element.get("name", ""), targets[relation]))
        sheets = [(name, part) for name, part in sheets if kinds[part] == "worksheet"]
        if not sheets:
            raise DataError([_("There is no sheet with cells in this workbook.")])
        parts = {kind: part for part, kind in kinds.items()}
        strings = self._strings(parts.get("sharedStrings"))
        formats = self._formats(parts.get("styles"), starts_1904)
        name, part = sheets[0]
        lines = lines_of(self.elements(part, "row"), strings, formats)
        if len(sheets) == 1:
            return lines, []
        note = ngettext(
            "Only the first sheet, “%(name)s”, was read; there is %(count)d.",
            "Only the first sheet, “%(name)s”, was read; there are %(count)d.",
            len(sheets),
        )
        return lines, [note % {"name": name, "count": len(sheets)}]

    def elements(self, part, *names):
        """Each element of these names in a part, emptied once the next is asked for."""
        if self.archive.getinfo(part).file_size > MAX_PART:
            raise _too_large()
        text = self.archive.read(part)  # no more than the size above, whatever is in it
        # No workbook declares entities; a file made to harm its readers does.
        if b"<!doctype" in text.replace(b"\0", b"").lower():
            raise DataError([_("This is no .xlsx workbook: save it as .xlsx or .csv.")])
        for count, (_event, element) in enumerate(iterparse(io.BytesIO(text))):
            if count > MAX_ELEMENTS:
                raise _too_large()
            if _name(element) in names:
                yield element
                element.clear()

    def _relations(self):
        """The part that each id stands for, and what kind of part it is."""
        targets, kinds = {}, {}
        for element in self.elements("xl/_rels/workbook.xml.rels", "Relationship"):
            target = element.get("Target", "")
            part = target[1:] if target.startswith("/") else f"xl/{target}"
            targets[element.get("Id")] = part
            kinds[part] = element.get("Type", "").rpartition("/")[2]
        return targets, kinds

    def _strings(self, part):
        return [_string(e) for e in self.elements(part, "si")] if part else []

    def _formats(self, part, starts_1904):
        codes, styles = {}, []
        for element in self.elements(part, "numFmt", "cellXfs") if part else ():
            if _name(element) == "numFmt":
                codes[element.get("numFmtId")] = element.get("formatCode", "")
            else:
                styles = [style.get("numFmtId", "0") for style in element]
        return Formats(codes, styles, starts_1904)


def _string(element):
    """A shared string: its text or its runs, without what says how to pronounce it."""
    return "".join(
        text.text or ""
        for child in element
        for text in ([child] if _name(child) == "t" else child)
        if _name(child) in ("t", "r") and _name(text) == "t"
    )


def _name(element):
    return element.tag.rpartition("}")[2]


def _too_large():
    return DataError([_("The workbook is too large: copy the table into a new one.")])
