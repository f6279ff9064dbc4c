"""Test tables read from pasted text, and written back."""

import random
from pathlib import Path

import pytest
import yaml

from statistics.importing.text import describe, from_text, read_text, to_text
from statistics.table.schema import (
    MAX_COLUMNS,
    MAX_ROWS,
    SCALES,
    TYPES,
    DataError,
    TableData,
    parse,
)
from tests.each import each

ROOT = Path(__file__).resolve().parent.parent.parent.parent
GUIDES = [p for p in sorted((ROOT / "fixtures").glob("*.yaml")) if p.stem != "site"]
TABLES = [
    entry["fields"]["data"]
    for path in GUIDES
    for entry in yaml.safe_load(path.read_text())
    if entry["model"] == "statistics.stattable"
]
SALARIES = "Level\tSalary\nEntry\t$85,000\nSenior\t$170,000.50\n"


def cells(text, descriptions=""):
    """The stored cells that a paste becomes."""
    return [row["cells"] for row in from_text(text, descriptions).to_json()["rows"]]


def types(text):
    return [column.type for column in from_text(text).columns]


def problems(text, descriptions=""):
    with pytest.raises(DataError) as caught:
        from_text(text, descriptions)
    return caught.value.problems


def value(cell, kind="decimal"):
    """The stored value of one cell below a column of the given kind."""
    [[stored]] = cells(f'Value\n"{cell}"\n', f"Value: {kind}") or [[None]]
    return stored


class TestSeparators:
    @pytest.mark.parametrize(
        "text",
        [
            "Level\tShare\nEntry\t5\n",
            "Level,Share\nEntry,5\n",
            "Level;Share\nEntry;5\n",
            "Level\tShare\r\nEntry\t5\r\n",
            "Level\tShare\rEntry\t5",
            "\n\nLevel\tShare\n\n  \t \nEntry\t5\n\n",
            " Level \t Share\n Entry \t 5 ",
            "Level\tShare\t\t\nEntry\t5\t\t\n",
            '"Level","Share"\n"Entry","5"\n',
        ],
        ids=repr,
    )
    def test_all_read_the_same(self, text):
        table = from_text(text)
        assert [column.label for column in table.columns] == ["Level", "Share"]
        assert cells(text) == [["Entry", "5"]]

    def test_quoted_cell_holds_separators_and_lines(self):
        assert cells('A,B\n"x, ""y""","one\ntwo"\n') == [['x, "y"', "one\ntwo"]]

    def test_quoted_name_does_not_decide_the_separator(self):
        text = 'Level\t"Salary,\nmean"\nEntry\t5\n'
        assert [c.label for c in from_text(text).columns] == ["Level", "Salary, mean"]
        assert cells('"a;b",c\n1,2\n') == [["1", "2"]]

    def test_line_ends_inside_a_cell_are_one_kind(self):
        assert cells('A\tB\r\n"one\r\ntwo"\t5\r\n') == [["one\ntwo", "5"]]

    def test_nothing_is_an_empty_table(self):
        assert from_text("") == from_text(" \n\t\n") == TableData()


class TestNumbers:
    @pytest.mark.parametrize(
        ("cell", "stored"),
        [
            ("8.4300", "8.4300"),
            ("1,234,567", "1234567"),
            ("1,234,567.50", "1234567.50"),
            ("-5", "-5"),
            ("\N{MINUS SIGN}5", "-5"),
            ("+5", "5"),
            ("\N{NO-BREAK SPACE}5 ", "5"),
            ("0", "0"),
            ("0.0000001", "0.0000001"),
        ],
    )
    def test_are_bared_and_kept_exactly(self, cell, stored):
        assert value(cell) == stored

    @pytest.mark.parametrize("cell", ["", "-", "–", "—", "n/a", "N/A", "no data"])
    def test_missing_ones_are_nothing(self, cell):
        assert cells(f"Level\tShare\nA\t{cell}\n", "Share: percent") == [["A", None]]

    @pytest.mark.parametrize("cell", ["25%", "25 %", "25"])
    def test_percent_is_stored_as_its_number(self, cell):
        assert value(cell, "percent") == "25"

    @pytest.mark.parametrize(
        "cell", ["$1,234.50", "$ 1,234.50", "1,234.50", "USD 1,234.50", "1,234.50 USD"]
    )
    def test_money_is_stored_as_its_number(self, cell):
        assert value(cell, "money USD") == "1234.50"

    @pytest.mark.parametrize("cell", ["-$5", "\N{MINUS SIGN}$5", "$-5", "-5"])
    def test_minus_may_stand_on_either_side_of_the_sign(self, cell):
        assert value(cell, "money USD") == "-5"


