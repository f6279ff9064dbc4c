"""Test that workbooks are read as shown: formats, days, hidden cells, parts."""

import datetime
import io
import re
import zipfile
from decimal import Decimal

import pytest
from django.test import override_settings
from django.utils import translation
from openpyxl import Workbook
from openpyxl.styles import Font, NamedStyle

from statistics.editing.dry_run import dry_run
from statistics.importing.workbooks.dates import iso_day
from statistics.importing.workbooks.displayed import Formats
from statistics.table.schema import DataError
from tests.statistics.corpus.writing import rezipped
from tests.statistics.workbook_files import (
    SHEET,
    repacked,
    upload,
    with_sheet,
    workbook,
)


def pay(*cells, code="General"):
    rows = [["Job", "Pay"], *(["x", cell] for cell in cells)]
    formats = [(f"B{n}", code) for n in range(2, len(cells) + 2)]
    return dry_run(upload(workbook(*rows, formats=formats), "a.xlsx"))


def values(result):
    return [line.split("\t")[1] for line in result.numbers.splitlines()[1:]]


def line(result):
    return result.columns.splitlines()[1]


class TestFormats:
    @pytest.mark.parametrize(
        ("code", "number", "text", "kind"),
        [
            ('"$"0"k"', 85, "85", "money USD, thousand"),
            ('"$"0.0"M"', 1.5, "1.5", "money USD, million"),
            ('#,##0 "T€"', 12, "12", "money EUR, thousand"),
            ('0.0 "Mio. €"', 0.4, "0.4", "money EUR, million"),
            ('#,##0,"K"', 85000, "85", "integer, thousand"),
            ("#,##0,,", 85_000_000, "85", "integer, million"),
            ("[$$-C09]#,##0", 100, "100", "money AUD"),
            ("[$¥-804]#,##0", 100, "100", "money CNY"),
            ("[$kr-41D] 0", 100, "100", "money SEK"),
            ('"R$" #,##0', 100, "100", "money BRL"),
            ('"£E"0', 100, "100", "money EGP"),
            ("0%", 0.25, "25", "percent"),
            ('0"%"', 25, "25", "percent"),
            ("# ?/?", 1.5, "1.5", "decimal"),
            ("0.00E+00", 120000, "120000", "integer"),
            ("#,##0;(#,##0)", -5, "-5", "integer"),
            ('0 "months"', 12, "12", "integer, unit months"),
            ("0000", 7, "0007", "text"),
            ("000-00-0000", 12345678, "012-34-5678", "text"),
            ("h:mm", 0.5, "12:00", "text"),
            ("[h]:mm", 1.5, "36:00", "text"),
            ("mmm yy", 45292, "Jan 24", "text"),
        ],
    )
    def test_says_more_than_the_digits(self, code, number, text, kind):
        result = pay(number, code=code)
        assert result.problems == []
        assert values(result) == [text]
        assert line(result) == f"Pay: {kind}"

    @pytest.mark.parametrize(
        ("number", "text"),
        [(12345678, "12345678"), (650000, "650000"), (45000, "45000"), (0, "0")],
    )
    def test_lakhs_are_numbers(self, number, text):
        code = r"[>=10000000]##\,##\,##\,##0;[>=100000]##\,##\,##0;##,##0"
        result = pay(number, 250000, code=code)
        assert (values(result)[0], line(result)) == (text, "Pay: integer")

    @pytest.mark.parametrize(
        ("code", "number", "text"),
        [
            ("000-00-0000", 1234567, "001-23-4567"),
            ("(###) ###-####", 5551234567, "(555) 123-4567"),
            ("##-00", 1207, "12-07"),
            ("##-00", 7, "-07"),
            ("#-##", 7, "-7"),
        ],
    )
    def test_digits_in_a_pattern_are_as_shown(self, code, number, text):
        assert values(pay(number, code=code)) == [text]

    def test_year_is_a_year(self):
        assert line(pay(43831, 44197, code="yyyy")) == "Pay: year"

    def test_word_that_is_not_understood_is_asked_about(self):
        result = pay(12, code='0 "Flips"')
        assert "“Flips” beside its numbers is not understood" in result.problems[0]

    def test_scale_that_contradicts_its_division_is_asked_about(self):
        assert "is not understood" in pay(1_500_000, code='0.0,"M"').problems[0]

    def test_digits_that_are_not_shown_are_kept_and_not_shown(self):
        result = pay(67833.3333, 5, code="#,##0")
        assert values(result) == ["67833.3333", "5"]
        assert line(result) == "Pay: decimal, decimals 0"
        assert "Readers see 0 decimals" in result.inferred[0]["sentence"]

    @pytest.mark.parametrize(
        ("style", "shown"), [("General", "67833.33333"), ("#,##0", "67833")]
    )
    def test_results_of_formulas_are_rounded_as_shown(self, style, shown):
        data = workbook(["Job", "Pay"], ["x", 1], formats=[("B2", style)])
        data = repacked(
            data,
            {
                SHEET: lambda text: text.replace(
                    b"<v>1</v>", b"<f>A1</f><v>67833.333333333328</v>"
                )
            },
        )
        assert values(dry_run(upload(data, "a.xlsx"))) == [shown]

    def test_zero_of_an_accounting_format_is_none_and_not_unknown(self):
        code = '_-"£"* #,##0_-;-"£"* #,##0_-;_-"£"* "-"??_-;_-@_-'
        assert values(pay(0, -5, code=code)) == ["0", "-5"]


