"""Test lines that number the columns, and rows that only look so."""

from statistics.importing.layout.column_numbers import (
    count_in_brackets,
    may_number_columns,
    numbers_columns,
    numbers_names,
)
from statistics.importing.layout.lines import line_of
from tests.each import each


def line(text, number=2):
    return line_of(number, text.split("|"))


def body(rows):
    return [line(row, number) for number, row in enumerate(rows.split(), 3)]


@each(
    ("counts", "rows"),
    [
        ("(1)|(2)|(3)", "1|5|6 2|7|8"),
        ("(3)|(4)", "1|5 2|7"),
        ("[1]|[2]", "1|5 2|7"),
        ("Column|(1)", "Nurse|5 Cook|7"),
        ("Column|(2)", "Nurse|5 Cook|7"),
        ("Spalte|1|2", "Nurse|5|6 Cook|7|8"),
        ("A|1|2", "Nurse|5|6 Cook|7|8"),
        ("A|1|2", "Abc|5|6 Cook|7|8"),
        ("A|1|2", "男性|5|6 女性|7|8"),
        ("1|2|3", "Nurse|5|6 Cook|7|8"),
        ("2|3|4", "Nurse|5|6 Cook|7|8"),
        ("1|2|3", "1|5|6 2|7|8"),  # a row of number 1 comes below
        ("1|2", "2020|5 2021|6 3|7"),
        ("|1|2", "Nurse|5|6 Cook|7|8"),
        ("|1|2", "2020|5|6 2021|7|8"),
        ("1|2|3", "4|a|6 5|b|8"),
    ],
)
def test_count_is_no_row(counts, rows):
    assert numbers_columns(line(counts), body(rows))


@each(
    ("counts", "rows"),
    [
        ("1|2|3", "3|5|6 4|7|8"),
        ("1|2", "1|5 2|7"),  # two numbers alone are a row
        ("1|2", "2020|5 2|6 3|7"),
        ("3|4|5", "Nurse|5|6 Cook|7|8"),
        ("1|3|5", "Nurse|5|6 Cook|7|8"),
        ("1|(2)|3", "Nurse|5|6 Cook|7|8"),
        ("|1|2", "3|5|6 4|7|8"),
        ("|1|2", "2020|5|6 4|7|8"),
        ("A|1|2", "AB|5|6 Cook|7|8"),  # grades
        ("A|1|2", "男|5|6 女|7|8"),
        ("Column|(3)", "Nurse|5 Cook|7"),
        ("Column|1", "Nurse|5 Cook|7"),
        ("Nurse|1|2", "Cook|5|6 Baker|7|8"),
        ("(1)", "Nurse Cook"),
        ("1|2|3", ""),
        ("|1|2", "|5|6 |7|8"),
    ],
)
def test_row_is_no_count(counts, rows):
    assert not numbers_columns(line(counts), body(rows))


@each(
    ("counts", "rows", "may"),
    [
        ("1|2|3", "10|5|6 20|7|8", True),
        ("1|2|3", "10|5|6 4|7|8", False),
        ("1|2", "10|5 20|7", False),
        ("|1|2|3", "10|5|6|7 20|7|8|9", False),
        ("1|2|3", "Nurse|5|6 Cook|7|8", False),  # it is one
        ("1|5|3", "10|5|6 20|7|8", False),
    ],
)
def test_count_above_longer_numbers_may_be_a_row(counts, rows, may):
    assert may_number_columns(line(counts), body(rows)) is may


@each(
    ("letters", "names", "rows", "are_numbered"),
    [
        ("A|B|C", "Job|Pay|Share", "Nurse|5|6", True),
        ("(1)|(2)", "Job|Pay", "Nurse|5", True),
        ("A|B|C", "Job|Pay", "Nurse|5|6", False),
        ("A|B|C", "Job|Pay|2020", "Nurse|5|6", False),
        ("A|B|C", "Job|Pay|Share", "Nurse|x|y", False),
        ("A|B|C", "Job|Pay|Share", "", False),
        ("A|C|B", "Job|Pay|Share", "Nurse|5|6", False),
    ],
)
def test_line_above_names_may_number_them(letters, names, rows, are_numbered):
    assert numbers_names(line(letters, 1), line(names), body(rows)) is are_numbered


@each(
    ("cells", "are_counts"),
    [
        (["(1)", "(2)"], True),
        (["(1)"], False),
        (["(2)", "(3)"], False),
        (["(1)", "(3)"], False),
        (["1", "2"], False),
        (["(1)", "x"], False),
    ],
)
def test_counts_in_brackets_begin_with_one(cells, are_counts):
    assert count_in_brackets(cells) is are_counts