class TestWrongCell:
    @pytest.mark.parametrize(
        ("kind", "cell", "sentence"),
        [
            ("decimal", "many", "“many” is not a number"),
            ("decimal", "5%", "“5%” is a percentage, which the column does not hold"),
            ("decimal", "$5", "“$5” is in $, which is not what the column holds"),
            ("money USD", "€5", "“€5” is in €, which is not what the column holds"),
            ("integer", "2.5", "“2.5” is not a whole number"),
            ("decimal", "1,23,4", "“1,23,4” is not a number"),
            ("decimal", "--5", "“--5” is not a number"),
            ("decimal", "=1+1", "“=1+1” is not a number"),
        ],
    )
    def test_is_named_by_row_and_column(self, kind, cell, sentence):
        text = f"Level\tValue\nEntry\t1\nSenior\t{cell}\n"
        assert problems(text, f"Value: {kind}") == [
            f"Row 2, column “Value”: {sentence}."
        ]

    def test_every_one_is_named(self):
        found = problems("A\tB\nq\t1\n2\ty\n", "A: integer\nB: integer")
        assert found == [
            "Row 1, column “A”: “q” is not a number.",
            "Row 2, column “B”: “y” is not a number.",
        ]

    def test_row_that_is_too_long_is_named(self):
        assert problems("A\tB\n1\t2\n1\t2\t3\n") == [
            "Row 2: 3 cells, but there are 2 column names."
        ]

    def test_short_row_is_filled_up(self):
        assert cells("A\tB\n1\n3\t4\n") == [["1", None], ["3", "4"]]

    def test_open_quotation_mark_is_told(self):
        [sentence] = problems('A\tB\n"1\t2\n')
        assert sentence.startswith("Line 2: a quotation mark is not closed")

    def test_name_that_stands_twice_is_told(self):
        assert any("label “A”" in text for text in problems("A\tA\n1\t2\n"))

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("A\n" + "1\n" * (MAX_ROWS + 1), "2,001 rows; a table takes 2,000."),
            (",".join(["A"] * 40_000) + "\n" + "1\n" * MAX_ROWS, "40000 columns; "),
        ],
    )
    def test_table_that_is_too_large_is_refused_at_once(self, text, sentence):
        assert problems(text)[0].startswith(sentence)


class TestMarks:
    TEXT = "Year\tSize\tMark\n2020\t8.43\t\n2027\t96.7\tForecast\nAll\t5\ttotal\n"

    def test_say_which_rows_are_forecast_or_total(self):
        rows = from_text(self.TEXT).rows
        assert [row.forecast for row in rows] == [False, True, False]
        assert [row.total for row in rows] == [False, False, True]

    def test_are_no_column(self):
        assert [column.label for column in from_text(self.TEXT).columns] == [
            "Year",
            "Size",
        ]

    def test_may_be_both(self):
        [row] = from_text("A\tB\tMark\nx\t1\ttotal, forecast\n").rows
        assert row.total and row.forecast

    def test_unknown_one_is_named(self):
        [problem] = problems("A\tB\tMark\nx\t1\ttotal\ny\t2\tguess\n")
        assert problem.startswith("Row 2, column “Mark”: “guess” is neither forecast")
        assert "call it otherwise" in problem

    @pytest.mark.parametrize(
        ("cells", "kind"),
        [(("85", "72"), "integer"), (("65%", "72%"), "percent"), (("A", "B+"), "text")],
    )
    def test_of_a_school_are_a_column(self, cells, kind):
        reading = read_text("Pupil\tMark\n" + "".join(f"x\t{c}\n" for c in cells))
        pupil, mark = reading.table.columns
        assert (mark.label, mark.type) == ("Mark", kind)
        assert any("“Mark” is a column like the others" in s for s in reading.sentences)
        again = from_text(*to_text(reading.table))
        assert again.to_json() == reading.table.to_json()

    def test_column_of_that_name_survives(self):
        flags = {"key": "mark", "label": "Mark", "type": "integer"}
        pupil = {"key": "pupil", "label": "Pupil", "type": "text"}
        data = {"columns": [pupil, flags], "rows": [{"cells": ["Ann", "85"]}]}
        assert from_text(*to_text(parse(data)), parse(data)).to_json() == data