class TestCellsWithoutTheFormatOfOthers:
    """Somebody forgot to format one: 1 among 12% is 100%, or 1%."""

    @staticmethod
    def mixed(code, *cells):
        rows = [["Job", "Pay"], *(["x", cell] for cell in cells)]
        formats = [("B2", code), ("B3", code)]
        return dry_run(upload(workbook(*rows, formats=formats), "a.xlsx"))

    @pytest.mark.parametrize("number", [1, 12, -3, 0.5])
    def test_percent_is_asked_about(self, number):
        result = self.mixed("0%", 0.12, 0.15, number)
        assert f"“{number}” has no percent sign" in result.problems[0]

    def test_nothing_is_nothing(self):
        assert values(self.mixed("0%", 0.12, 0.15, 0)) == ["12", "15", "0"]

    def test_scale_is_asked_about(self):
        result = self.mixed('"$"0"k"', 12, 15, 13)
        assert "“13” has no “k”" in result.problems[0]

    def test_format_that_divides_shows_small_numbers_in_full(self):
        result = self.mixed('"$"0,"k"', 12_000, 15_000, 900)
        assert values(result) == ["12000", "15000", "900"]


class TestTextCells:
    def test_are_asked_about_as_those_of_a_csv_are(self):
        result = pay("45.300", "85.100")
        assert result.question.readings == {".": "45.300", ",": "45300"}
        assert (result.numbers, result.columns) == ("", "")

    def test_choice_is_followed_and_leaves_numbers_alone(self):
        rows = [["Job", "Pay", "Rate"], ["x", "45.300", 1.234], ["y", "1,5", 2.5]]
        result = dry_run(upload(workbook(*rows), "a.xlsx"), decimal_mark=",")
        assert result.numbers.splitlines()[1:] == ["x\t45300\t1.234", "y\t1.5\t2.5"]

    def test_codes_stay_text(self):
        assert values(pay("0113", "020")) == ["0113", "020"]


class TestHidden:
    def test_row_and_column_are_left_out_and_said(self):
        def hide(text):
            cols = b'<cols><col min="3" max="3" hidden="1"/></cols><sheetData>'
            text = text.replace(b"<sheetData>", cols)
            return text.replace(b'<row r="3"', b'<row r="3" ht="0" customHeight="1"')

        rows = [["Job", "Pay", "Secret"], ["a", 1, 9], ["b", 2, 8], ["c", 3, 7]]
        result = dry_run(upload(repacked(workbook(*rows), {SHEET: hide}), "a.xlsx"))
        assert result.numbers == "Job\tPay\na\t1\nc\t3\n"
        assert result.sentences[:2] == [
            "1 hidden column was left out: C.",
            "1 hidden row was left out: 3.",
        ]

    def test_value_that_its_format_hides_is_left_out_and_said(self):
        result = pay(5, code=";;;")
        assert values(result) == [""]
        assert "Cells whose format shows nothing were left out: B2." in result.sentences


class TestHalvesOfTheDay:
    """Few languages have long names of them, and a format may ask for them anywhere."""

    @pytest.mark.parametrize(
        ("language", "code", "shown"),
        [
            ("de", "h:mm AM/PM", ["9:30 AM", "2:00 PM"]),
            ("fr", "h:mm:ss AM/PM", ["9:30:00 AM", "2:00:00 PM"]),
            ("sv", "h:mm AM/PM", ["9:30 fm", "2:00 em"]),
            ("hi", "h:mm AM/PM", ["9:30 am", "2:00 pm"]),
            ("ja", "h:mm AM/PM", ["9:30 午前", "2:00 午後"]),
            ("pt-br", "h:mm AM/PM", ["9:30 AM", "2:00 PM"]),
            ("pl", "h:mm am/pm", ["9:30 AM", "2:00 PM"]),
            ("tr", "h:mm AM/PM", ["9:30 ÖÖ", "2:00 ÖS"]),
            ("ar", "h:mm AM/PM", ["9:30 ص", "2:00 م"]),
            ("en", "h:mm A/P", ["9:30 A", "2:00 P"]),
            ("en", '[$-411]AM/PM h"時"', ["午前 9時", "午後 2時"]),
            ("en", '上午/下午h"时"mm"分"', ["上午9时30分", "下午2时00分"]),
        ],
    )
    def test_are_shown_in_each_language(self, language, code, shown):
        with override_settings(LANGUAGE_CODE=language), translation.override(language):
            result = pay(datetime.time(9, 30), datetime.time(14), code=code)
        assert values(result) == shown


