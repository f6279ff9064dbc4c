"""Test letters of date formats that no spreadsheet of another language knows."""

import datetime

import pytest
from django.utils import translation

from statistics.editing.dry_run import dry_run
from tests.statistics.workbook_files import upload, workbook

DAY = datetime.date(2023, 5, 1)


def when(code, *cells, language="en"):
    rows = [["Job", "When"], *(["x", cell] for cell in cells or (DAY,))]
    formats = [(f"B{n}", code) for n in range(2, len(rows) + 1)]
    with translation.override(language):
        return dry_run(upload(workbook(*rows, formats=formats), "a.xlsx"))


def values(result):
    return [line.split("\t")[1] for line in result.numbers.splitlines()[1:]]


class TestUnknown:
    @pytest.mark.parametrize(
        "code",
        [
            *('[$-411]ggge"年"', 'ggge"年"m"月"d"日"', "[$-411]ge.m.d;@", "e", "gg e"),
            *("bbbb", "dd/mm/bb", "B2yyyy/mm/dd", "q", "yyyy q", "ww", "nn"),
            *("TT.MM.JJJJ", "TT.MM.JJ", "jj/mm/aaaa", "dd/mm/aaaa", "gg/mm/aaaa"),
            *("åååå-MM-DD", "rrrr-mm-dd", "gg.aa.yyyy", "ДД.ММ.ГГГГ", "ηη/μμ/εεεε"),
            *("[$-107041E]d/m/yyyy", "[$-2060401]yyyy/mm/dd"),
        ],
    )
    def test_day_is_written_in_full_and_said(self, code):
        result = when(code)
        assert values(result) == ["2023-05-01"]
        [said] = [s for s in result.sentences if "is not known here" in s]
        assert "2023-05-01" in said

    def test_hours_stay(self):
        result = when("TT.MM.JJJJ hh:mm", datetime.datetime(2023, 5, 1, 9, 30))
        assert values(result) == ["2023-05-01 09:30"]

    def test_each_format_is_said_once(self):
        result = when("bbbb", DAY, datetime.date(2024, 1, 1))
        assert sum("is not known here" in s for s in result.sentences) == 1


class TestKnown:
    @pytest.mark.parametrize(
        ("code", "shown"),
        [
            *(("aaa", "月"), ("aaaa", "月曜日"), ("yyyy/m/d(aaa)", "2023/5/1(月)")),
            *(('m"月"d"日"(aaa)', "5月1日(月)"), ('yyyy"年"', "2023年")),
            ("B1yyyy/mm/dd", "2023/05/01"),
        ],
    )
    def test_days_of_the_week_are_shown(self, code, shown):
        result = when(code, language="ja")
        assert values(result) == [shown]
        assert not any("not known" in s for s in result.sentences)

    @pytest.mark.parametrize("code", ["yyyy-mm-ddThh:mm:ss", "yyyy-mm-ddThh:mm:ssZ"])
    def test_letters_of_iso_8601_are_text(self, code):
        result = when(code, datetime.datetime(2023, 5, 1, 9, 30))
        assert values(result)[0].startswith("2023-05-01")
        assert not any("not known" in s for s in result.sentences)

    @pytest.mark.parametrize(
        "code", ["General", "Standard", "Général", "G/標準", "Geral"]
    )
    def test_format_of_any_number_is_no_date(self, code):
        assert values(when(code, 45047)) == ["45047"]

    @pytest.mark.parametrize("code", ['0 "Stk"', "0 g", '#,##0 "t"', '"q" 0'])
    def test_letters_beside_digits_are_no_date(self, code):
        assert "2023" not in when(code, 45047).numbers
