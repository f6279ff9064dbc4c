"""Quotation marks that are characters, and characters that end lines."""

import pytest

from statistics.editing.dry_run import dry_run
from statistics.importing.text import read_text
from statistics.table.schema import DataError
from tests.statistics.workbook_files import upload


def cells(text):
    return [[str(cell) for cell in row.cells] for row in read_text(text).table.rows]


class TestLooseMarks:
    @pytest.mark.parametrize("mark", ["\t", ";", ","])
    def test_on_different_lines_swallow_no_row(self, mark):
        rows = [["TV", '42"', "300"], ["TV", '"50', "400"], ["TV", '55"', "500"]]
        text = "\n".join(mark.join(row) for row in [["Kind", "Size", "Price"], *rows])
        assert cells(text) == rows

    def test_are_said_and_lose_nothing_in_files(self):
        text = 'Name;Nick;n\nAnn;"Flo;4\nBob;Chef;5\nCy;Al";7\nDo;x;8\n'
        result = dry_run(upload(text))
        assert len(result.numbers.splitlines()) == 5
        assert any("read as characters" in s for s in result.sentences)

    def test_without_a_number_that_tells_are_asked_about(self):
        with pytest.raises(DataError) as caught:
            read_text('Name,Nick\nAnn,"Flo\nBob,Chef"\nCy,x\n')
        assert "Lines 2 to 3 are one row by their quotation marks" in str(caught.value)

    @pytest.mark.parametrize(
        ("text", "cell"),
        [
            ('Town,Remark\nYork,"two\nlines; of, text"\nHull,x\n', "lines; of, text"),
            ('A,Address,n\nx,"1 High St\nYork, UK",5\ny,none,6\n', "York, UK"),
            ('A\tAddress\tn\nx\t"1 High St\nYork"\t5\ny\tnone\t6\n', "York"),
            ('A;B;n\nx;"one; two\nthree; four";5\ny;none;6\n', "three; four"),
        ],
    )
    def test_around_a_cell_of_several_lines_hold_it_together(self, text, cell):
        found = cells(text)
        assert len(found) == 2
        assert cell in found[0][1]


class TestLineEnds:
    @pytest.mark.parametrize(
        "end", ["\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1e"]
    )
    def test_of_any_kind_end_lines_where_no_other_does(self, end):
        text = f"Job,Pay{end}Nurse,3200.5{end}Cook,2100.5{end}"
        assert cells(text) == [["Nurse", "3200.5"], ["Cook", "2100.5"]]
        assert dry_run(upload(text)).numbers.splitlines()[1] == "Nurse\t3200.5"

    @pytest.mark.parametrize("end", ["\u2028", "\x0b"])
    def test_of_other_kinds_stay_within_cells(self, end):
        text = f"Job,Pay\nHead{end}nurse,3200.5\nCook,2100.5\n"
        assert cells(text)[0][0].split() == ["Head", "nurse"]

    def test_of_mainframes_are_read_in_old_encodings(self):
        data = "Job,Pay\x85Köchin,3200.5\x85Cook,2100.5".encode("latin-1")
        assert len(dry_run(upload(data)).numbers.splitlines()) == 3
