"""Test lines below the names that number the columns, or say units: no rows."""

import pytest
from django.utils import translation

from statistics.editing.dry_run import dry_run
from statistics.importing.text import from_text, read_text
from statistics.table.schema import DataError
from tests.each import each
from tests.statistics.workbook_files import upload

ROWS = ("Nurse;100;200", "Cook;30;40")


def lines(*more, names="Job;Men;Women", rows=ROWS):
    return "\n".join([names, *more, *rows, ""])


def reading(text, language="en"):
    with translation.override(language):
        return read_text(text)


def shown(table):
    return [[str(cell) for cell in row.cells] for row in table.rows]


class TestColumnNumbers:
    @each(
        "letters", [("ı", "ıı", "ııı"), ("İ", "İİ"), ("ſ", "K"), ("ⅰ", "x"), ("ß", "ﬁ")]
    )
    def test_letters_that_only_look_like_numerals_are_words(self, letters):
        text = lines(";".join((*letters, "5")), names="Grade;Band;Pay;Step")
        assert read_text(text).table.rows

    @pytest.mark.parametrize(
        "line",
        [
            *("(1);(2);(3)", "1;2;3", "[1];[2];[3]", "1.;2.;3.", "1);2);3)"),
            *("A;1;2", "a;(1);(2)", "0;1;2", "I;II;III", "i;ii;iii", "(a);(b);(c)"),
            *(";(1);(2)", ";1;2", ";a;b", "А;1;2", "-1;-2;-3", "<1>;<2>;<3>"),
            *("१;२;३", "(१);(२);(३)", "١;٢;٣", "(١);(٢);(٣)", "１;２;３", "①;②;③"),
            *("Spalte;1;2", "Column;(1);(2)", "Kol. 1;Kol. 2;Kol. 3", "列1;列2;列3"),
            *("1;2;3=1+2", "(1);(2);(3)=(1)+(2)", "甲;1;2", "一;二;三", "⑴;⑵;⑶"),
        ],
    )
    def test_are_left_out_and_said(self, line):
        found = reading(lines(line))
        assert shown(found.table) == [["Nurse", "100", "200"], ["Cook", "30", "40"]]
        [sentence] = [s for s in found.sentences if "numbers the columns" in s]
        assert sentence.startswith("Line 2 ")
        assert line.split(";")[-1] in sentence

    def test_are_left_out_of_files(self):
        result = dry_run(upload(lines("1;2;3")))
        assert result.numbers == "Job\tMen\tWomen\nNurse\t100\t200\nCook\t30\t40\n"
        assert any("numbers the columns" in s for s in result.sentences)
        assert result.source["header_choices"][1]["cells"] == ["1", "2", "3"]

    def test_above_the_names_are_no_names(self):
        text = "A;B;C\n" + lines()
        found = reading(text)
        assert [column.label for column in found.table.columns] == [
            *("Job", "Men", "Women")
        ]
        assert len(found.table.rows) == 2

    @pytest.mark.parametrize("line", ["1;2;3", "(1);(2);(3)", "I;II;III"])
    def test_of_any_form_above_the_names_are_no_names(self, line):
        table = reading(f"{line}\n{lines()}").table
        assert table.columns[0].label == "Job" and len(table.rows) == 2

    def test_as_names_are_names(self):
        table = reading("Variable;(1);(2)\nage;0.12;0.15\nsex;0.5;0.4\n").table
        assert [column.label for column in table.columns] == ["Variable", "(1)", "(2)"]

    @pytest.mark.parametrize("first", ["2019", "1"])
    def test_above_years_and_numbered_rows_are_told_by_what_is_below(self, first):
        rows = [f"{int(first) + n};Bihar {n};12.5;3.4" for n in range(3)]
        found = reading(lines("1;2;3;4", names="No;State;Men;Women", rows=rows))
        assert len(found.table.rows) == 3

    @pytest.mark.parametrize(
        ("names", "rows"),
        [
            ("Level;Men;Women", ("1;2;3", "2;5;6", "3;7;8")),
            ("Rank;Men;Women", ("1;2;3", "2;5;6", "3;7;8")),
            ("Grade;Men;Women", ("A;1;2", "B;5;6", "C;7;8")),
            ("Age;Men;Women", ("1;2;3", "2;2;1", "10;7;8")),
            ("Job;Men;Women", ("Nurse;1;2", "Cook;3;4", "Judge;5;6")),
            ("Vitamin;Dose", ("A;1", "B12;2", "C;3")),
            ("Step;Pay", ("i;1", "ii;5", "iii;9")),
            ("Grade;Men;Women", ("A;1;2", "B+;3;4", "C-;5;6")),
            ("Blood;Men;Women", ("A;1;2", "AB;5;6", "O;7;8")),
        ],
    )
    def test_rows_that_are_alike_are_kept(self, names, rows):
        table = reading(lines(names=names, rows=rows)).table
        assert shown(table) == [row.split(";") for row in rows]

    def test_that_may_be_a_row_is_said(self):
        rows = ("1;2;3", "10;300;280", "20;410;390")
        found = reading(lines(names="Age;Men;Women", rows=rows))
        assert len(found.table.rows) == 3
        assert any("may number the columns" in s for s in found.sentences)


