"""Test tables as programs print them: split as shown, or refused."""

import pytest

from statistics.importing.text import read_text
from tests.statistics.importing.reading import refusal

NURSES = [["Nurse", "3200.5", "12.5"], ["Cook", "2100.25", "7.0"]]
PRINTED = {
    "psql": """   job    | pay     | share
----------+---------+-------
 Nurse    |  3200.5 |  12.5
 Cook     | 2100.25 |   7.0
(2 rows)
""",
    "mysql": """+-------+---------+-------+
| job   | pay     | share |
+-------+---------+-------+
| Nurse |  3200.5 |  12.5 |
| Cook  | 2100.25 |   7.0 |
+-------+---------+-------+
2 rows in set (0.00 sec)
""",
    "sqlite3 column": """job    pay      share
-----  -------  -----
Nurse  3200.5   12.5
Cook   2100.25  7.0
""",
    "sqlite3 list": "job|pay|share\nNurse|3200.5|12.5\nCook|2100.25|7.0\n",
    "sqlite3 box": """┌───────┬─────────┬───────┐
│  job  │   pay   │ share │
├───────┼─────────┼───────┤
│ Nurse │ 3200.5  │ 12.5  │
│ Cook  │ 2100.25 │ 7.0   │
└───────┴─────────┴───────┘
""",
    "DuckDB": """┌─────────┬─────────┬────────┐
│   job   │   pay   │ share  │
│ varchar │ double  │ double │
├─────────┼─────────┼────────┤
│ Nurse   │ 3200.5  │   12.5 │
│ Cook    │ 2100.25 │    7.0 │
├─────────┴─────────┴────────┤
│ 2 rows           3 columns │
└────────────────────────────┘
""",
    "polars": """shape: (2, 3)
┌───────┬─────────┬───────┐
│ job   ┆ pay     ┆ share │
│ ---   ┆ ---     ┆ ---   │
│ str   ┆ f64     ┆ f64   │
╞═══════╪═════════╪═══════╡
│ Nurse ┆ 3200.5  ┆ 12.5  │
│ Cook  ┆ 2100.25 ┆ 7.0   │
└───────┴─────────┴───────┘
""",
    "pandas": """     job      pay  share
0  Nurse   3200.5   12.5
1   Cook  2100.25    7.0
""",
    "pandas with an index": """           pay  share
job
Nurse   3200.5   12.5
Cook   2100.25    7.0
""",
    "R": """    job     pay share
1 Nurse  3200.5  12.5
2  Cook 2100.25   7.0
""",
    "tibble": """# A tibble: 2 × 3
  job       pay share
  <chr>   <dbl> <dbl>
1 Nurse  3200.5  12.5
2 Cook  2100.25   7.0
""",
    "Stata": """       job |      pay     share
-----------+-------------------
     Nurse |   3200.5      12.5
      Cook |  2100.25       7.0
""",
    "reStructuredText": """+-------+---------+-------+
| job   | pay     | share |
+=======+=========+=======+
| Nurse | 3200.5  | 12.5  |
+-------+---------+-------+
| Cook  | 2100.25 | 7.0   |
+-------+---------+-------+
""",
}


def read(text):
    reading = read_text(text)
    cells = [[str(cell) for cell in row.cells] for row in reading.table.rows]
    return [column.label for column in reading.table.columns], cells, reading.sentences