def runs(*parts):
    """An inline string of (text, style) runs."""
    made = "".join(f"<r><rPr>{style}</rPr><t>{text}</t></r>" for text, style in parts)
    return f'<c t="inlineStr"><is>{made}</is></c>'


class TestRuns:
    UP = '<vertAlign val="superscript"/>'
    DOWN = '<vertAlign val="subscript"/>'
    STRUCK = "<strike/>"

    def read(self, name, *cells):
        head = runs(("Job", "")) + name
        rows = "".join(f"<row>{runs(('x', ''))}{cell}</row>" for cell in cells)
        return dry_run(upload(with_sheet(f"<row>{head}</row>{rows}"), "a.xlsx"))

    @pytest.mark.parametrize("mark", ["1", "12", "a", "1,2", "*"])
    def test_raised_mark_is_no_digit_of_the_number(self, mark):
        result = self.read(
            runs(("Pay", "")), runs(("3200", ""), (mark, self.UP)), "<c><v>4100</v></c>"
        )
        assert [value.split()[0] for value in values(result)] == ["3200", "4100"]
        assert "kept as a note" in " ".join(result.sentences)

    def test_raised_mark_before_a_number_is_no_digit_of_it(self):
        result = self.read(runs(("Pay", "")), runs(("1", self.UP), ("3200", "")))
        assert "13200" not in result.numbers

    def test_ten_and_a_raised_digit_may_be_a_power_and_stays_text(self):
        result = self.read(
            runs(("Pay", "")), runs(("10", ""), ("3", self.UP)), "<c><v>41</v></c>"
        )
        assert values(result) == ["10^3", "41"]
        assert any("“10^3”" in entry["sentence"] for entry in result.inferred)

    def test_name_and_formula_keep_their_marks(self):
        result = self.read(
            runs(("CO", ""), ("2", self.DOWN), (" per head", ""), ("1", self.UP)),
            "<c><v>5</v></c>",
        )
        assert result.numbers.startswith("Job\tCO₂ per head¹\n")

    def test_struck_out_text_is_left_out_and_said(self):
        result = self.read(
            runs(("Pay", "")),
            runs(("3200", self.STRUCK), (" 3300", "")),
            "<c><v>1</v></c>",
        )
        assert values(result) == ["3300", "1"]
        sentence = "Text that is struck out was left out of these cells: B2."
        assert sentence in result.sentences

    def test_style_that_is_switched_off_strikes_nothing(self):
        result = self.read(runs(("Pay", "")), runs(("3200", '<strike val="0"/>')))
        assert values(result) == ["3200"]


def struck(cell, style=""):
    """A workbook whose cell is struck out, by itself or by a style of that name."""
    book = Workbook()
    for row in (["Job", "Pay"], ["a", 3200], ["b", 4100]):
        book.active.append(row)
    font = Font(strike=True)
    if style:
        book.add_named_style(NamedStyle(style, font=font))
        book.active[cell].style = style
    else:
        book.active[cell].font = font
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


class TestStruckCells:
    @pytest.mark.parametrize("style", ["", "Withdrawn"])
    def test_are_left_out_and_said(self, style):
        result = dry_run(upload(struck("B2", style), "a.xlsx"))
        assert values(result) == ["", "4100"]
        sentence = "Text that is struck out was left out of these cells: B2."
        assert sentence in result.sentences

    def test_are_those_of_a_named_style_that_gives_no_font_of_its_own(self):
        def change(name, part):
            if name == "xl/styles.xml":
                own = re.compile(rb'(<cellXfs.*)fontId="1"(.*</cellXfs>)', re.DOTALL)
                part, count = own.subn(rb"\1\2", part)
                assert count == 1
            return name, part

        data = rezipped(struck("B2", "Withdrawn"), change)
        assert values(dry_run(upload(data, "a.xlsx"))) == ["", "4100"]