class TestUnits:
    @pytest.mark.parametrize(
        ("written", "scale"),
        [
            *(("1000", "thousand"), ("1 000", "thousand"), ("1.000", "thousand")),
            *(("1,000", "thousand"), ("(1000)", "thousand"), ("x 1000", "thousand")),
            *(("1'000", "thousand"), ("１０００", "thousand"), ("१०००", "thousand")),
            *(("1000000", "million"), ("1 000 000", "million")),
            ("1.000.000.000", "billion"),
        ],
    )
    def test_power_of_ten_is_the_scale(self, written, scale):
        rows = ("2019;24125;21143", "2020;23938;20977", "2021;23905;20996")
        text = lines(f";{written};{written}", names="Jahr;Männer;Frauen", rows=rows)
        found = reading(text, "de")
        assert [column.scale for column in found.table.columns[1:]] == [scale] * 2
        assert shown(found.table)[0] == ["2019", "24125", "21143"]
        entry = found.inferred[1]
        assert f"“{written}” below its name is read as its scale" in entry["sentence"]
        assert entry["change"] == "Take the numbers as they stand"
        assert entry["line"] == "Männer: integer"

    def test_words_go_to_the_names(self):
        rows = ("2019;1234;3.2", "2020;1345;3.1", "2021;1400;3.0")
        found = reading(lines(";1000;%", names="Year;Employed;Share", rows=rows))
        employed, share = found.table.columns[1:]
        assert (employed.label, employed.scale) == ("Employed", "thousand")
        assert (share.label, share.scale) == ("Share %", "")
        assert "Line 2 says the units of the columns: “1000”, “%”." in found.sentences

    @pytest.mark.parametrize("head", ["Unit", "Einheit", "Unité", "単位", "jednostka"])
    def test_unit_may_stand_in_front(self, head):
        rows = ("2019;1234;3212", "2020;1345;3134", "2021;1400;3000")
        found = reading(lines(f"{head};1000 EUR;persons", names="Y;A;B", rows=rows))
        assert [c.label for c in found.table.columns] == ["Y", "A EUR", "B persons"]
        assert found.table.columns[1].scale == "thousand"
        assert len(found.table.rows) == 3

    def test_numbers_and_units_may_stand_in_either_order(self):
        rows = ("2019;16461;3.2", "2020;16441;3.1")
        for pair in ((";1000;%", "1;2;3"), ("1;2;3", ";1000;%")):
            found = reading(lines(*pair, names="Rok;A;B", rows=rows))
            assert len(found.table.rows) == 2
            assert found.table.columns[1].scale == "thousand"

    def test_scale_of_another_power_goes_to_the_name(self):
        rows = ("2019;161;32", "2020;164;31")
        table = reading(lines(";10000;10000", names="Y;A;B", rows=rows)).table
        assert [c.label for c in table.columns] == ["Y", "A × 10,000", "B × 10,000"]

    @pytest.mark.parametrize("unit", ["[zł]", "(EUR)", "[%]", "GBP", "per week", "h"])
    def test_without_a_power_of_ten_goes_to_the_names(self, unit):
        rows = ("Nurse;1500;3200", "Cook;2500;3100")
        table = reading(lines(f";{unit};{unit}", rows=rows)).table
        assert [c.label for c in table.columns[1:]] == [f"Men {unit}", f"Women {unit}"]
        assert len(table.rows) == 2

    def test_in_thousands_of_a_currency(self):
        table = reading(lines(";£000;€000")).table
        assert [c.label for c in table.columns[1:]] == ["Men £", "Women €"]
        assert {column.scale for column in table.columns[1:]} == {"thousand"}

    def test_scale_of_words_is_asked_about(self):
        rows = ("2019;a;32", "2020;b;31")
        with pytest.raises(DataError) as caught:
            reading(lines(";1000;1000", names="Y;A;B", rows=rows))
        assert "cannot be the scale" in str(caught.value)

    @pytest.mark.parametrize("row", ["Total;1000;1000", "1000;1000;1000", "Ada;1;%"])
    def test_row_with_a_name_is_a_row(self, row):
        found = reading(lines(row))
        assert len(found.table.rows) == 3
        assert {column.scale for column in found.table.columns} == {""}

    def test_scale_stays_while_a_cell_is_mended(self):
        rows = [f"{year};1234;5" for year in range(2010, 2020)]
        rows[3] = "2013;12x4;5"
        result = dry_run(upload(lines(";1000;", names="Year;A;B", rows=rows)))
        assert result.columns == "A: integer, thousand"
        known = dry_run(
            upload(lines(";1000;", names="Year;A;B", rows=rows)),
            columns="B: decimal\nC: text",
        )
        assert known.columns == "B: decimal\nA: integer, thousand"
        table = from_text(result.numbers.replace("12x4", "1224"), result.columns)
        assert table.columns[1].scale == "thousand"

    def test_first_column_without_a_name_is_called(self):
        rows = ("2019;24125", "2020;23938", "2021;23905")
        found = reading(lines(";1000", names=";Men", rows=rows))
        assert found.table.columns[0].label == "Column 1"
        assert any("has no name" in sentence for sentence in found.sentences)
