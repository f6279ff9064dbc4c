"""Test how a table's data is validated and read."""

from decimal import Decimal

import pytest

from statistics.table.schema import (
    MAX_COLUMNS,
    MAX_DIGITS,
    MAX_ROWS,
    MAX_TEXT,
    DataError,
    Row,
    TableData,
    parse,
)
from tests.each import each

LEVEL = {"key": "level", "label": "Level", "type": "text"}
SALARY = {"key": "salary", "label": "Salary", "type": "money", "currency": "USD"}
SHARE = {"key": "share", "label": "Share", "type": "percent"}


def table(columns, *rows, **more):
    return {"columns": columns, "rows": [{"cells": list(r)} for r in rows]} | more


def column(**changes):
    return table([SHARE | changes])


def cell(value, **changes):
    """A table of one cell in a column of your own."""
    return table([SHARE | changes], [value])


def problems(data):
    with pytest.raises(DataError) as caught:
        parse(data)
    return caught.value.problems


class TestParse:
    def test_gives_columns_and_rows(self):
        parsed = parse(table([LEVEL, SALARY], ["Entry", "85000"], ["Senior", None]))
        assert [c.label for c in parsed.columns] == ["Level", "Salary"]
        assert [str(c) for c in parsed.rows[0].cells] == ["Entry", "85000"]
        assert parsed.rows[1].cells[1] is None

    def test_nothing_is_an_empty_table(self):
        assert parse({}) == parse({"columns": [], "rows": []}) == TableData()

    def test_marks_are_kept(self):
        data = {"columns": [LEVEL], "rows": [{"cells": ["All"], "total": True}]}
        row = parse(data).rows[0]
        assert (row.total, row.forecast) == (True, False)

    def test_diverging_scale_is_kept(self):
        assert parse(table([SHARE], diverging=True)).diverging
        assert not parse(table([SHARE], diverging="yes")).diverging

    @each(
        "text",
        ["8.430", "25", "0", "-5", "0.0", "-0.50", "1" * 30, "0.0000001", "1000000.10"],
    )
    def test_number_stays_what_it_is(self, text):
        data = cell(text, type="decimal")
        assert parse(data).to_json()["rows"] == [{"cells": [text]}]

    def test_stored_form_comes_back_the_same(self):
        column = SALARY | {"unit": "a year", "scale": "billion", "decimals": 2}
        data = table([LEVEL, column], ["18-24", "8.430"], diverging=True)
        data["rows"][0]["forecast"] = True
        assert parse(data).to_json() == data

    def test_column_without_decimals_is_told_from_one_with_none(self):
        assert parse(column()).columns[0].decimals is None
        assert parse(column(decimals=0)).to_json()["columns"][0]["decimals"] == 0


class TestLimits:
    @each(
        ("kind", "value"),
        [
            ("text", "x" * MAX_TEXT),
            ("decimal", "1" * MAX_DIGITS),
            ("decimal", "-0." + "1" * (MAX_DIGITS - 1)),
            ("year", "1"),
            ("year", "9999"),
            ("rank", "1"),
        ],
    )
    def test_cell_at_its_limit_is_taken(self, kind, value):
        [row] = parse(cell(value, type=kind)).rows
        assert str(row.cells[0]) == value

    @each(
        "changes",
        [
            {"label": "x" * 200},
            {"key": "k" * 40},
            {"unit": "u" * 200},
            {"decimals": 0},
            {"decimals": 10},
            *({"type": kind} for kind in ("text", "integer", "year", "rank")),
        ],
    )
    def test_column_at_its_limit_is_taken(self, changes):
        [only] = parse(column(**changes)).columns
        assert only.to_json().items() >= changes.items()


class TestNumbers:
    @each(
        ("kind", "text", "stored"),
        [
            ("year", "2021.0", "2021"),
            ("rank", "2.00", "2"),
            ("integer", "5.0", "5.0"),
            ("decimal", "-0", "0"),
            ("decimal", "-0.00", "0.00"),
            ("decimal", "-5", "-5"),
            ("decimal", "٣٫5".replace("٫", "."), "3.5"),
        ],
    )
    def test_are_stored_plainly(self, kind, text, stored):
        [row] = parse(cell(text, type=kind)).to_json()["rows"]
        assert row == {"cells": [stored]}


class TestRow:
    @each(
        ("row", "is_empty"),
        [
            (Row((None, "")), True),
            (Row((None, "x")), False),
            (Row((Decimal(0),)), False),
            (Row((None,), forecast=True), False),
            (Row((None,), total=True), False),
            (Row((None,), notes={"pay": "c"}), False),
        ],
    )
    def test_is_empty_where_it_says_nothing(self, row, is_empty):
        assert row.is_empty is is_empty

    def test_flag_is_true_or_none(self):
        data = {"columns": [LEVEL], "rows": [{"cells": ["a"], "total": 1}]}
        assert not parse(data).rows[0].total

    def test_without_a_name_is_called_nothing(self):
        parsed = parse(table([LEVEL, SHARE], [None, "5"]))
        assert parsed.label(parsed.rows[0]) == ""

    def test_is_named_by_the_first_column_of_text(self):
        more = {"key": "town", "label": "Town", "type": "text"}
        parsed = parse(table([SHARE, LEVEL, more], ["5", "a", "b"]))
        assert parsed.label(parsed.rows[0]) == "a"


