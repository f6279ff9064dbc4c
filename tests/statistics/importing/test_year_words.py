"""Test that columns of years are known by name in the editors' languages."""

import pytest

from statistics.importing.text import read_text


@pytest.mark.parametrize(
    "label",
    ["السنة", "वर्ष", "年", "西暦", "Yıl", "Läsår", "Exercice", "Exercício"],
)
def test_a_column_named_year_holds_years(label):
    text = f"Job\t{label}\tCount\nCook\t2021\t5\nBaker\t2019\t6\nDriver\t2022\t7\n"
    assert read_text(text).table.columns[1].type == "year"
