"""Test tables drawn by consoles and plain-text formats, pasted as they are."""

import pytest

from statistics.editing.dry_run import dry_run
from statistics.importing.layout.separators import split
from statistics.importing.text import read_text
from tests.statistics.workbook_files import upload

MYSQL = (
    "mysql> SELECT job, pay FROM pay;\n"
    "+------------+---------+-------+\n"
    "| job        | pay     | share |\n"
    "+------------+---------+-------+\n"
    "| Nurse      | 3200.50 |  12.5 |\n"
    "| Cook, head | 4100.00 |  NULL |\n"
    "| A|B        | 2100.25 |   7.0 |\n"
    "+------------+---------+-------+\n"
    "3 rows in set (0.00 sec)\n"
)
ORG = (
    "#+CAPTION: Pay\n"
    "| Job   |  Pay | Share |\n"
    "|-------+------+-------|\n"
    "| /     |  <r> |    <> |\n"
    "| Nurse | 3200 |  12.5 |\n"
    "| Cook  | 2100 |   7.0 |\n"
    "|-------+------+-------|\n"
    "| Tailor | 900 |   1.0 |\n"
    "#+TBLFM: @>$2=vsum(@I..@II)\n"
)
PSQL = (
    "job    | pay  | share \n"  # a paste loses the space before it
    "--------+------+-------\n"
    " Nurse  | 3200 |  12.5\n"
    " Tailor | 2100 |      \n"
    "(2 rows)\n"
)
STATA = (
    "     gender |      Freq.     Percent\n"
    "------------+-----------------------\n"
    "       male |      1234       45.10\n"
    "     female |                 54.90\n"
    "------------+-----------------------\n"
)
STATA_TWO_WAY = (
    "           |        foreign\n"
    "     rep78 |  Domestic    Foreign |     Total\n"
    "-----------+----------------------+----------\n"
    "       low |         2          0 |         2 \n"
    "      high |         8          9 |        17 \n"
    "-----------+----------------------+----------\n"
)
STATA_LIST = (
    "     +------------------------+\n"
    "     | make             price |\n"
    "     |------------------------|\n"
    "  1. | AMC Concord       4099 |\n"
    "  2. | AMC Pacer         4749 |\n"
    "     +------------------------+\n"
)
SQLITE = (
    "┌────────┬────────┬───────┐\n"
    "│  job   │  pay   │ share │\n"
    "├────────┼────────┼───────┤\n"
    "│ Nurse  │ 3200.5 │ 12.5  │\n"
    "│ Tailor │ 4100.0 │       │\n"
    "└────────┴────────┴───────┘\n"
)
POLARS = (
    "shape: (2, 2)\n"
    "┌───────┬────────┐\n│ job   ┆ pay    │\n│ ---   ┆ ---    │\n│ str   ┆ f64    │\n"
    "╞═══════╪════════╡\n│ Nurse ┆ 3200.5 │\n│ Cook  ┆ 2100.0 │\n└───────┴────────┘\n"
)
DUCKDB = (
    "┌─────────┬────────┐\n│   job   │  pay   │\n│ varchar │ double │\n"
    "├─────────┼────────┤\n│ Nurse   │ 3200.5 │\n│ Cook    │ 2100.0 │\n"
    "├─────────┴────────┤\n│      2 rows      │\n└──────────────────┘\n"
)
GRID = (
    "+--------+-------------+\n"
    "|        | 2022        |\n"
    "| Job    +------+------+\n"
    "|        | Men  | Women|\n"
    "+========+======+======+\n"
    "| Nurse  | 1    | 2    |\n"
    "| (head) |      |      |\n"
    "+--------+------+------+\n"
    "| Cook   | 3    | 4    |\n"
    "+--------+------+------+\n"
)
TITLED = (
    "+----------------+\n|   Pay by job   |\n+-------+--------+\n|  Job  |   Pay  |\n"
    "+-------+--------+\n| Nurse |  3200  |\n|  Cook |  2100  |\n+-------+--------+\n"
)
WIDE = (
    "+--------+--------+\n| 職種   |   年収 |\n+--------+--------+\n"
    "| 看|師  |  480.5 |\n| 料理人 | 350.25 |\n+--------+--------+\n"
)
BOXES = {
    "MySQL": (
        MYSQL,
        "job pay share",
        ["Nurse 3200.50 12.5", "Cook, head 4100.00 None", "A|B 2100.25 7.0"],
    ),
    "Org mode": (
        ORG,
        "Job Pay Share",
        ["Nurse 3200 12.5", "Cook 2100 7.0", "Tailor 900 1.0"],
    ),
    "psql": (PSQL, "job pay share", ["Nurse 3200 12.5", "Tailor 2100 None"]),
    "Stata": (STATA, "gender Freq. Percent", ["male 1234 45.10", "female None 54.90"]),
    "Stata, two ways": (
        STATA_TWO_WAY,
        "rep78 foreign Domestic foreign Foreign Total",
        ["low 2 0 2", "high 8 9 17"],
    ),
    "Stata, list": (STATA_LIST, "make price", ["AMC Concord 4099", "AMC Pacer 4749"]),
    "SQLite": (SQLITE, "job pay share", ["Nurse 3200.5 12.5", "Tailor 4100.0 None"]),
    "Polars": (POLARS, "job pay", ["Nurse 3200.5", "Cook 2100.0"]),
    "DuckDB": (DUCKDB, "job pay", ["Nurse 3200.5", "Cook 2100.0"]),
    "grid": (GRID, "Job 2022 Men 2022 Women", ["Nurse (head) 1 2", "Cook 3 4"]),
    "title in the box": (TITLED, "Job Pay", ["Nurse 3200", "Cook 2100"]),
    "wide letters": (WIDE, "職種 年収", ["看|師 480.5", "料理人 350.25"]),
}


