"""Open the zip file of a Word document within limits, before anything is unpacked."""

import io
import zipfile
import zlib

from ..errors import Refusal, gettext_noop

MOST_PARTS = 5_000
MAX_PART = 30_000_000  # bytes of XML, unpacked
MAX_ALL = 120_000_000
MOST_RATIO, SMALL = 200, 1_000_000  # how far a part may unpack, if it is not small
DAMAGED = gettext_noop("The file is damaged: open it in Word and save it anew.")
TOO_LARGE = gettext_noop(
    "The file unpacks to more than a document may hold: divide it, or save it anew."
)
LOCKED = gettext_noop("The file has a password: save it without one.")
NO_WORD = gettext_noop(
    "This is a zip file and no Word document: upload the document that is in it."
)
# What the parsers of zip files raise, those of methods included.
BROKEN = (
    *(EOFError, LookupError, NotImplementedError, OSError, RuntimeError, ValueError),
    *(zipfile.BadZipFile, zlib.error),
)


class Package:
    """The parts of a .docx file, checked."""

    def __init__(self, data):
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            self.parts = {part.filename: part for part in self.archive.infolist()}
        except BROKEN:
            raise Refusal(DAMAGED) from None
        parts = self.archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise Refusal(LOCKED)
        if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > MAX_ALL:
            raise Refusal(TOO_LARGE)
        for part in parts:
            if part.file_size > SMALL and (
                part.file_size > MOST_RATIO * max(part.compress_size, 1)
                or (_is_xml(part.filename) and part.file_size > MAX_PART)
            ):
                raise Refusal(TOO_LARGE)
        is_word = any(name.startswith("word/") for name in self.parts)
        if not is_word and "[Content_Types].xml" not in self.parts:
            raise Refusal(NO_WORD)

    def read(self, name):
        try:
            return self.archive.read(name)
        except BROKEN:
            raise Refusal(DAMAGED) from None


def _is_xml(name):
    return name.casefold().endswith((".xml", ".rels", ".vml"))