class TestInferred:
    @pytest.mark.parametrize(
        ("column", "kind"),
        [
            ("Share\n25%\n5 %", "percent"),
            ("Pay\n$85,000.00\n$5", "money"),
            ("Pay\n£85,000.00\n7", "money"),
            ("Number\n1,452,000\n-7", "integer"),
            ("Ratio\n8.43\n7", "decimal"),
            ("Year\n2020\n2027", "year"),
            ("Rank\n1\n2", "rank"),
            ("Age\n18-24\n55+", "text"),
            ("Mixed\n$5\n5%", "text"),
            ("Mixed\n$5\n€5", "text"),
            ("Number\n452\nn/a", "integer"),
            ("Empty\nn/a", "text"),
        ],
    )
    def test_takes_the_type_that_the_cells_show(self, column, kind):
        label, *rows = column.splitlines()
        text = f"Name\t{label}\n" + "".join(f'x\t"{cell}"\n' for cell in rows)
        assert types(text) == ["text", kind]

    def test_knows_the_currency_by_its_sign(self):
        assert from_text("Pay\n£5\n").columns[0].currency == "GBP"


class TestDescriptions:
    def test_are_read_as_they_are_written(self):
        line = "Pay: money USD, billion, unit a year, decimals 2"
        column = from_text("Level\tPay\nEntry\t5\n", line).columns[1]
        assert describe(column) == line
        assert (column.currency, column.scale) == ("USD", "billion")
        assert (column.unit, column.decimals) == ("a year", 2)

    def test_label_may_hold_a_colon(self):
        column = from_text("Ratio: mean\tB\n5\t6\n", "Ratio: mean: decimal").columns[0]
        assert (column.label, column.type) == ("Ratio: mean", "decimal")

    def test_columns_without_a_line_are_worked_out(self):
        assert [c.type for c in from_text(SALARIES, "Level: text").columns] == [
            "text",
            "money",
        ]

    @pytest.mark.parametrize(
        ("line", "sentence"),
        [
            (
                "Wage: integer",
                "“Wage” is not one of the column names (Level, Salary). Correct it or "
                "delete the line.",
            ),
            (
                "hello",
                "“hello” is not one of the column names (Level, Salary). Correct it or "
                "delete the line.",
            ),
            (
                "Salary: number",
                "“number” is no type; choose one of text, integer, decimal, percent, "
                "money, year, rank.",
            ),
            ("Salary: money", "money needs its currency, as in money USD."),
            ("Salary: text USD", "nobody knows what “USD” means after text."),
            (
                "Salary: integer, huge",
                "“huge” is not understood; write thousand, million, billion, unit per "
                "year, or decimals 2.",
            ),
        ],
    )
    def test_wrong_line_is_named(self, line, sentence):
        assert problems(SALARIES, f"Level: text\n\n{line}") == [
            f"Columns, line 3: {sentence}"
        ]

    def test_more_than_a_table_has_columns_are_refused(self):
        lines = [f"C{n}: text" for n in range(MAX_COLUMNS)]
        assert "a table takes" not in str(problems(SALARIES, "\n".join(lines)))
        assert problems(SALARIES, "\n".join([*lines, "More: text"])) == [
            f"Columns, {MAX_COLUMNS + 1} lines; a table takes {MAX_COLUMNS}."
        ]


