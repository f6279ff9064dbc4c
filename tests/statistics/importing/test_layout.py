"""Test tables among titles, notes and other tables: proposed, shown, changed."""

import pytest

from statistics.editing.dry_run import dry_run
from statistics.importing.text import read_text
from statistics.table.schema import DataError
from tests.statistics.workbook_files import upload

ONS = (
    "Table 1: Median pay\nThis worksheet contains one table.\n\n"
    "Area,Pay\nLondon,30\nLeeds,28\nAll,29\n\n[x] not available\nSource: ONS, 2024\n"
)


def read(text, **choices):
    return dry_run(upload(text), **choices)


class TestProposal:
    def test_leaves_out_what_stands_above_and_below_and_says_so(self):
        result = read(ONS)
        assert result.numbers.splitlines()[:2] == ["Area\tPay\tMark", "London\t30\t"]
        assert result.sentences[:2] == [
            "Lines 1 to 2 above the names of the columns were left out.",
            "Lines 9 to 10 below the table were left out.",
        ]

    def test_is_shown_to_be_changed(self):
        source = read(ONS).source
        assert (source["kind"], source["separator"]) == ("text", ",")
        assert source["header_row"] == 4
        assert source["header_choices"][2] == {"row": 4, "cells": ["Area", "Pay"]}
        assert source["above"][0] == {"row": 1, "text": "Table 1: Median pay"}
        assert source["notes"].startswith("[x] not available\n\nSource: ONS")

    def test_marks_totals(self):
        result = read(ONS)
        assert result.totals == [3]
        assert "Marked as a total: row “All”." in result.sentences

    def test_reads_the_first_of_several_tables(self):
        result = read("Table 1\nA,B\nx,1\ny,2\n\nTable 2\nE,F\nz,5\nw,6\n")
        assert result.numbers == "A\tB\nx\t1\ny\t2\n"
        assert "Another table begins in line 6: only the first was read." in (
            result.sentences
        )

    def test_joins_names_of_two_lines(self):
        result = read("Area,Men,,Women,\n,Median,Mean,Median,Mean\nLeeds,1,2,3,4\n")
        assert result.numbers.splitlines()[0].split("\t") == [
            *("Area", "Men Median", "Men Mean", "Women Median", "Women Mean")
        ]

    @pytest.mark.parametrize(
        "names",
        [
            "Job\t2022\t\t2023\t\n\tMen\tWomen\tMen\tWomen",
            "Job\t2022\t2022\t2023\t2023\n\tMen\tWomen\tMen\tWomen",
            "Job\t2022\t2022\t2023\t2023\nJob\tMen\tWomen\tMen\tWomen",
            "\t2022\t\t2023\nJob\tMen\tWomen\tMen\tWomen",
        ],
    )
    def test_joins_names_below_years_in_files_and_in_what_is_pasted(self, names):
        text = f"{names}\nNurse\t1\t2\t3\t4\nCook\t5\t6\t7\t8\n"
        right = ["Job", "2022 Men", "2022 Women", "2023 Men", "2023 Women"]
        assert read(text).numbers.splitlines()[0].split("\t") == right
        pasted = read_text(text)
        assert [column.label for column in pasted.table.columns] == right
        assert any("joined from 2 lines" in said for said in pasted.sentences)

    def test_joins_names_of_three_lines(self):
        names = "\tPay\t\t\t\n\t2022\t\t2023\t\nJob\tMen\tWomen\tMen\tWomen\n"
        text = f"{names}A\t1\t2\t3\t4\n"
        assert read(text + "B\t5\t6\t7\t8\n").numbers.splitlines()[0].split("\t") == [
            "Job",
            *("Pay 2022 Men", "Pay 2022 Women", "Pay 2023 Men", "Pay 2023 Women"),
        ]

    def test_numbers_the_columns_of_a_file_without_names(self):
        result = read("London,10,5.5\nLeeds,9,3.2\nYork,8,1.1\n")
        assert result.numbers.splitlines()[0] == "Column 1\tColumn 2\tColumn 3"
        assert result.source["header_row"] == 0

    @pytest.mark.parametrize("name", ["Other", "Total Fitness", "Allen"])
    def test_keeps_rows_that_only_look_like_totals(self, name):
        assert read(f"A,B\nx,1\ny,2\n{name},3\n").totals == []


