"""Test flags of statistical offices in their own column, or after the number."""

import pytest

from statistics.importing.text import read_text
from tests.statistics.importing.test_layout import read

TABLE = (
    "TIME\t2021\t\t2022\t\nGEO (Labels)\t\t\t\t\nAustria\t6.2\t\t4.8\tp\n"
    "Belgium\t6.3\tbu\t5.6\t\nBulgaria\t:\tc\t4.3\t\n"
)


def notes(reading):
    return [list(row.notes.values()) for row in reading.table.rows]


def labels(reading):
    return [column.label for column in reading.table.columns]


class TestColumnOfFlags:
    def test_goes_to_the_numbers(self):
        reading = read_text(TABLE)
        assert labels(reading) == ["GEO (Labels)", "2021", "2022"]
        assert notes(reading) == [["p"], ["bu"], ["c"]]

    @pytest.mark.parametrize(
        "around",
        [
            "{}Special value\n:\tnot available\n",
            "{}\nSpecial value\n:\tnot available\n\nAvailable flags:\nb\tbreak\n",
            "Data extracted on 29/11/2024\nDataset:\tUnemployment\n\n{}",
        ],
    )
    def test_stands_among_other_lines(self, around):
        reading = read_text(around.format(TABLE))
        assert len(reading.table.rows) == 3
        assert notes(reading) == [["p"], ["bu"], ["c"]]

    def test_of_a_file(self):
        result = read(TABLE.replace("\t", ";"))
        assert result.problems == []
        assert result.numbers.splitlines()[1:3] == [
            "Austria\t6.2\t4.8 [p]",
            "Belgium\t6.3 [bu]\t5.6",
        ]

    def test_may_be_empty(self):
        reading = read_text("GEO\t2021\t\t2022\t\nMalta\t6.2\t\t4\t\nItaly\t7\t\t5\n")
        assert labels(reading) == ["GEO", "2021", "2022"]

    def test_may_be_called_flag_twice(self):
        text = "GEO\t2021\tFlag\t2022\tFlag\nAustria\t6.2\tp\t4\t\nBelgium\t7\t\t5\te\n"
        assert notes(read_text(text)) == [["p"], ["e"]]

    def test_with_another_name_stays(self):
        text = "GEO\tValue\tSex\nAustria\t6.2\tF\nBelgium\t7\tM\n"
        assert labels(read_text(text)) == ["GEO", "Value", "Sex"]

    def test_of_words_is_none(self):
        result = read("GEO\t2021\t\nAustria\t6.2\tup from last year\nBelgium\t7\t\n")
        assert "it has no label" in " ".join(map(str, result.problems))


@pytest.mark.parametrize("flags", ["bep", "bu", "de", "p", "e"])
def test_flags_follow_the_number(flags):
    reading = read_text(f"GEO\t2021\nAustria\t6.2 {flags}\nBelgium\t7.5\n")
    assert notes(reading) == [[flags], []]
