"""Test numbers in parentheses: negative in accounts, asked about elsewhere."""

import pytest

from statistics.importing.clipboard import read_clipboard
from statistics.importing.text import read_text
from statistics.table.errors import DataError


def text_of(label, cells):
    rows = "".join(f"Job {n}x\t{cell}\n" for n, cell in enumerate(cells))
    return f"Job\t{label}\n{rows}"


@pytest.mark.parametrize(
    ("label", "cells"),
    [
        ("S.E.", ("(1.8)", "(2.3)", "(1.6)")),
        ("CV (%)", ("(12.5)", "3.5")),
        ("Share", ("(12.5%)", "(3%)")),
        ("Sample size (n)", ("(120)", "(80)")),
        ("Beschäftigte", ("(12)", "130")),
        ("Anything", ("(12)", "(15)")),
    ],
)
def test_parentheses_that_may_be_no_minus_are_asked_about(label, cells):
    with pytest.raises(DataError, match="parentheses"):
        read_text(text_of(label, cells))


@pytest.mark.parametrize(
    ("label", "cells"),
    [("Change", ("(5)", "7")), ("Profit", ("($5)", "$7")), ("Net", ("($5)", "($6)"))],
)
def test_a_minus_in_parentheses_is_said(label, cells):
    reading = read_text(text_of(label, cells))
    assert reading.table.rows[0].cells[1] == -5
    assert f"“{cells[0]}” is read as a number below zero" in " ".join(reading.sentences)


def test_the_answer_is_a_line_on_the_column():
    reading = read_text(text_of("S.E.", ("(1.8)", "(2.3)")), "S.E.: decimal")
    assert reading.table.rows[0].cells[1] < 0


def test_a_typed_minus_in_parentheses_is_said():
    cells, _notes, sentences = read_clipboard([["(5)"]], ["integer"], typed=True)
    assert cells == [["-5"]]
    assert sentences == ["“(5)” is read as a number below zero."]