class TestProblem:
    def test_knows_its_cell(self):
        [problem] = problems(table([LEVEL, SHARE], ["a", "1"], ["b", "x"]))
        assert (problem.row, problem.column) == (2, "Share")

    def test_of_a_row_knows_the_row(self):
        [problem] = problems(table([LEVEL, SHARE], ["a", "1"], ["b"]))
        assert (problem.row, problem.column) == (2, None)

    @pytest.mark.parametrize(
        ("changes", "label"), [({"key": "Ö"}, "Share"), ({"label": 5}, None)]
    )
    def test_of_a_column_knows_its_label(self, changes, label):
        found = problems(column(**changes))
        assert {(problem.row, problem.column) for problem in found} == {(None, label)}

    @pytest.mark.parametrize(
        ("name", "label"), [("key", None), ("label", LEVEL["label"])]
    )
    def test_of_two_columns_knows_the_label_they_share(self, name, label):
        [problem] = problems(table([LEVEL, SALARY | {name: LEVEL[name]}]))
        assert problem.column == label


class TestWrongTable:
    @pytest.mark.parametrize("data", [None, [], "text", 5])
    def test_something_else_is_refused(self, data):
        assert problems(data) == ["A table is a mapping of columns and rows."]

    @pytest.mark.parametrize("data", [{"columns": {}}, {"rows": "text"}])
    def test_parts_are_lists(self, data):
        assert problems(data) == ["Columns and rows are lists."]

    def test_too_many_columns(self):
        assert problems(table([SHARE] * (MAX_COLUMNS + 1))) == [
            "31 columns; a table takes 30."
        ]

    def test_too_many_rows(self):
        rows = [["5"]] * (MAX_ROWS + 1)
        assert problems(table([SHARE], *rows)) == ["2,001 rows; a table takes 2,000."]

    def test_largest_table_is_taken(self):
        columns = [
            SHARE | {"key": f"c{n}", "label": f"C{n}"} for n in range(MAX_COLUMNS)
        ]
        rows = [["5"] * MAX_COLUMNS] * MAX_ROWS
        assert len(parse(table(columns, *rows)).rows) == MAX_ROWS

    def test_every_problem_is_told_at_once(self):
        found = problems(table([LEVEL, SHARE], ["A", "x"], ["B", "5"], ["C", "y"]))
        assert found == [
            "Row 1, column “Share”: “x” is not a number.",
            "Row 3, column “Share”: “y” is not a number.",
        ]


WRONG_COLUMNS = [
    ("text", "it is not a mapping of key, label and type."),
    (SHARE | {"colour": "red"}, "nobody knows what colour means."),
    (SHARE | {"unit": 5}, "unit has to be a text of at most 200 characters."),
    (SHARE | {"unit": "u" * 201}, "unit has to be a text of at most 200 characters."),
    (SHARE | {"unit": "\x00"}, "unit has to be a text of at most 200 characters."),
    (
        SHARE | {"key": "Größe"},
        "its key has to be lower-case letters, digits and underscores.",
    ),
    (SHARE | {"label": "  "}, "it has no label."),
    (SHARE | {"label": "Share\nof all"}, "its label has to be one line."),
    (
        SHARE | {"type": "number"},
        "its type is “number”; choose one of text, integer, decimal, percent, money, "
        "year, rank.",
    ),
    (
        {"key": "pay", "label": "Pay", "type": "money"},
        "money needs a currency of three letters, such as USD.",
    ),
    (
        SALARY | {"currency": "usd"},
        "money needs a currency of three letters, such as USD.",
    ),
    (
        SALARY | {"scale": "zillion"},
        "its scale is “zillion”; choose one of thousand, million, billion, trillion.",
    ),
    *(
        (SHARE | {"decimals": decimals}, "decimals is a whole number from 0 to 10.")
        for decimals in (-1, 11, True, "2", 1.5)
    ),
]


class TestWrongColumn:
    @each(("wrong", "sentence"), WRONG_COLUMNS)
    def test_is_named_by_its_number(self, wrong, sentence):
        assert problems(table([LEVEL, wrong])) == [f"Column 2: {sentence}"]

    @pytest.mark.parametrize("name", ["key", "label"])
    def test_two_cannot_share_a_name(self, name):
        twin = SALARY | {name: LEVEL[name]}
        assert problems(table([LEVEL, twin])) == [
            f"Two columns have the {name} “{LEVEL[name]}”: give each its own."
        ]


