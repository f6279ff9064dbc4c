"""Only measures tell how decimals are written."""

import pytest

from statistics.importing.evidence import Unsettled
from statistics.paste import from_text

PAY = ("45.300", "85.100")


def text(label, *cells):
    rows = zip(cells, ("Koch", "Arzt"), PAY, strict=True)
    return "\n".join([f"{label};Beruf;Gehalt", *map(";".join, rows)])


class TestNoEvidence:
    @pytest.mark.parametrize(
        ("label", "cells"),
        [
            ("Nr", ("1.1", "1.2")),
            ("Thema", ("1.1", "1.2")),  # one after the other, in the first column
            ("Beginn", ("9.30", "8.15")),
            ("Tag", ("31.12", "24.12")),
            ("Version", ("1.10", "3.2")),
            ("SOC code", ("11.2", "12.5")),
            ("Wert", ("9.30", "8.15")),  # could be times
        ],
    )
    def test_in_what_is_no_measure(self, label, cells):
        with pytest.raises(Unsettled) as caught:
            from_text(text(label, *cells))
        assert "“45.300” could mean 45.300 or 45300" in caught.value.problems[0]


class TestEvidence:
    @pytest.mark.parametrize("cells", [("9.75", "8.15"), ("31.99", "24.12")])
    def test_in_another_measure(self, cells):
        table = from_text(text("Wert", *cells))
        assert [str(row.cells[2]) for row in table.rows] == list(PAY)

    def test_of_the_same_column_comes_first(self):
        table = from_text("A\tB\n1.234\t9.75\n5,5\t1.5\n")
        assert [str(row.cells[0]) for row in table.rows] == ["1234", "5.5"]
        assert [str(row.cells[1]) for row in table.rows] == ["9.75", "1.5"]
