"""Tell files that are no tables, whatever their name says, and how to save them."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from statistics.table.errors import DataError

SIGNATURES = (
    (b"%pdf", gettext_noop("a PDF")),
    (b"\x89png", gettext_noop("a picture")),
    (b"\xff\xd8\xff", gettext_noop("a picture")),
    (b"gif8", gettext_noop("a picture")),
    (b"bm", gettext_noop("a picture")),
    (b"ii*\0", gettext_noop("a picture")),
    (b"mm\0*", gettext_noop("a picture")),
    (b"riff", gettext_noop("a picture or a sound")),
    (b"{\\rtf", gettext_noop("a text document")),
    (b"\x1f\x8b", gettext_noop("a packed file")),
    (b"7z\xbc\xaf", gettext_noop("a packed file")),
    (b"rar!", gettext_noop("a packed file")),
    (b"bzh", gettext_noop("a packed file")),
    (b"\xfd7zxz", gettext_noop("a packed file")),
    (b"sqlite format 3", gettext_noop("a database")),
    (b"par1", gettext_noop("a data file for programs")),
)
BINARY_ONLY = {b"bm"}  # two letters that a table may begin with
XML = re.compile(
    r"\s*<(\?xml|!doctype|!--|html|svg|workbook|table|body|head|[a-z][\w.]*:?[\w.]*[\s>/])",
    re.I,
)
KINDS_OF_XML = (
    (r"progid=\"excel\.sheet|<(\w+:)?workbook\b", gettext_noop("an XML spreadsheet")),
    (r"<svg\b", gettext_noop("a picture")),
    (r"office:document", gettext_noop("an OpenDocument file")),
    (
        r"<!doctype html|<(html|table|thead|tbody|t[rdh]|body|head|div|ul|ol|p|span)\b",
        gettext_noop("an HTML page"),
    ),
)
KINDS_OF_TEXT = (
    (r"%!PS", gettext_noop("a PostScript file")),
    (r"#!", gettext_noop("a program")),
    (r"BEGIN:V", gettext_noop("a card or a calendar")),
    (
        r"(From|To|Subject|Received|Date|MIME-Version|Return-Path|Message-ID): .*\n",
        gettext_noop("an e-mail"),
    ),
)
LATEX = re.compile(r"\\(begin\{|documentclass|hline|toprule|multicolumn)")
SQL = re.compile(r"(INSERT INTO|CREATE TABLE|DROP TABLE) ", re.IGNORECASE)
BEGINNING = 4_000
SOME_ROWS = 5
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refuse_binary(data):
    """Raise `DataError` for what is no text: old workbooks, PDF, pictures."""
    if data.startswith(OLD_OFFICE):
        raise DataError(
            [
                _(
                    "This is an old .xls file, or one with a password. Save it as "
                    ".xlsx without a password, or as .csv."
                )
            ]
        )
    head = data[:BEGINNING].lstrip().lower()
    for signature, words in SIGNATURES:
        may_be_text = signature in BINARY_ONLY and b"\0" not in data[:BEGINNING]
        if head.startswith(signature) and not may_be_text:
            raise no_table(words)


def refuse_text(text):
    """Raise `DataError` for text that is no table, but XML, a program or an e-mail."""
    refuse_markup(text)
    head = _head(text)
    for pattern, words in KINDS_OF_TEXT:
        if re.match(pattern, head):
            raise no_table(words)


def refuse_markup(text):
    """Raise `DataError` for XML, HTML, JSON, LaTeX and SQL, which are pasted, too."""
    head = _head(text)
    if head.startswith("<") and XML.match(head):
        for pattern, words in KINDS_OF_XML:
            if re.search(pattern, head, re.IGNORECASE):
                raise no_table(words)
        raise no_table(gettext_noop("an XML file"))
    if re.match(r"\{\s*\"|\[\s*[\[{]", head):
        raise no_table(gettext_noop("a JSON file"))
    if SQL.match(head):
        raise no_table(gettext_noop("a program"))
    rows = [row.strip() for row in head.splitlines() if row.strip()]
    if LATEX.match(head) or (rows and all(map(_is_latex_row, rows[:SOME_ROWS]))):
        raise no_table(gettext_noop("LaTeX"))


def _head(text):
    return text[:BEGINNING].lstrip("\ufeff \t\r\n")


def _is_latex_row(row):
    """Whether cells stand between ampersands, and two backslashes end them."""
    return "&" in row and row.removesuffix(r"\hline").rstrip().endswith(r"\\")


def no_table(words):
    sentence = _(
        "This is no table. It is %s: open it in a spreadsheet, or copy the table into "
        "one, and save that as .xlsx or .csv. Choose a .csv or an .xlsx file."
    )
    return DataError([sentence % _(words)])
