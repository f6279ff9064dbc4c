"""Test the text of a file in its encoding, and the ends of its lines."""

import codecs

import pytest

from statistics.importing.layout.decoding import decoded
from statistics.importing.layout.line_ends import one_kind_of_line_end
from statistics.table.errors import DataError
from tests.each import each

TEXT = "Straße,Löhne €\nx,1\n"


@each(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
)
def test_encoding_is_the_one_that_is_named_or_utf_8(data):
    assert decoded(data) == (TEXT, 0, ())


def test_other_bytes_are_windows_1252_and_it_is_said():
    text, skipped, [note] = decoded(TEXT.encode("cp1252"))
    assert (text, skipped) == (TEXT, 0)
    assert "it was read as Windows-1252" in note


def test_line_ends_of_mainframes_are_such_where_there_are_no_others():
    assert decoded(b"\xe9\x85b")[0] == "é\nb"
    assert decoded(b"\xe9\x85b\nc")[0] == "é…b\nc"
    assert decoded(b"\xe9\x85b\rc")[0] == "é…b\rc"


@each("hint", ["sep=,", "sep=;", '"sep=|"', "SEP=\t", "sep=", " sep=;\r"])
def test_line_that_names_the_separator_is_skipped(hint):
    for data in (f"{hint}\n{TEXT}".encode(), codecs.BOM_UTF8 + f"{hint}\n".encode()):
        text, skipped, notes = decoded(data)
        assert (skipped, notes) == (1, ())
        assert text in (TEXT, "")


@each("line", ["sep=x", "sep=,,", "separator", "a,sep=,"])
def test_other_first_lines_are_not(line):
    assert decoded(f"{line}\n{TEXT}".encode()) == (f"{line}\n{TEXT}", 0, ())


@each(
    ("data", "problem"),
    [
        (b"a\0b", "in an encoding that it does not name"),
        (codecs.BOM_UTF16_LE + b"a", "The file is damaged"),
        (codecs.BOM_UTF8 + b"\xff", "The file is damaged"),
    ],
)
def test_what_cannot_be_read_is_told(data, problem):
    with pytest.raises(DataError, match=problem):
        decoded(data)


@each(
    ("text", "plain"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        *((f"a{end}b", "a\nb") for end in "\x85\u2028\u2029\x1e\v\f"),
        *((f"a{end}b\n", "a\nb\n") for end in "\x85\u2028"),
        *((f"a{end}b\nc", f"a{end}b\nc") for end in "\x85\u2028\u2029\x1e\v\f"),
        ("a\n\fb\nc\f\nd", "a\nb\nc\nd"),
    ],
)
def test_lines_end_in_one_way(text, plain):
    assert one_kind_of_line_end(text) == plain