def rows(table):
    return [" ".join(map(str, row.cells)) for row in table.rows]


@pytest.mark.parametrize(("text", "names", "right"), BOXES.values(), ids=BOXES)
@pytest.mark.parametrize("separator", ["", "|"])
def test_box_is_read(text, names, right, separator):
    table = read_text(text, separator=separator).table
    assert " ".join(column.label for column in table.columns) == names
    assert rows(table) == right


@pytest.mark.parametrize(
    "rule",
    [
        *("|:-|-:|", "| :--- | ---: |", "|---|---|", "| - | - |", "|:-:|:-:|"),
        *(":--|--:", "--- | ---", "|  :------:  |---|", "|-----:|:-----|"),
    ],
)
def test_markdown_may_escape_bars(rule):
    text = f"| Job | Pay |\n{rule}\n| Nurse \\| RN | 3200 |\n| **Cook** | `2100` |\n"
    assert rows(read_text(text).table) == ["Nurse | RN 3200", "Cook 2100"]


def test_markdown_rows_may_be_short():
    text = "| Job | Men | Women |\n|---|---|---|\n| Nurse | 1 |\n| Cook | 3 | 4 |\n"
    assert rows(read_text(text).table) == ["Nurse 1 None", "Cook 3 4"]


class TestAround:
    def test_lines_above_and_below_are_left_out_and_said(self):
        said = read_text(f"{MYSQL}Source: ONS\n").sentences
        assert "Line 1 above the names of the columns was left out." in said
        assert "Line 10 below the table was left out." in said

    @pytest.mark.parametrize(
        "count", ["(2 rows)", "2 rows in set (0.00 sec)", "(2 Zeilen)", "#+TBLFM: $2=1"]
    )
    def test_what_a_console_counts_is_no_note(self, count):
        result = dry_run(upload(f"Job | Pay\n----+----\nA | 1\nB | 2\n{count}\n"))
        assert result.source["notes"] == ""

    def test_first_column_without_a_name_gets_one(self):
        reading = read_text("| | Men |\n|---|---|\n| Nurse | 1 |\n| Cook | 3 |\n")
        assert reading.table.columns[0].label == "Column 1"
        assert "The first column has no name: it is called “Column 1”." in (
            reading.sentences
        )

    def test_rows_know_their_lines(self):
        assert [line.number for line in split(MYSQL).lines] == [1, 3, 5, 6, 7]

    @pytest.mark.parametrize(
        "text",
        [
            "Job|Pay\nNurse|3200\n-|-\nCook|2100\n",
            "Pay\n---\n\nJob;Pay\nNurse;1\nCook;2\n",
            "Job\tNote\nNurse\t---+---\nCook\ta | b\n",
        ],
    )
    def test_dashes_elsewhere_draw_no_box(self, text):
        assert "Nurse" in rows(read_text(text).table)[0]

    @pytest.mark.parametrize("sign", ["-", "=", "|", "+", "-+", " -", "| ", "-|"])
    def test_long_lines_take_no_long_time(self, sign):
        text = f"a|b\n{sign * 60_000}x\n{sign * 60_000}\nc|d\n"
        assert split(text).lines


RULED = {
    "SQLite": (
        "job      pay      share\n-------  -------  -----\nNurse    3200.5   12.5 \n"
        "Tailor   4100.0        \nHea      2100     7.0  \n"
    ),
    "SQL Server": (
        "job        pay    share \n---------- ------ ------\nNurse      3200.5   12.5\n"
        "Tailor     4100.0       \nHea          2100    7.0\n\n(3 rows affected)\n"
    ),
    "reStructuredText": (
        "======  ======  =====\njob     pay     share\n======  ======  =====\n"
        "Nurse   3200.5   12.5\nTailor  4100.0\nHea     2100      7.0\n"
        "======  ======  =====\n"
    ),
}


@pytest.mark.parametrize("text", RULED.values(), ids=RULED)
def test_underlines_say_where_columns_are(text):
    table = read_text(text).table
    assert [column.label for column in table.columns] == ["job", "pay", "share"]
    assert rows(table) == ["Nurse 3200.5 12.5", "Tailor 4100.0 None", "Hea 2100 7.0"]