class TestKeys:
    known = from_text(SALARIES)

    def keys(self, text):
        return [column.key for column in from_text(text, known=self.known).columns]

    def test_are_made_from_the_labels(self):
        text = "Average salary (USD)\t2020\tGröße\n1\t2\t3\n"
        keys = [column.key for column in from_text(text).columns]
        assert keys == ["average_salary_usd", "column_2", "grosse"]

    def test_stay_when_columns_move(self):
        assert self.keys("Salary\tLevel\n5\tEntry\n") == ["salary", "level"]

    def test_stay_when_a_label_changes(self):
        assert self.keys("Level\tPay in dollars\nEntry\t5\n") == ["level", "salary"]

    def test_stay_when_a_column_comes_between(self):
        text = "Level\tPlace\tSalary\nEntry\tRome\t5\n"
        assert self.keys(text) == ["level", "place", "salary"]

    @pytest.mark.parametrize(
        "labels", ["a 3\ta\ta!", "a\ta!\ta?", "A\ta\tÄ", "é\tè\tê"]
    )
    def test_are_never_the_same(self, labels):
        keys = [column.key for column in from_text(f"{labels}\n1\t2\t3\n").columns]
        assert len(set(keys)) == 3


class TestRoundTrip:
    """What the form shows, saved untouched, changes nothing."""

    @pytest.mark.parametrize("data", TABLES, ids=lambda d: d["columns"][-1]["label"])
    def test_every_table_of_the_fixtures_comes_back(self, data):
        table = parse(data)
        assert from_text(*to_text(table), table).to_json() == data

    @each("seed", range(40))
    def test_made_up_tables_come_back(self, seed):
        data = made_up(random.Random(seed))
        table = parse(data)
        assert from_text(*to_text(table), table).to_json() == data

    def test_fixtures_have_eleven_tables(self):
        assert len(TABLES) == 11


WORDS = [
    *(
        "18-24",
        "55+",
        "Ph.D.",
        "Master’s Degree",
        "a, b",
        "c; d",
        'say "so"',
        "'quoted",
    ),
    *(
        "one\ntwo",
        "=1+1",
        "-",
        "n/a",
        "#5",
        "蜜蜂",
        "🐝",
        "a\tb",
        "Microsoft: Azure",
        "0",
    ),
    *(
        "\\n",
        "null",
        "Other",
        "$5",
        "5%",
        "1,000",
        "2020",
        "forecast",
        "Mark",
        '"',
        '""',
    ),
]
NUMBERS = ["0", "-5", "8.430", "1000000", "0.0000001", "-0.50", "9" * 30, "12.0"]


def made_up(chance):
    """A table of random shape, with names and cells that are hard to keep."""
    columns = []
    labels = [
        "Salary, mean",
        "A: b",
        "Mark",
        "x;y",
        '"Best"',
        "年",
        "Rank",
        "a.b",
        "Q?",
    ]
    for number, label in enumerate(chance.sample(labels, chance.randint(1, 5))):
        column = {"key": f"c{number}", "label": label, "type": chance.choice(TYPES)}
        if chance.random() < 0.3:
            column["unit"] = "per year: net"
        if column["type"] == "money":
            column["currency"] = chance.choice(["USD", "CHF"])
        if chance.random() < 0.3:
            column["scale"] = chance.choice(SCALES)
        if chance.random() < 0.3:
            column["decimals"] = chance.randint(0, 10)
        columns.append(column)
    rows = [_made_up_row(chance, columns) for _ in range(chance.randint(0, 5))]
    data = {"columns": columns, "rows": rows}
    return data | ({"diverging": True} if chance.random() < 0.2 else {})


def _made_up_row(chance, columns):
    of_kind = {
        "text": WORDS,
        "year": ["2020", "1"],
        "rank": ["1", "25"],
        "integer": ["0", "-5", "9" * 30],
    }
    cells = [
        None if place and chance.random() < 0.2 else chance.choice(choices)
        for place, choices in enumerate(
            of_kind.get(c["type"], NUMBERS) for c in columns
        )
    ]
    flags = {flag: True for flag in ("forecast", "total") if chance.random() < 0.2}
    return {"cells": cells} | flags