class TestPrinted:
    @pytest.mark.parametrize("program", PRINTED)
    def test_table_is_split_as_it_is_shown(self, program):
        names, cells, _said = read(PRINTED[program])
        assert names == ["job", "pay", "share"]
        assert cells == NURSES

    @pytest.mark.parametrize("program", ["pandas", "R"])
    def test_index_that_counts_the_rows_is_left_out_and_said(self, program):
        _names, _cells, said = read(PRINTED[program])
        [sentence] = [sentence for sentence in said if "counts the rows" in sentence]
        assert sentence.endswith(", …): it was left out.")

    @pytest.mark.parametrize("program", ["DuckDB", "polars", "tibble"])
    def test_types_are_left_out_and_said(self, program):
        _names, _cells, said = read(PRINTED[program])
        assert any("says the types" in sentence for sentence in said)

    def test_empty_cells_stay_in_their_column(self):
        text = (
            "Area        Men     Women    All\nNorth       10      20       30\n"
            "South               25       25\nEast        11               11\n"
        )
        _names, cells, _said = read(text)
        assert cells[1:] == [
            ["South", "None", "25", "25"],
            ["East", "11", "None", "11"],
        ]

    def test_words_of_one_cell_stay_together(self):
        text = (
            "Occupation      Mean wage   Share of all\n"
            "Head cook           1.5            12.5\n"
            "Vice dean                           7.5\n"
        )
        names, cells, _said = read(text)
        assert names == ["Occupation", "Mean wage", "Share of all"]
        assert cells == [["Head cook", "1.5", "12.5"], ["Vice dean", "None", "7.5"]]

    def test_bar_of_a_box_in_a_cell_stays(self):
        _names, cells, _said = read("Job,n\nA│x,5\nB,6\nC,7\n")
        assert cells[0] == ["A│x", "5"]

    def test_line_of_units_costs_no_row(self):
        text = (
            "Job      n     m\n       1000    %\nNurse    5     1\nCook     6     2\n"
        )
        names, cells, _said = read(text)
        assert names == ["Job", "n", "m %"]
        assert cells == [["Nurse", "5", "1"], ["Cook", "6", "2"]]

    def test_title_and_note_are_left_out_and_said(self):
        text = (
            "Table 1. Pay\nJob            Pay    Share\n-------------------------\n"
            "Nurse.......   1.5     12.5\nCook........            7.5\n\n(1) A note.\n"
        )
        _names, cells, said = read(text)
        assert cells == [["Nurse", "1.5", "12.5"], ["Cook", "None", "7.5"]]
        assert any("above" in s for s in said) and any("below" in s for s in said)

    @pytest.mark.parametrize(
        "text",
        [
            "     job    pay\n0  Nurse  3200\n..   ...   ...\n9   Cook  2100\n",
            "┌────┬────┐\n│ a  │ b  │\n├────┼────┤\n│ x  │  1 │\n│ ·  │  · │\n"
            "│ ·  │  · │\n│ y  │  2 │\n└────┴────┘\n",
        ],
    )
    def test_rows_that_were_not_printed_are_missed(self, text):
        assert "Dots stand for rows" in refusal(text)

    @pytest.mark.parametrize(
        "text",
        [
            "-[ RECORD 1 ]---\njob | Nurse\npay | 3200\n-[ RECORD 2 ]\njob | Cook\n",
            "*************************** 1. row ***************************\n"
            "  job: Nurse\n  pay: 3200\n",
            "- job: Nurse\n  pay: 3200\n- job: Cook\n  pay: 2100\n",
            "[nurse]\npay = 3200\n[cook]\npay = 2100\n",
            ".. list-table::\n   * - Job\n     - Pay\n",
            " [1] 12 15 18 21\n [5] 22 25 28 31\n",
            "     [,1] [,2]\n[1,]    1    2\n[2,]    3    4\n",
            "job: Nurse\npay: 3200\n\njob: Cook\npay: 2100\n",
        ],
    )
    def test_fields_below_each_other_are_refused(self, text):
        assert "a field or a cell a line" in refusal(text)

    @pytest.mark.parametrize(
        "text",
        [
            "job\nNurse      3200.5\nTeacher    4100.0\nName: pay, dtype: float64\n",
            "     pay          age\n Min.   :2100   Min.   :22\n Max.   :9   Max. :7\n",
            "Job Pay Share\nNurse 3200\nCook 2100 7%\n",
            "Year Jobs\n2019 1 234\n2020 2 345\n",
            "  Min. 1st Qu.  Median\n  1.00   25.50   50.00\n",
        ],
    )
    def test_lines_that_cannot_be_split_are_refused(self, text):
        assert "stand apart by spaces" in refusal(text)


class TestGroupsOfThousands:
    @pytest.mark.parametrize(
        "text",
        [
            "Län Antal 2022\nSkåne 1 234\nUppsala 2 345\nGotland 1 345\n",
            "Län Antal 2022\nSkåne 1 234\nUppsala 2 345\nGotland 345\n",
            "Métier Salaire brut\nInfirmier 2 340\nCuisinier 1 980\n",
            "Métier Effectif 2023 total\nInfirmier 540 123 5\nCuisinier 210 450 6\n",
            "Yrke Lön kr\nLäkare 40 123,50\nKock 21 500,00\n",
            "Län     Antal Lön\nSkåne 1 234 567 38 500\nHalland 345 678 36 200\n",
        ],
    )
    def test_are_asked_about(self, text):
        assert "one number or several" in refusal(text)

    @pytest.mark.parametrize(
        "text",
        [
            "Job Men Women\nNurse 12 345\nCook 7 21\nBaker 5 99\n",
            "Job Men Women\nNurse 12 34500\nCook 14 24310\n",
            "Job 2021 2022\nNurse 1.5 2.5\nHead cook 3.5 4.5\n",
            "Job Men Women\nNurse 1.5 567\nCook 2.5 678\n",
        ],
    )
    def test_are_not_suspected_where_a_row_has_none(self, text):
        names, cells, _said = read(text)
        assert len(names) == 3 and len(cells) > 1
