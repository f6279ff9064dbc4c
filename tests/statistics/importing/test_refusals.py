"""Test that what is no table is named as what it is, and a table is not."""

import pytest

from statistics.importing.refusals import (
    BEGINNING,
    OLD_OFFICE,
    refuse_binary,
    refuse_markup,
    refuse_text,
)
from statistics.table.errors import DataError
from tests.each import each


def named(refuse, data):
    """What a refusal calls it; "" where it is taken."""
    try:
        refuse(data)
    except DataError as error:
        start, end = "This is no table. It is ", ": open it in a spreadsheet"
        sentence = str(error)
        assert sentence.startswith(start) and end in sentence
        return sentence.removeprefix(start).partition(end)[0]
    return ""


@each(
    ("data", "name"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"\n %pdf", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"GIF89a", "a picture"),
        (b"BM6\0", "a picture"),
        (b"BM" + b"x" * (BEGINNING - 3) + b"\0", "a picture"),
        (b"II*\0", "a picture"),
        (b"MM\0*", "a picture"),
        (b"RIFF", "a picture or a sound"),
        (b"{\\rtf1", "a text document"),
        (b"\x1f\x8b\x08", "a packed file"),
        (b"7z\xbc\xaf", "a packed file"),
        (b"Rar!", "a packed file"),
        (b"BZh9", "a packed file"),
        (b"\xfd7zXZ", "a packed file"),
        (b"SQLite format 3\0", "a database"),
        (b"PAR1", "a data file for programs"),
        (b"BM,Area\n1,2\n", ""),  # a table may begin so
        (b"BM" + b"x" * (BEGINNING - 2) + b"\0", ""),
        (b"Area,Pay\nLeeds,5\n", ""),
        (b"Area %PDF", ""),
    ],
)
def test_file_is_named_by_its_first_bytes(data, name):
    assert named(refuse_binary, data) == name


def test_old_workbook_is_told_its_way():
    with pytest.raises(DataError, match="old .xls file, or one with a password"):
        refuse_binary(OLD_OFFICE + b"\0")


MARKUP = [
    ('<?xml version="1.0"?><?mso progid="Excel.Sheet"?><x/>', "an XML spreadsheet"),
    ("<ss:Workbook>", "an XML spreadsheet"),
    ("<Workbook xmlns='x'>", "an XML spreadsheet"),
    ("<svg width='1'>", "a picture"),
    ('<?xml?><office:document xmlns="x">', "an OpenDocument file"),
    ("<!DOCTYPE html><p>x", "an HTML page"),
    ("\ufeff \n<html>", "an HTML page"),
    *((f"<{tag}>x", "an HTML page") for tag in ("table", "tr", "td", "div", "ul", "p")),
    ("<!-- x --><p>y", "an HTML page"),
    ("<!-- x -->", "an XML file"),
    ("<data><row/></data>", "an XML file"),
    ("<a:b c='d'>", "an XML file"),
    ('{"a": 1}', "a JSON file"),
    ('{ \n"a": 1}', "a JSON file"),
    ("[[1, 2]]", "a JSON file"),
    ('[ {"a": 1}]', "a JSON file"),
    ("INSERT INTO pay VALUES (1)", "a program"),
    ("create table pay (a int)", "a program"),
    ("\\begin{tabular}{ll}", "LaTeX"),
    ("\\hline\nA & B \\\\", "LaTeX"),
    ("A & B \\\\ \\hline\nC & D \\\\", "LaTeX"),
    ("A & B \\\\\n" * 5 + "end", "LaTeX"),
    ("A & B \\\\\n" * 4 + "end", ""),
    ("A & B\nC & D", ""),
    ("A \\\\\nB \\\\", ""),
    ("<5,<10\n1,2", ""),
    ("< 5\n6", ""),
    ("<3 people,5", ""),
    ("[a],b\n1,2", ""),
    ("{a},b\n1,2", ""),
    ("INSERTED,b\n1,2", ""),
    ("Area,<table>\n1,2", ""),
    ("", ""),
]


@each(("text", "name"), MARKUP)
def test_markup_is_named_in_files_and_pastes(text, name):
    assert named(refuse_markup, text) == name
    assert named(refuse_text, text) == name


@each(
    ("text", "name"),
    [
        ("%!PS-Adobe-3.0", "a PostScript file"),
        ("#!/bin/sh\n", "a program"),
        ("BEGIN:VCARD", "a card or a calendar"),
        ("From: a@example.org\nTo: b", "an e-mail"),
        ("Subject: Pay\n", "an e-mail"),
        ("Received: by x\n", "an e-mail"),
        ("From: London", ""),  # with no line below it
        ("From:,To:\n1,2", ""),
        ("#1,b\n", ""),
        ("Area,BEGIN:V\n", ""),
    ],
)
def test_text_is_named_in_files_only(text, name):
    assert named(refuse_text, text) == name
    assert named(refuse_markup, text) == ""