WRONG_CELLS = [
    ("percent", "abc", "“abc” is not a number"),
    ("percent", "", "“” is not a number"),
    ("percent", "5%", "“5%” is not a number"),
    ("percent", "1,000", "“1,000” is not a number"),
    ("percent", "1e5", "“1e5” is not a number"),
    ("percent", "NaN", "“NaN” is not a number"),
    ("percent", "Infinity", "“Infinity” is not a number"),
    ("percent", "x" * 90, f"“{'x' * 39}…” is not a number"),
    ("decimal", "1" * (MAX_DIGITS + 1), "more than 30 digits"),
    ("integer", "2.5", "“2.5” is not a whole number"),
    ("year", "2020.5", "“2020.5” is not a whole number"),
    ("year", "0", "“0” is not a year"),
    ("year", "10000", "“10000” is not a year"),
    ("rank", "0", "“0” is not a rank: ranks begin at 1"),
    ("text", "x" * (MAX_TEXT + 1), "501 characters; a cell takes 500"),
    ("text", "a\x00b", "holds a NUL character"),
    ("text", 5, "has to be a quoted text or number, or empty"),
    ("decimal", 8.43, "has to be a quoted text or number, or empty"),
]


class TestWrongCell:
    @each(("kind", "value", "sentence"), WRONG_CELLS)
    def test_is_named_by_row_and_column(self, kind, value, sentence):
        data = table(
            [LEVEL, SHARE | {"type": kind}], ["Entry", None], ["Senior", value]
        )
        assert problems(data) == [f"Row 2, column “Share”: {sentence}."]

    @pytest.mark.parametrize("row", [{}, {"cells": "text"}, "text", None])
    def test_row_needs_cells(self, row):
        data = {"columns": [LEVEL], "rows": [{"cells": ["Entry"]}, row]}
        assert problems(data) == ["Row 2: it has no list of cells."]

    @pytest.mark.parametrize("cells", [[], ["a"], ["a", None, None]])
    def test_row_needs_a_cell_for_every_column(self, cells):
        found = problems(table([LEVEL, SHARE], cells))
        count = {0: "0 cells", 1: "1 cell", 3: "3 cells"}[len(cells)]
        assert found == [f"Row 1: {count}, but the table has 2 columns."]


class TestOrder:
    def test_goes_by_value_with_the_largest_first(self):
        assert order("A 5", "B 25", "C -3", "D 7.5") == "B D A C"

    def test_equal_values_stay_as_given(self):
        assert order("B 5", "A 5", "C 9") == "C B A"

    def test_other_comes_after_and_unknown_before_it(self):
        assert order("Other 99", "A 5", "B ?", "C 9") == "C A B Other"
        assert order("Other 99", "A -5", "B ?", "C -9", "D 0") == "D A C B Other"

    def test_total_comes_last(self):
        data = table([LEVEL, SHARE], ["All", "100"], ["A", "60"], ["Other", "40"])
        data["rows"][0]["total"] = True
        labels = [parse(data).label(row) for row in parse(data).ordered()]
        assert labels == ["A", "Other", "All"]

    def test_longest_numbers_are_told_apart(self):
        long = "1" * (MAX_DIGITS - 1)
        assert order(f"A {long}1", f"B {long}3", f"C {long}2") == "B C A"

    def test_table_without_a_measure_stays_as_given(self):
        rank = {"key": "rank", "label": "Rank", "type": "rank"}
        parsed = parse(table([rank, LEVEL], ["2", "B"], ["1", "A"]))
        assert parsed.ordered() == parsed.rows


def order(*rows):
    """The labels of rows such as "Entry 5" or "Entry ?", in readers' order."""
    cells = [[None if part == "?" else part for part in row.split()] for row in rows]
    parsed = parse(table([LEVEL, SHARE], *cells))
    return " ".join(parsed.label(row) for row in parsed.ordered())


class TestFind:
    parsed = parse(table([LEVEL, SALARY], ["Entry", "85000"], ["Senior", "170000"]))

    def test_cell_is_found_by_row_label_and_column_key(self):
        column, row = self.parsed.find("Senior", "salary")
        assert (column.label, str(row.cells[1])) == ("Salary", "170000")

    @pytest.mark.parametrize("cell", [("Middle", "salary"), ("Senior", "Salary")])
    def test_unknown_one_is_nothing(self, cell):
        assert self.parsed.find(*cell) is None

    def test_rows_without_text_are_named_by_their_first_column(self):
        year = {"key": "year", "label": "Year", "type": "year"}
        parsed = parse(table([year, SHARE], ["2027", "5"]))
        assert parsed.find("2027", "share")


class TestColumn:
    @pytest.mark.parametrize(
        ("kind", "css_class"),
        [
            ("text", ""),
            ("year", ""),
            ("rank", "which"),
            ("integer", "number"),
            ("decimal", "number"),
            ("percent", "number"),
            ("money", "number"),
        ],
    )
    def test_class_says_whether_it_measures(self, kind, css_class):
        [only] = parse(column(type=kind, currency="USD")).columns
        assert only.css_class == css_class
        assert only.is_measure is (css_class == "number")
