"""Test a source's marks in cells: stored, written as text, shown, removed."""

import io
import json

import pytest
from openpyxl import load_workbook

from statistics.downloads.as_csv import csv_bytes
from statistics.downloads.as_json import json_bytes
from statistics.downloads.as_xlsx import about, xlsx_bytes
from statistics.editing.dry_run import dry_run
from statistics.importing.text import from_text, to_text
from statistics.table.cell_notes import footnotes, shown_with_note, with_note
from statistics.table.schema import DataError, Row, parse
from tests.each import each
from tests.factories import StatTableFactory
from tests.statistics.workbook_files import upload

TEXT = "Area\tPay\nLeeds\t[c]\nYork\t32000 [p]\nHull\t[<5]\nBath\t30000 [~]\nEly\t1\n"
DATA = {
    "columns": [
        {"key": "area", "label": "Area", "type": "text"},
        {"key": "pay", "label": "Pay", "type": "integer"},
    ],
    "rows": [
        {"cells": ["Leeds", None], "notes": {"pay": "c"}},
        {"cells": ["York", "32000"], "notes": {"pay": "p"}},
        {"cells": ["Hull", None], "notes": {"pay": "<5"}},
        {"cells": ["Bath", "30000"], "notes": {"pay": "~"}},
        {"cells": ["Ely", "1"]},
    ],
}


def table(**fields):
    return StatTableFactory.build(data=DATA, row_order="given", **fields)


class TestText:
    def test_is_read_into_notes(self):
        assert from_text(TEXT).to_json() == DATA

    def test_saved_untouched_changes_nothing(self):
        known = parse(DATA)
        assert to_text(known)[0] == TEXT
        assert from_text(*to_text(known), known) == known

    def test_of_an_office_is_kept_and_said(self):
        result = dry_run(upload("Area,Pay\nA,[c]\nB,32000p\nC,<5\nD,1\n"))
        assert result.numbers.splitlines()[1:] == [
            *("A\t[c]", "B\t32000 [p]", "C\t[<5]", "D\t1")
        ]
        assert any("kept as a note: “[c]”" in sentence for sentence in result.sentences)

    def test_in_a_column_of_words_is_words(self):
        data = from_text("Area\tWhy\nA\t[c]\n", "Why: text").to_json()
        assert data["rows"] == [{"cells": ["A", "[c]"]}]


class TestStored:
    @each(
        "notes",
        [[], "c", {"area": "c"}, {"other": "c"}, {"pay": ""}, {"pay": "a" * 21}]
        + [{"pay": "[c]"}, {"pay": 5}, {"pay": "a\nb"}],
    )
    def test_wrong_ones_are_refused(self, notes):
        rows = [{"cells": ["Leeds", None], "notes": notes}]
        with pytest.raises(DataError):
            parse(DATA | {"rows": rows})

    def test_problems_say_what_is_wrong_and_where(self):
        rows = [
            {"cells": ["Leeds", None], "notes": []},
            {"cells": ["York", "1"], "notes": {"area": "c"}},
            {"cells": ["Hull", "1"], "notes": {"pay": "[c]"}},
        ]
        with pytest.raises(DataError) as caught:
            parse(DATA | {"rows": rows})
        problems = caught.value.problems
        assert problems == [
            "Row 1: its notes are no mapping.",
            "Row 2: a note is of no column of numbers.",
            "Row 3, column “Pay”: a note has 1 to 20 characters and no brackets.",
        ]
        assert [problem.row for problem in problems] == [1, 2, 3]

    def test_longest_is_taken(self):
        notes = {"pay": "a" * 20}
        parsed = parse(DATA | {"rows": [{"cells": ["Leeds", None], "notes": notes}]})
        assert parsed.rows[0].notes == notes


class TestShown:
    @each(
        ("text", "mark", "is_missing", "shown"),
        [
            ("32,000", "", False, "32,000"),
            ("32,000", "p", False, "32,000 [p]"),
            ("30,000", "~", False, "~30,000"),
            ("no data", "c", True, "[c]"),
            *(("no data", mark, True, mark) for mark in ("<5", ">5", "≤5", "≥5")),
            ("no data", "", True, "no data"),
        ],
    )
    def test_beside_a_number_or_in_its_place(self, text, mark, is_missing, shown):
        assert shown_with_note(text, mark, is_missing) == shown

    @each(
        ("text", "mark", "written"),
        [("5", "p", "5 [p]"), ("", "c", "[c]"), ("5", "", "5")],
    )
    def test_is_written_behind_a_number(self, text, mark, written):
        assert with_note(text, mark) == written

    def test_marks_that_need_a_word_are_told_once(self):
        marks = ("p", "~", "<5", "§", "p")
        rows = [Row((None,), notes={"pay": mark}) for mark in marks]
        assert footnotes(rows) == [
            {"mark": "[p]", "meaning": "provisional"},
            {"mark": "[§]", "meaning": ""},
        ]


@pytest.mark.django_db
class TestReaders:
    def test_see_marks_and_what_they_mean(self, client):
        item = StatTableFactory(data=DATA, row_order="given")
        page = client.get(item.get_absolute_url()).content.decode()
        assert '<td class="number missing">[c]</td>' in page
        assert "32,000 [p]" in page
        assert '<td class="number missing">&lt;5</td>' in page
        assert "~30,000" in page
        assert "Marks of the source: [c] confidential; [p] provisional" in page

    def test_of_a_table_without_marks_see_none(self, client):
        page = client.get(StatTableFactory().get_absolute_url()).content.decode()
        assert "Marks of the source" not in page


@pytest.mark.django_db
class TestDownloads:
    def item(self):
        return StatTableFactory(data=DATA, row_order="given")

    def test_csv_has_a_column_of_its_own(self):
        lines = csv_bytes(self.item()).decode().splitlines()
        assert lines[:3] == ["Area,Pay,Pay [note]", "Leeds,,c", "York,32000,p"]

    def test_json_has_a_field_of_its_own(self):
        rows = json.loads(json_bytes(self.item()))["rows"]
        assert rows[0] == {
            "cells": {"area": "Leeds", "pay": None},
            "notes": {"pay": "c"},
        }
        assert "notes" not in rows[-1]

    def test_spreadsheet_has_a_column_and_says_what_marks_mean(self):
        item = self.item()
        sheet = load_workbook(io.BytesIO(xlsx_bytes(item))).worksheets[0]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert rows[:3] == [
            ["Area", "Pay", "Pay [note]"],
            ["Leeds", None, "c"],
            ["York", 32000, "p"],
        ]
        assert ("Mark [c]", "confidential") in list(about(item))