class TestChoice:
    def test_of_a_line_is_followed(self):
        result = read("A,B\nC,D\nx,1\n", header_row="2")
        assert result.numbers == "C\tD\nx\t1\n"

    def test_of_no_line_is_followed(self):
        result = read("x,1\ny,2\n", header_row="0")
        assert result.numbers == "Column 1\tColumn 2\nx\t1\ny\t2\n"

    def test_of_the_proposed_line_changes_nothing(self):
        text = "Area,Men,\n,Median,Mean\nLeeds,1,2\n"
        proposed = read(text)
        again = read(text, header_row=str(proposed.source["header_row"]))
        assert again.numbers == proposed.numbers

    @pytest.mark.parametrize("row", ["99", "-1", "x", "9" * 50])
    def test_of_nonsense_is_answered(self, row):
        assert read("A,B\nx,1\n", header_row=row).numbers

    def test_of_a_separator_answers_its_question(self):
        text = "a,b;c,d\nw,x;y,z\n"
        result = read(text, numbers="A\tB\n")
        assert result.question.kind == "separator"
        assert result.numbers == "A\tB\n"
        assert set(result.source["separators"]) == {",", ";"}
        assert read(text, separator=";").numbers == "a,b\tc,d\nw,x\ty,z\n"


def test_bad_cell_is_named_as_the_file_counts():
    text = "Title\n\nArea,Pay\nA,1\nB,2\nC,3\nD,4\nE,much\n"
    assert read(text).problems == [
        "Row 5, column “Pay”: “much” is not a number. That is line 8 of the file."
    ]


class TestRows:
    def test_one_without_a_name_is_no_line_of_names(self):
        result = read("Job,Town,Pay\n,Hull,some\nCook,York,5\nBaker,Leeds,7\n")
        assert result.numbers.splitlines()[:2] == ["Job\tTown\tPay", "\tHull\tsome"]

    @pytest.mark.parametrize("rows", ["Cook,York,5\nBaker,Leeds,7\n", "Cook,York,5\n"])
    def test_line_of_units_belongs_to_the_names(self, rows):
        result = read(f"Job,Town,Pay\n,,£ per hour\n{rows}")
        assert result.numbers.splitlines()[0] == "Job\tTown\tPay £ per hour"

    def test_line_of_words_above_as_many_words_as_numbers_is_a_row(self):
        result = read("Job,Town,Pay\n,,Some\nCook,York,5\nBaker,Leeds,free\n")
        assert result.numbers.splitlines()[:2] == ["Job\tTown\tPay", "\t\tSome"]

    def test_one_of_signs_only_is_left_out_and_said(self):
        result = read("Jobs,Pay\n5,100\n..,..\n7,200\n")
        assert result.numbers == "Jobs\tPay\n5\t100\n7\t200\n"
        sentence = "Row 2 holds nothing but signs for no value, and was left out."
        assert sentence in result.sentences
        assert "A new table of 2 rows and 2 columns." in result.sentences


class TestNumbersOnly:
    @pytest.mark.parametrize("mark", ["\t", ";", "|"])
    def test_first_row_is_kept_and_said(self, mark):
        rows = ["123", "456", "789"]
        reading = read_text("\n".join(mark.join(row) for row in rows))
        assert [[str(c) for c in row.cells] for row in reading.table.rows] == [
            list(row) for row in rows
        ]
        assert "No line holds names of columns, so they are numbered." in (
            reading.sentences
        )

    def test_years_are_names_and_said(self):
        reading = read_text("2019\t2020\t2021\n10\t20\t30\n11\t21\t31\n")
        assert len(reading.table.rows) == 2
        assert any("are numbers: if they are a row" in s for s in reading.sentences)

    def test_names_beside_a_word_are_not_remarked_upon(self):
        reading = read_text("Area\t1\t2\nx\t5\t6\ny\t8\t9\n")
        assert reading.sentences == []


