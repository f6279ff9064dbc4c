"""Find the parts of a workbook's zip file, by names as careless programs write them.

Spreadsheets open files whose parts are named in other case, or with backslashes.
"""

import io
import posixpath
import re
import zipfile
import zlib
from contextlib import contextmanager
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from statistics.table.errors import DataError

MAX_PART = 12_000_000  # bytes, unpacked; 2,000 rows of 30 numbers take 3
BEGINNING = 4_096
MAIN = "xl/workbook.xml"
ROOT = "_rels/.rels"
MAIN_TARGET = re.compile(rb'<[^>]*officeDocument"[^>]*>')
TARGET = re.compile(rb'Target="([^"]+)"')
OTHERS = (
    ("xl/workbook.bin", gettext_noop("an .xlsb workbook")),
    ("word/document.xml", gettext_noop("a Word document")),
    ("ppt/presentation.xml", gettext_noop("a presentation")),
    ("index/document.iwa", gettext_noop("a Numbers or Pages document")),
    ("content.xml", gettext_noop("an OpenDocument file")),
)
# What the parsers of zip files and XML raise, those of methods and encodings included.
DAMAGED = (
    *(ArithmeticError, LookupError, NotImplementedError, OSError, RuntimeError),
    *(ParseError, ValueError, EOFError, zipfile.BadZipFile, zlib.error),
)


class Parts:
    def __init__(self, data):
        with readable():
            archive = zipfile.ZipFile(io.BytesIO(data))
        self.archive, self.names = archive, {}
        for info in archive.infolist():
            self.names.setdefault(_plain(info.filename), info)
        if any("vbaproject" in name for name in self.names):
            raise DataError(
                [_("This workbook holds macros: save it as .xlsx or .csv.")]
            )
        self.main = self._main()
        folder, name = posixpath.split(self.main)
        self.relations = f"{folder}/_rels/{name}.rels"

    def has(self, name):
        return bool(name) and _plain(name) in self.names

    def read(self, name):
        """Return no more than the size that the file itself says, whatever is in it."""
        if not self.has(name):
            raise damaged()
        info = self.names[_plain(name)]
        if info.file_size > MAX_PART:
            raise too_large()
        with readable():
            return self.archive.read(info)

    def beginning(self, name):
        if not self.has(name):
            raise damaged()
        with readable(), self.archive.open(self.names[_plain(name)]) as part:
            return part.read(BEGINNING)

    @staticmethod
    def beside(part, target):
        """Return the part that a relation of another names."""
        target = target.replace("\\", "/")
        if target.startswith("/"):
            return _plain(target)
        return _plain(
            posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
        )

    def _main(self):
        if MAIN in self.names:
            return MAIN
        if self.has(ROOT) and self.names[ROOT].file_size < MAX_PART:
            found = MAIN_TARGET.search(self.read(ROOT))
            target = TARGET.search(found[0]) if found else None
            if target:
                main = _plain(target[1].decode("utf-8", "replace"))
                is_other = main.startswith(("word/", "ppt/"))
                if main in self.names and main.endswith(".xml") and not is_other:
                    return main
        for name, words in OTHERS:
            if name in self.names:
                sentence = _(
                    "This is no .xlsx workbook: save it as .xlsx or .csv. It is %s."
                )
                raise DataError([sentence % _(words)])
        raise DataError([_("This is no .xlsx workbook: save it as .xlsx or .csv.")])


def _plain(name):
    return name.replace("\\", "/").lstrip("/").casefold()


@contextmanager
def readable():
    """Turn what a damaged zip file or XML part makes go wrong into a sentence.

    Only their parsers belong below it: a fault of our own is no damage of the file.
    """
    try:
        yield
    except DAMAGED as error:
        raise damaged() from error


def damaged():
    sentence = _("The workbook is damaged: open it in a spreadsheet and save it anew.")
    return DataError([sentence])


def too_large():
    return DataError([_("The workbook is too large: copy the table into a new one.")])
