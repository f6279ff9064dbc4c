"""Test that cells like numbers are labels, said so, and undone by a line."""

import pytest

from statistics.importing.text import from_text, read_text
from statistics.table.schema import DataError
from tests.statistics.corpus.reading import read_data


def first(label, *cells):
    text = "\n".join([f"{label}\tJobs", *(f"{cell}\t5" for cell in cells)])
    reading = read_text(text)
    inferred = [e for e in reading.inferred if e["column"] == label]
    return [row.cells[0] for row in reading.table.rows], inferred


@pytest.mark.parametrize(
    ("label", "cells", "why"),
    [
        ("Experience", ("<5 years", ">5 years"), "limits"),
        ("Age", ("<25", "≥25"), "limits"),
        ("Firm", ("< 10 employees", "≥ 10 employees"), "limits"),
        ("Form", ("(1)", "(2)"), "number the rows"),
        ("Step", ("(3)", "(7)"), "number the rows"),
        ("Road", ("R500", "R600"), "may be names"),
    ],
)
def test_labels_stay_as_they_are_written(label, cells, why):
    names, [inferred] = first(label, *cells)
    assert names == list(cells)
    assert why in inferred["sentence"]


def second(label, *cells):
    text = "\n".join([f"Job\t{label}", *(f"n{n}\t{c}" for n, c in enumerate(cells))])
    reading = read_text(text)
    inferred = [e for e in reading.inferred if e["column"] == label]
    return text, reading.table.columns[1].type, inferred


@pytest.mark.parametrize(
    "cells",
    [
        *(("£30k–£40k", "£50k–£60k"), ("from £15500", "from £20"), ("USDm 12",)),
        *(("(212) 555-1234",), ("£5 + bonus", "£6 + bonus"), ("500-", "600-")),
        *(("▲5", "▲3"), ("(1)", "(2)"), ("<5", "<10"), ("≈£5-6", "competitive")[:1]),
    ],
)
def test_fall_to_text_is_said_and_can_be_taken_back(cells):
    text, kind, [inferred] = second("Pay", *cells)
    assert kind == "text"
    assert "text, as" in inferred["sentence"]
    assert inferred["change"] == "Make it a number"
    try:
        table = from_text(text, inferred["line"])
    except DataError as error:  # each cell that is none is named
        assert all(problem.row for problem in error.problems)
    else:
        assert table.columns[1].type != "text"


@pytest.mark.parametrize(
    "cells", [("Q1 2020", "Q2 2020"), ("Team 5", "Team 6"), ("A1", "B2")]
)
def test_names_with_digits_need_no_sentence(cells):
    _text, kind, inferred = second("Group", *cells)
    assert (kind, inferred) == ("text", [])


def test_pure_digits_are_never_shown_as_no_plain_numbers():
    _text, _kind, [inferred] = second("Time", "36:00", "36")
    assert "“36:00”" in inferred["sentence"]


@pytest.mark.parametrize("cells", [("1,234.50-", "20.00"), ("▲5.2", "▼3.1")])
def test_minus_written_otherwise_is_said(cells):
    data = "Job\tChange\n" + "".join(f"n\t{cell}\n" for cell in cells)
    answer = read_data("", data.encode())
    assert any("is read as a number below zero" in s for s in answer.sentences)


@pytest.mark.parametrize("cell", ["▲-5", "-5-", "(5)-", "▲▼5", "5-"])
def test_signs_that_contradict_are_no_number(cell):
    from statistics.importing.values.amounts import take_apart

    assert take_apart(cell) is None


def test_phone_numbers_without_spaces_keep_their_plus():
    _text, kind, [inferred] = second("Contact", "+442079460000", "+33140205050")
    assert kind == "text"
    assert "may be phone numbers" in inferred["sentence"]


@pytest.mark.parametrize(
    ("label", "cells"),
    [
        ("Change", ("+442079", "+331402")),
        ("Change", ("+442079460000", "-33140205050")),
        ("Profit", ("+442079460000", "+33140205050")),
    ],
)
def test_plus_before_an_amount_is_a_sign(label, cells):
    assert second(label, *cells)[1] == "integer"
