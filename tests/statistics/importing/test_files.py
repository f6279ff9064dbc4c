"""Test uploaded files: CSV, workbooks, and hostile ones."""

import codecs
import datetime
import resource
import time

import pytest

from statistics.editing.dry_run import dry_run
from statistics.importing.files import MAX_BYTES, read_file
from statistics.importing.workbooks.sheets import choose_sheet
from statistics.table.schema import MAX_ROWS, DataError
from tests.statistics.workbook_files import (
    SHEET,
    repacked,
    upload,
    with_sheet,
    workbook,
)

TEXT = "Name;Größe\né;1,5\n"
TABLE = [["Name", "Größe"], ["é", "1,5"]]


def lines(data):
    """The cells of the sheet that is read, with empty ones at the ends of lines."""
    _name, sheet, _sheets, _notes = choose_sheet(data)
    width = max(len(line.cells) for line in sheet.lines)
    return [line.cells + [""] * (width - len(line.cells)) for line in sheet.lines]


def table(sheet):
    return [sheet.names, *sheet.body]


def refusal(data):
    with pytest.raises(DataError) as caught:
        read_file(upload(data))
    return " ".join(caught.value.problems)


class TestCsv:
    @pytest.mark.parametrize(
        "data",
        [
            TEXT.encode(),
            TEXT.encode("utf-8-sig"),
            codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
            codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        ],
        ids=["UTF-8", "with a mark", "UTF-16 LE", "UTF-16 BE"],
    )
    def test_is_read_in_its_encoding(self, data):
        sheet = read_file(upload(data))
        assert (table(sheet), sheet.notes) == (TABLE, ())

    @pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
    def test_of_windows_is_read_and_said(self, encoding):
        sheet = read_file(upload(TEXT.encode(encoding)))
        assert table(sheet) == TABLE
        assert "read as Windows-1252" in sheet.notes[0]

    def test_hint_of_the_separator_is_no_line(self):
        assert table(read_file(upload("sep=;\r\n" + TEXT))) == TABLE

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            (b"", "The file is empty."),
            (b" \r\n", "The file is empty."),
            (TEXT.encode("utf-16-le"), "in an encoding that it does not name"),
            (codecs.BOM_UTF16_LE + b"abc", "The file is damaged"),
            (b"%PDF-1.7 ...", "This is no table."),
            (b"<!DOCTYPE html><table>", "This is no table."),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "an old .xls file"),
            (b"a" * (MAX_BYTES + 1), "larger than 2 MB"),
        ],
    )
    def test_that_is_none_is_refused(self, data, sentence):
        assert sentence in refusal(data)


class TestWorkbook:
    def test_cells_come_as_they_are_shown(self):
        rows = [["Level", "Share", "Pay", "Day", "Sum", "Yes"]]
        day = datetime.datetime(2024, 3, 31)
        rows += [["Entry", 0.25, 8.5, day, 0.1 + 0.2, True], ["x", -0.125, -2, None, 7]]
        formats = [
            ("B2", "0%"),
            ("B3", "0.0%"),
            ("C2", '"$"#,##0.00'),
            ("C3", "[$€-407]0"),
        ]
        assert lines(workbook(*rows, formats=formats)) == [
            ["Level", "Share", "Pay", "Day", "Sum", "Yes"],
            ["Entry", "25%", "$8.5", "2024-03-31", "0.3", "TRUE"],
            ["x", "-12.5%", "-€2", "", "7", ""],
        ]

    def test_numbers_need_no_question(self):
        result = dry_run(upload(workbook(["A"], [1.234])))
        assert (result.question, result.numbers) == (None, '"A"\n"1.234"\n')

    def test_moment_has_its_hour(self):
        moment = datetime.datetime(2024, 3, 31, 14, 5)
        assert lines(workbook(["A", "B"], [1, moment]))[1] == ["1", "2024-03-31 14:05"]

    @pytest.mark.parametrize(
        "text", ["🐝", "עברית", "<script>alert(1)</script>", "a\tb"]
    )
    def test_text_stays_what_it_is(self, text):
        assert lines(workbook(["A", "B"], ["x", text]))[1] == ["x", text]

    def test_says_which_sheet_was_read(self):
        sheet = read_file(upload(workbook(["A"], [1], sheets=["Two"])))
        assert sheet.notes == ("Only the first sheet, “Sheet”, was read; there are 2.",)

    def test_rows_and_cells_left_out_are_empty(self):
        second = '<row r="2"><c r="B2"><v>1</v></c></row>'
        last = '<row r="999999999"><c><v>2</v></c></row>'
        assert lines(with_sheet(second + last)) == [["", "1"], ["2", ""]]

    @pytest.mark.parametrize(
        ("row", "sentence"),
        [
            (["=1+1"], "Cell A2 holds a formula without a result"),
            (["#DIV/0!"], "Cell A2 holds the error #DIV/0!"),
            (["a" * 501], "Cell A2 holds 501 characters; a cell takes 500"),
            (["x"] * 40, "More than 30 columns."),
        ],
    )
    def test_bad_cell_is_named(self, row, sentence):
        assert sentence in refusal(workbook(["A"], row))

    def test_formula_that_gives_nothing_is_empty(self):
        cell = '<row><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row>'
        assert lines(with_sheet(cell)) == [["", "1"]]

    def test_that_is_too_long_is_refused(self):
        assert "More than 2000 rows" in refusal(workbook(*[[1]] * (MAX_ROWS + 2)))


class TestHostileWorkbook:
    GOOD = workbook(["A"], [1])

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            (b"PK\x03\x04 and nothing more", "damaged"),
            (GOOD[:-30], "damaged"),
            (repacked(GOOD, add={"xl/vbaProject.bin": b"x"}), "holds macros"),
            (repacked(GOOD, {SHEET: lambda _t: b"<worksheet"}), "damaged"),
            (with_sheet('<row><c t="s"><v>99</v></c></row>'), "damaged"),
            (with_sheet('<row><c s="99"><v>1</v></c></row>'), "damaged"),
            (
                repacked(GOOD, {SHEET: lambda t: b"<!DOCTYPE x>" + t}),
                "no .xlsx workbook",
            ),
        ],
        ids=["cut", "torn", "macros", "no XML", "no string", "no style", "entities"],
    )
    def test_is_refused(self, data, sentence):
        assert sentence in refusal(data)

    def test_document_type_in_utf_16_is_refused(self):
        sheet = (
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'
        )
        data = repacked(self.GOOD, {SHEET: lambda _text: sheet.encode("utf-16")})
        assert "no .xlsx workbook" in refusal(data)

    def test_other_zip_files_are_refused(self):
        data = repacked(self.GOOD, add={"mimetype": b"x"}).replace(
            b"xl/workbook.xml", b"xl/workbouk.xml"
        )
        assert "no .xlsx workbook" in refusal(data)

    @pytest.mark.parametrize(
        "data",
        [
            repacked(GOOD, {SHEET: lambda _text: b" " * 100_000_000}),
            with_sheet("<row/>" * 1_900_000),
            with_sheet('<row><c r="XFD1"/></row>' * 400_000),
            repacked(
                GOOD,
                {"xl/styles.xml": lambda _t: b"<s>" + b"<xf/>" * 2_300_000 + b"</s>"},
            ),
        ],
        ids=["100 MB of spaces", "empty rows", "far columns", "styles"],
    )
    def test_bomb_is_refused_soon_and_in_little_memory(self, data):
        assert len(data) < MAX_BYTES
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun = time.process_time()
        assert "too large" in refusal(data)
        assert time.process_time() - begun < 10  # of minutes, if it were unpacked
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000
