"""Tell what kind of document a file is, and how to save those that are not read."""

import posixpath
import re

from .errors import Refusal, gettext_noop

WORD, HTML, MARKDOWN, TEXT = "word", "html", "markdown", "text"
BY_ENDING = {
    ".docx": WORD,
    **dict.fromkeys((".html", ".htm", ".xhtml"), HTML),
    **dict.fromkeys((".md", ".markdown"), MARKDOWN),
    **dict.fromkeys((".txt", ".text"), TEXT),
}
ODT = gettext_noop(
    "This is an OpenDocument text: open it in LibreOffice or Word, and save it as "
    ".docx."
)
RTF = gettext_noop(
    "This is a Rich Text file: open it in Word or LibreOffice, and save it as .docx."
)
PDF = gettext_noop(
    "This is a PDF, which holds printed pages and no paragraphs: upload the document "
    "that it was made from, or open it in Word and save it as .docx."
)
DOC = gettext_noop(
    "This is an old .doc file, or one with a password: open it in Word, and save it as "
    ".docx without a password."
)
MACROS = gettext_noop("This document holds macros: save it as .docx, without them.")
MHTML = gettext_noop(
    "This is a web archive: open it in a browser, and save the page as HTML only."
)
WORKBOOK = gettext_noop(
    "This is a workbook and no document: upload it where a table is edited."
)
SLIDES = gettext_noop(
    "This is a presentation and no document: copy its text into one, and save that as "
    ".docx."
)
PICTURE = gettext_noop("This is a picture and no document: upload it to the images.")
UNKNOWN = gettext_noop(
    "Nothing here reads this kind of file: save the document as .docx, .html, .md or "
    ".txt."
)
EMPTY = gettext_noop("The file is empty.")
REFUSED = {
    **dict.fromkeys((".odt", ".ott", ".fodt", ".sxw"), ODT),
    ".rtf": RTF,
    ".pdf": PDF,
    **dict.fromkeys((".doc", ".dot", ".wps"), DOC),
    **dict.fromkeys((".docm", ".dotm"), MACROS),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive"), MHTML),
    **dict.fromkeys((".xls", ".xlsx", ".xlsm", ".ods", ".csv", ".tsv"), WORKBOOK),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), SLIDES),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"), PICTURE),
}
SIGNATURES = (
    (b"%PDF", PDF),
    (b"{\\rtf", RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOC),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"From: <Saved by", MHTML),
)
INSIDE = (  # of a zip file, by the name of a part in its directory
    (b"mimetypeapplication/vnd.oasis.opendocument.text", ODT),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", WORKBOOK),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", SLIDES),
    (b"word/vbaProject.bin", MACROS),
    (b"word/", None),
    (b"xl/workbook", WORKBOOK),
    (b"ppt/presentation", SLIDES),
)
ZIP = b"PK\x03\x04"
PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b", re.IGNORECASE)


def kind_of(name, data):
    """Return the kind of a file by its first bytes and its name; or raise `Refusal`."""
    if not data.strip(b"\0 \r\n\t"):
        raise Refusal(EMPTY)
    for signature, sentence in SIGNATURES:
        if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(signature):
            raise Refusal(sentence)
    ending = posixpath.splitext(name.casefold())[1]
    if data.startswith(ZIP):
        found = next((s for part, s in INSIDE if part in data), UNKNOWN)
        if found is UNKNOWN:
            raise Refusal(DAMAGED if ending == ".docx" else REFUSED.get(ending, found))
        if found:
            raise Refusal(found)
        return WORD
    if ending in REFUSED:
        raise Refusal(REFUSED[ending])
    kind = BY_ENDING.get(ending)
    if kind == TEXT and PAGE.match(data):
        return HTML
    if kind is None or kind == WORD:
        raise Refusal(DAMAGED if kind else UNKNOWN)
    return kind


DAMAGED = gettext_noop(
    "The name ends in .docx, and the file is no Word document: save it anew in Word."
)
