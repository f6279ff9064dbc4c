"""Test the rows of a table as HTML."""

import pytest
from django.utils import translation

from statistics.models import StatTable
from statistics.row_html import rows_html

COLUMNS = [
    {"key": "name", "label": "Name", "type": "text"},
    {"key": "town", "label": "Town", "type": "text"},
    {"key": "pay", "label": "Pay", "type": "money", "currency": "USD"},
    {"key": "rank", "label": "Rank", "type": "rank"},
]


def html(*cells, **flags):
    data = {"columns": COLUMNS, "rows": [{"cells": list(cells), **flags}]}
    return rows_html(StatTable(data=data).rows)


def test_each_cell_stands_as_its_column_does():
    assert html("Ann", "Bath", "1200", "2") == (
        '<tr><th scope="row">Ann</th><td>Bath</td><td class="number">$1,200</td>'
        '<td class="which">2</td></tr>'
    )


def test_what_is_missing_stands_where_numbers_stand():
    assert '<td class="number missing">no data</td>' in html("Ann", "b", None, "1")


def test_total_and_forecast_are_marked():
    row = html("All", "b", "1", "1", total=True, forecast=True)
    assert row.startswith(
        '<tr class="total"><th scope="row">All <span class="forecast">'
    )


def test_text_is_escaped():
    assert html("<i>", '"&', "1", "1").startswith(
        '<tr><th scope="row">&lt;i&gt;</th><td>&quot;&amp;</td>'
    )


@pytest.mark.parametrize(("language", "text"), [("en", "נועה."), ("ar", "Ph.D.")])
def test_names_of_another_direction_keep_it_to_themselves(language, text):
    with translation.override(language):
        row = html(text, text, "1", "1")
    assert row.count(f"<bdi>{text}</bdi>") == 2
    assert '<td class="number"><bdi>' not in row


def test_no_rows_are_nothing():
    assert rows_html([]) == ""
