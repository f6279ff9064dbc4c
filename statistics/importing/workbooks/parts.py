"""Open an .xlsx workbook as parts of a zip file, in bounded time and memory.

openpyxl, which reads them for everybody else, can be kept busy for minutes and made to
take a gigabyte by a file of 60 kB: it unpacks what nobody asked for, and makes up each
row that a file leaves out. We open the parts that we need, and count.
"""

import io
import re
from xml.etree.ElementTree import iterparse

from django.utils.translation import gettext as _

from statistics.table.errors import DataError

from .displayed import Formats
from .rich_text import is_struck, local_name, text_of
from .worksheets import place_of, read_worksheet
from .zips import Parts, damaged, readable, too_large

MAX_ELEMENTS = 400_000  # of all parts; a table of 2,000 rows and 30 columns has 130,000
MOST_LOOKED_AT = 12  # sheets
DIMENSION = re.compile(
    rb'<(?:\w+:)?dimension[^>]* ref="(?:[A-Z0-9]+:)?([A-Z]+)([0-9]+)"'
)
# Where the elements that we read stand. Others of the same names stand elsewhere:
# Office writes a second workbookPr among its extensions, and formats among rules.
BOOK_PATHS = ("workbook/workbookPr", "workbook/sheets/sheet")
SHEET_PATHS = (
    "worksheet/cols/col",
    "worksheet/sheetData/row",
    "worksheet/mergeCells/mergeCell",
)
STYLE_PATHS = (
    "styleSheet/numFmts/numFmt",
    "styleSheet/fonts",
    "styleSheet/cellStyleXfs",
    "styleSheet/cellXfs",
)


class Workbook:
    """The sheets of a workbook that are shown, and its hidden ones by name.

    `sheet(name)` gives the `Worksheet` of one; each method raises `DataError` where
    the file cannot be read.
    """

    def __init__(self, data):
        self.count = 0
        self.parts = Parts(data)
        self._read_book()

    def sheet(self, name):
        elements = self._elements(self.sheets[name], *SHEET_PATHS)
        return read_worksheet(elements, self._strings, self._formats)

    def size(self, name):
        """Return (rows, columns) as the sheet itself says; zeros where it does not."""
        found = DIMENSION.search(self.parts.beginning(self.sheets[name]))
        if not found:
            return 0, 0
        return int(found[2][:8]), place_of(found[1].decode())

    def _read_book(self):
        targets, kinds = self._relations()
        self.sheets, self.hidden, starts_1904 = {}, [], False
        book = self.parts.main
        for element in self._elements(book, *BOOK_PATHS):
            if local_name(element) == "workbookPr":
                starts_1904 = element.get("date1904") in ("1", "true", "on")
                continue
            relation = next(
                (v for k, v in element.items() if k.endswith("/relationships}id")), None
            )
            if relation not in targets:
                raise damaged()
            part, name = targets[relation], element.get("name", "")
            if kinds[part] != "worksheet":
                continue
            if element.get("state", "visible") == "visible":
                self.sheets[name] = part
            else:
                self.hidden.append(name)
        if not self.sheets:
            raise DataError([_("There is no sheet with cells in this workbook.")])
        parts = {kind: part for part, kind in kinds.items()}
        self._strings = self._read_strings(parts.get("sharedStrings"))
        self._formats = self._read_formats(parts.get("styles"), starts_1904)

    def _elements(self, part, *paths):
        """Each element at these paths in a part, emptied once the next is asked for.

        Only what is in the namespace of the part's root is looked at.
        """
        text = self.parts.read(part)
        # No workbook declares entities; a file made to harm its readers does.
        if b"<!doctype" in text.replace(b"\0", b"").lower():
            raise DataError([_("This is no .xlsx workbook: save it as .xlsx or .csv.")])
        namespace, path = None, []
        for event, element in _events(text):
            if event == "start":
                its_own, _brace, name = element.tag.rpartition("}")
                namespace = its_own if namespace is None else namespace
                path.append(name if its_own == namespace else "")
                continue
            self.count += 1
            if self.count > MAX_ELEMENTS:
                raise too_large()
            if "/".join(path) in paths:
                yield element
                element.clear()
            path.pop()

    def _relations(self):
        """The part that each id stands for, and what kind of part it is."""
        targets, kinds = {}, {}
        for element in self._elements(
            self.parts.relations, "Relationships/Relationship"
        ):
            part = self.parts.beside(self.parts.main, element.get("Target", ""))
            targets[element.get("Id")] = part
            kind = element.get("Type", "")
            kinds[part] = kind.rpartition("/")[2] if "/officeDocument/" in kind else ""
        return targets, kinds

    def _read_strings(self, part):
        if not self.parts.has(part):
            return []
        return [text_of(e) for e in self._elements(part, "sst/si")]

    def _read_formats(self, part, starts_1904):
        codes, styles, struck = {}, {}, []
        known = self.parts.has(part)
        for element in self._elements(part, *STYLE_PATHS) if known else ():
            name = local_name(element)
            if name == "numFmt":
                codes[element.get("numFmtId")] = element.get("formatCode", "")
            elif name == "fonts":
                struck = [is_struck(font) for font in element]
            else:
                styles[name] = [
                    dict(xf.attrib) for xf in element if local_name(xf) == "xf"
                ]
        own, named = styles.get("cellXfs", []), styles.get("cellStyleXfs", [])
        return Formats(
            codes,
            [xf.get("numFmtId", "0") for xf in own],
            starts_1904,
            frozenset(
                str(place)
                for place, xf in enumerate(own)
                if _at(struck, _font_of(xf, named))
            ),
        )


def _font_of(style, named):
    """The number of a style's font: its own, or that of the named one it goes by."""
    return style.get("fontId") or (_at(named, style.get("xfId")) or {}).get("fontId")


def _at(items, number):
    known = number and number.isdecimal() and len(number) < 10
    return items[int(number)] if known and int(number) < len(items) else None


def _events(text):
    """What the parser finds. What its caller does with it is outside `readable`."""
    with readable():
        yield from iterparse(io.BytesIO(text), ("start", "end"))