class TestLinesThatAreNoRows:
    def test_line_of_units_goes_to_the_names_whatever_stands_below(self):
        genesis = (
            "Bruttomonatsverdienste;;;\n;Insgesamt;Männer;Frauen\n;EUR;EUR;EUR\n"
            "2021;4100;4309;3631\n2022;4244;4454,5;3776\n__________\n"
            "© Statistisches Bundesamt, 2024\nStand: 12.11.2024\n"
        )
        result = read(genesis)
        assert result.numbers.splitlines()[0].split("\t")[1:] == [
            "Insgesamt EUR",
            "Männer EUR",
            "Frauen EUR",
        ]

    def test_rows_in_two_lines_are_refused(self):
        text = (
            "Occupation\tMedian pay\tGrowth\n\nDevelopers\n$132,270\t17%\n\n"
            "Nurses\n$86,070\t6%\n"
        )
        with pytest.raises(DataError, match="as in lines 3 and 4"):
            read_text(text)

    def test_groups_of_rows_are_none_in_two_lines(self):
        table = read_text("Sector,Jobs,Pay\nHealth\nNurse,5,6\nTrades\nMason,7,8\n")
        assert len(table.table.rows) == 4

    @pytest.mark.parametrize(
        "text",
        [
            "Team,Sex,Pay\nA,F,100\n,M,110\nB,F,99\n",
            "Team\tPay\nA\t100\n\t110\nB\t99\n",
            "             pay\nteam sex\nA    F    100.5\n     M    110.0\n"
            "B    F     99.0\n     M    105.2\n",
        ],
    )
    def test_name_that_may_go_on_below_is_said(self, text):
        said = " ".join(read_text(text).sentences)
        assert "with an empty cell: if the name" in said

    def test_empty_cell_among_numbers_is_not(self):
        said = read_text("Year,Jobs,Pay\n2020,1,5\n,2,6\n2022,3,7\n").sentences
        assert "empty cell" not in " ".join(said)

    @pytest.mark.parametrize("rule", ["---", "======", "--- ---"])
    def test_bar_in_a_name_parts_no_cells_whatever_stands_below_a_rule(self, rule):
        text = (
            "Term       P(>|t|)   n\nage        0.12      4\nsex        0.40      2\n"
        )
        table = read_text(f"{text}{rule}\nNote: by the office\n").table
        assert [column.label for column in table.columns] == ["Term", "P(>|t|)", "n"]
        assert [row.cells[2] for row in table.rows] == [4, 2]

    def test_types_are_none_of_the_names_where_numbers_end_with_a_point(self):
        text = (
            "  region    pay     n\n  <chr>   <dbl> <int>\n1 North  31000.    12\n"
            "2 South   2950.     9\n3 East      NA      4\n"
        )
        result = read_text(text)
        labels = [column.label for column in result.table.columns]
        assert labels == ["region", "pay", "n"]
        assert any("Line 2 says the types" in said for said in result.sentences)

    def test_name_without_values_is_said(self):
        result = read_text(
            "Occupation,Jobs\nPrimary and nursery\nschool teachers,12\nNurses,8\n"
        )
        assert any(
            "Line 2 holds a name and no values" in said for said in result.sentences
        )

    def test_row_without_one_value_is_not(self):
        result = read_text("Occupation,Jobs,Pay\nNurse,5,\nCook,,8\n")
        assert not any("no values" in said for said in result.sentences)

    def test_statements_of_a_database_are_refused(self):
        rows = "INSERT INTO pay VALUES ('Nurse',1);\nINSERT INTO pay VALUES ('Vet',2);"
        with pytest.raises(DataError, match="a program"):
            read_text(rows)
