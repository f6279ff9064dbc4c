"""Test letters beside numbers: a scale, a unit, a mark, a currency; or asked."""

import pytest
from django.utils import translation

from statistics.importing.clipboard import read_clipboard
from statistics.importing.text import from_text, read_text
from statistics.table.schema import DataError
from tests.statistics.corpus.reading import read_data
from tests.statistics.corpus.writing import workbook


def lines(label, *cells):
    return "\n".join([f"Name\t{label}", *(f"n{n}\t{c}" for n, c in enumerate(cells))])


def question(label, *cells, language="en"):
    with translation.override(language), pytest.raises(DataError) as caught:
        read_text(lines(label, *cells))
    [entry] = [e for e in caught.value.inferred if e["column"] == label]
    return entry


class TestScale:
    @pytest.mark.parametrize(
        ("label", "cells"),
        [
            *(("Height", ("8849m", "8611m")), ("Duration", ("12m",))),
            *(("Temperature", ("5772K",)), ("Stars", ("5772K", "9602K"))),
            *(("Peak", ("12m", "15m")), ("Memory", ("64M", "32M"))),
        ],
    )
    def test_that_may_be_the_unit_is_asked_about(self, label, cells):
        letter = cells[0][-1]
        entry = question(label, *cells)
        assert f"“{letter}” beside its numbers may be a scale" in entry["sentence"]
        assert entry["change"] == f"Take “{letter}” as the unit"
        table = from_text(lines(label, *cells), entry["line"])
        assert table.columns[1].unit == letter
        assert [str(row.cells[1]) for row in table.rows] == [c[:-1] for c in cells]

    @pytest.mark.parametrize(
        ("label", "cells"),
        [
            *(("Sales", ("12m", "3m")), ("Einwohner", ("5M", "3M"))),
            *(("Range", ("£5m", "£3m")), ("Size", ("900K", "1.2M"))),
        ],
    )
    def test_of_what_is_counted_is_read(self, label, cells):
        assert from_text(lines(label, *cells)).columns[1].type != "text"

    @pytest.mark.parametrize("code", ['0"m"', '0"K"', '0" b"', '0"p"'])
    def test_of_a_number_format_is_asked_about(self, code):
        rows = ["Peak", "Height"], ["A", 8849], ["B", 8611]
        data = workbook(*rows, formats={"B": code})()
        assert read_data("a.xlsx", data).kind == "asked"

    def test_of_a_format_that_divides_is_one(self):
        rows = ["Peak", "Height"], ["A", 8849000], ["B", 8611000]
        data = workbook(*rows, formats={"B": '0.0,,"M"'})()
        assert read_data("a.xlsx", data).kind == "read"

    def test_t_of_a_dollar_format_is_a_trillion(self):
        rows = ["Firm", "Market cap"], ["A", 3.4], ["B", 3.1]
        answer = read_data("a.xlsx", workbook(*rows, formats={"B": '"$"0.0"T"'})())
        column = answer.columns[1]
        assert (column.type, column.currency, column.scale) == (
            "money",
            "USD",
            "trillion",
        )


class TestMark:
    @pytest.mark.parametrize("letter", "prfe")
    def test_of_all_numbers_is_asked_about(self, letter):
        cells = (f"85{letter}", f"90{letter}")
        entry = question("Price", *cells)
        assert f"write it in brackets: “85 [{letter}]”" in entry["sentence"]
        table = from_text(lines("Price", *cells), entry["line"])
        assert [str(row.cells[1]) for row in table.rows] == ["85", "90"]
        assert not any(row.notes for row in table.rows)

    def test_beside_money_may_be_pence(self):
        entry = question("Price", "85p", "£2.40", "99p")
        assert "such as pence" in entry["sentence"]
        assert entry["line"] == "Price: text"

    @pytest.mark.parametrize(
        "cells", [("32000p", "31000"), ("£5p", "£6"), ("85 [p]", "90 [p]")]
    )
    def test_of_some_numbers_is_a_mark(self, cells):
        table = from_text(lines("Pay", *cells))
        assert table.rows[0].notes == {"pay": "p"}


def test_number_without_the_scale_of_others_is_told_what_to_write():
    with pytest.raises(DataError) as caught:
        read_text(lines("Pay", "85K", "900"))
    [problem] = caught.value.problems
    assert "write it with “K”, or all numbers in full" in problem


class TestInDescribedColumns:
    """A cell whose own letter contradicts what its column holds is asked about."""

    @pytest.mark.parametrize(
        ("cell", "kind", "unit"),
        [
            *(
                ("5m", "decimal", "°C"),
                ("5k", "decimal", "°C"),
                ("5m", "decimal", "km"),
            ),
            *(
                ("5M", "integer", "kg"),
                ("5 km", "decimal", "kg"),
                ("5k", "decimal", "h"),
            ),
        ],
    )
    def test_letter_of_another_unit(self, cell, kind, unit):
        text = typed(cell, kind)
        with pytest.raises(DataError) as caught:
            from_text(lines("X", "1", text), f"X: {kind}, unit {unit}")
        assert "Row 2, column “X”" in str(caught.value)

    @pytest.mark.parametrize("cell", ["5m", "5k", "5M"])
    @pytest.mark.parametrize("unit", ["people", "employees"])
    def test_scale_of_what_is_counted_is_one(self, cell, unit):
        text = typed(cell, "integer")
        table = from_text(lines("X", "1", text), f"X: integer, unit {unit}")
        assert table.rows[1].cells[1] >= 5000

    @pytest.mark.parametrize("cell", ["5p", "45p", "99.5p"])
    @pytest.mark.parametrize("currency", ["GBP", "INR"])
    def test_pence_among_pounds(self, cell, currency):
        text = typed(cell, "money")
        assert text == cell
        with pytest.raises(DataError) as caught:
            from_text(lines("X", "1", text), f"X: money {currency}")
        assert f"“{cell}” may be a part of {currency}" in str(caught.value)

    @pytest.mark.parametrize(
        ("cell", "currency"), [("32000p", "GBP"), ("5p", "USD"), ("£5p", "GBP")]
    )
    def test_mark_of_an_office_is_one(self, cell, currency):
        table = from_text(lines("X", "1", cell), f"X: money {currency}")
        assert table.rows[1].notes == {"x": "p"}


def typed(cell, kind):
    cells, _notes, _said = read_clipboard([[cell]], [kind], typed=True)
    return cells[0][0]