class TestOrderOfRows:
    def test_is_that_of_their_numbers(self):
        head = f'<row r="1">{runs(("Job", ""))}{runs(("Pay", ""))}</row>'
        first = f'<row r="2">{runs(("a", ""))}<c><v>5</v></c></row>'
        second = f'<row r="3">{runs(("b", ""))}<c><v>6</v></c></row>'
        result = dry_run(upload(with_sheet(second + head + first), "a.xlsx"))
        assert result.numbers == "Job\tPay\na\t5\nb\t6\n"


class TestFormatsOfOneRegion:
    @pytest.mark.parametrize("known_as", ["34", "35", "55", "56"])
    def test_day_is_no_time_of_nought(self, known_as):
        formats = Formats({}, [known_as])
        assert formats.shown(Decimal(45047), "0") == "2023-05-01"
        assert formats.shown(Decimal("0.5"), "0").startswith("12:00")


class TestFaults:
    def test_one_of_ours_is_no_damage_of_the_file(self, monkeypatch):
        def fault(*_args, **_options):
            raise KeyError("am")

        monkeypatch.setattr("statistics.importing.workbooks.displayed.date_text", fault)
        with pytest.raises(KeyError):
            pay(datetime.time(9, 30), code="h:mm")

    @pytest.mark.parametrize("value", ["1.2.3", "1E999", "-1E999", "9" * 400])
    def test_number_that_is_none_is_damage(self, value):
        rows = f'<row r="1"><c r="A1"><v>{value}</v></c></row>'
        with pytest.raises(DataError, match="damaged"):
            dry_run(upload(with_sheet(rows), "a.xlsx"))

    @pytest.mark.parametrize("value", ["1E308", "-1E308", "9" * 300])
    def test_number_of_too_many_digits_is_named(self, value):
        rows = f'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>{value}</v></c></row>'
        with pytest.raises(DataError, match="B1 holds a number of too many digits"):
            dry_run(upload(with_sheet(rows), "a.xlsx"))

    @pytest.mark.parametrize("part", ["c t='s'", "c s='-1'", "c s='x'"])
    def test_place_that_is_none_is_damage(self, part):
        rows = f"<row><{part}><v>-1</v></c></row>"
        with pytest.raises(DataError, match="damaged"):
            dry_run(upload(with_sheet(rows), "a.xlsx"))


class TestParts:
    GOOD = workbook(["Job", "Pay"], ["x", 1])

    def renamed(self, change):
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(self.GOOD)) as old,
            zipfile.ZipFile(out, "w") as new,
        ):
            for name in old.namelist():
                if (other := change(name)) is not None:
                    info = zipfile.ZipInfo("x")
                    info.filename = other
                    new.writestr(info, old.read(name))
        return out.getvalue()

    @pytest.mark.parametrize(
        "change",
        [
            lambda name: name.replace("workbook.xml", "Workbook.xml"),
            lambda name: name.replace("sharedStrings", "SharedStrings"),
            lambda name: name.replace("/", "\\"),
        ],
        ids=["case", "case of strings", "backslashes"],
    )
    def test_of_other_names_are_found(self, change):
        result = dry_run(upload(self.renamed(change), "a.xlsx"))
        assert result.numbers == "Job\tPay\nx\t1\n"

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("word/document.xml", "a Word document"),
            ("xl/workbook.bin", "an .xlsb workbook"),
            ("content.xml", "an OpenDocument file"),
        ],
    )
    def test_of_another_program_are_named(self, name, words):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(name, "<x/>")
        with pytest.raises(DataError, match=words):
            dry_run(upload(out.getvalue(), "a.xlsx"))


class TestDays:
    def days(self, *cells):
        rows = [["Job", "When"], *(["x", cell] for cell in cells)]
        return dry_run(upload(workbook(*rows), "a.xlsx"))

    def test_duration_beside_a_day_is_no_lost_range(self):
        result = self.days(datetime.date(2024, 5, 10), datetime.timedelta(hours=33))
        assert not any("may have been" in sentence for sentence in result.sentences)
        [entry] = [e for e in result.inferred if e["column"] == "When"]
        assert entry["sentence"].startswith(
            "When: text, as its cells are days or times"
        )

    def test_day_among_ranges_is_said(self):
        result = self.days(datetime.date(2024, 5, 10), "11-15", "16-20")
        assert any("may have been an age" in s for s in result.sentences)

    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("10:10:10", ("10:10:10", "time")),
            ("T10:10:10Z", ("10:10:10", "time")),
            ("2024-03-31", ("2024-03-31", "date")),
            ("2024-03-31T00:00:00", ("2024-03-31", "date")),
            ("2024-03-31T10:10:00", ("2024-03-31 10:10", "date")),
            ("2024-03-31T10:10:10.500", ("2024-03-31 10:10:10.5", "date")),
        ],
    )
    def test_as_iso_are_as_they_stand(self, text, right):
        assert iso_day(text) == right
