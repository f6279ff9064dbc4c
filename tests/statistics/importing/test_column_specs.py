"""Test the lines that say what columns hold: read, written, and what is wrong."""

import pytest

from statistics.importing.column_specs import describe, read_descriptions
from statistics.table.errors import DataError
from statistics.table.schema import MAX_COLUMNS, TYPES, Column
from tests.each import each

LABELS = ["Pay", "Pay: gross", "Area"]


def columns(text, labels=LABELS):
    return read_descriptions(text, labels)


def problems(text, labels=LABELS):
    with pytest.raises(DataError) as caught:
        columns(text, labels)
    assert all(problem.in_descriptions for problem in caught.value.problems)
    return [str(problem) for problem in caught.value.problems]


LINES = {
    "Pay: text": Column("", "Pay", "text"),
    "Pay: money USD": Column("", "Pay", "money", currency="USD"),
    "Pay: decimal, thousand": Column("", "Pay", "decimal", scale="thousand"),
    "Pay: decimal, unit km": Column("", "Pay", "decimal", unit="km"),
    "Pay: decimal, unit a, or b": Column("", "Pay", "decimal", unit="a, or b"),
    "Pay: decimal, decimals 0": Column("", "Pay", "decimal", decimals=0),
    "Pay: money GBP, million, unit a year, decimals 2": Column(
        *("", "Pay", "money"),
        **{"currency": "GBP", "scale": "million", "unit": "a year", "decimals": 2},
    ),
    "Pay: gross: integer": Column("", "Pay: gross", "integer"),
}


@each(("line", "column"), LINES.items())
def test_line_says_what_a_column_holds(line, column):
    assert columns(line) == {column.label: column}
    assert describe(column) == line


@each("kind", [kind for kind in TYPES if kind != "money"])
def test_each_type_has_its_word(kind):
    assert columns(f"  Pay :  {kind}  ")["Pay"].type == kind


def test_lines_without_words_are_passed_over():
    found = columns("\n Pay: text\n\n \nArea: text\n")
    assert list(found) == ["Pay", "Area"]
    assert columns("") == {}


@each(
    ("line", "problem"),
    [
        ("Wage: text", "“Wage” is not one of the column names (Pay, Area)"),
        ("Wage", "“Wage” is not one of the column names (Pay, Area)"),
        (f"{'W' * 50}: text", f"“{'W' * 39}…” is not one of the column names"),
        ("Pay: number", "“number” is no type; choose one of text, integer, decimal"),
        (f"Pay: {'n' * 50}", f"“{'n' * 39}…” is no type"),
        ("Pay: money", "money needs its currency, as in money USD"),
        ("Pay: money usd", "money needs its currency, as in money USD"),
        ("Pay: text USD", "nobody knows what “USD” means after text"),
        ("Pay: decimal, x 5", "“x 5” is not understood; write thousand, million"),
        ("Pay: decimal, unit", "“unit” is not understood"),
        ("Pay: decimal, decimals x", "“decimals x” is not understood"),
        ("Pay: decimal, decimals ٣", "“decimals ٣” is not understood"),
        ("Pay: decimal, Thousand", "“Thousand” is not understood"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(line, problem):
    [found] = problems(f"\nArea: text\n{line}", ["Pay", "Area"])
    assert found.startswith(f"Columns, line 3: {problem}")


def test_every_problem_is_told():
    assert len(problems("Wage: text\nPay: number\nArea: text")) == 2


def test_as_many_lines_as_a_table_has_columns_are_read():
    labels = [f"c{n}" for n in range(MAX_COLUMNS + 1)]
    lines = [f"{label}: text" for label in labels]
    assert len(columns("\n".join(lines[:-1]), labels)) == MAX_COLUMNS
    assert problems("\n".join(lines), labels) == [
        "Columns, 31 lines; a table takes 30."
    ]
