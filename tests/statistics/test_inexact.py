"""Test that no chart draws a limit, or a number with a margin, as an exact one."""

import re

import pytest

from statistics.charts import Form, chart_html
from statistics.figures import chart_form, chart_notes, figure_html, figure_of
from statistics.importing.values.cell_notes import without_note
from tests.factories import StatTableFactory

NOT_DRAWN = "Where only a limit is known, nothing is drawn."
PALE = "Pale bars stand for numbers that are not exact."


def table_of(*cells, kind="integer", **fields):
    """A table of rows A, B, …; a cell is a number, or (number, mark)."""
    names = {"key": "name", "label": "Name", "type": "text"}
    column = {"key": "size", "label": "Size", "type": kind}
    rows = []
    for letter, cell in zip("ABCDEF", cells, strict=False):
        number, mark = cell if isinstance(cell, tuple) else (cell, "")
        notes = {"notes": {"size": mark}} if mark else {}
        rows.append({"cells": [letter, number]} | notes)
    data = {"columns": [names, column], "rows": rows}
    return StatTableFactory.build(data=data, row_order="given", **fields)


def bars_of(table):
    return chart_html(figure_of(table), Form.BARS)


@pytest.mark.parametrize("cell", [(None, "≥208"), ("208", "≥")])
def test_limit_is_written_and_not_drawn(cell):
    table = table_of("5", "9", cell)
    html = bars_of(table)
    assert html.count("<rect") == 2 and "≥208" in html
    assert chart_notes(table) == [NOT_DRAWN]
    assert NOT_DRAWN in figure_html(table)


def test_withheld_number_is_no_zero_and_is_explained():
    html = figure_html(table_of("5", "9", (None, "c")))
    assert html.count("<rect") == 2
    assert '<td role="cell" class="missing">[c]</td>' in html
    assert "[c] confidential" in html


@pytest.mark.parametrize("mark", ["~", "u", "small", "± 2", "±2"])
def test_inexact_number_is_a_pale_bar_with_its_mark(mark):
    table = table_of("5", ("9", mark))
    html = bars_of(table)
    assert re.findall(r'<rect class="([\w-]+)"', html) == ["bar", "inexact-bar"]
    assert mark.strip("[]") in html and chart_notes(table) == [PALE]


@pytest.mark.parametrize("mark", ["p", "r", "e", "b"])
def test_other_marks_change_no_bar(mark):
    table = table_of("5", ("9", mark))
    assert "inexact" not in bars_of(table) and chart_notes(table) == []


def test_inexact_part_is_no_part_of_a_whole():
    table = table_of("60", ("40", "± 3"), kind="percent")
    assert chart_form(table, figure_of(table))[0] == Form.BARS
    table = table_of("60", "40", kind="percent")
    assert chart_form(table, figure_of(table))[0] == Form.PARTS


def test_inexact_point_is_in_no_line():
    def form(mark):
        names = {"key": "year", "label": "Year", "type": "year"}
        column = {"key": "size", "label": "Size", "type": "integer"}
        rows = [{"cells": [f"20{n}", f"{n}"]} for n in range(20, 25)]
        rows[2] |= {"notes": {"size": mark}} if mark else {}
        data = {"columns": [names, column], "rows": rows}
        table = StatTableFactory.build(data=data)
        return chart_form(table, figure_of(table))[0]

    assert (form(""), form("p"), form("u")) == (Form.LINE, Form.LINE, Form.BARS)


@pytest.mark.parametrize(
    "cell, value, note",
    [
        (("9", "~"), "~9", ""),
        (("9", "± 2"), "9 ± 2", ""),
        (("9", "p"), "9", "provisional"),
        ((None, "≥208"), "≥208", ""),
        ((None, "c"), "confidential", ""),
        ((None, ""), "no data", ""),
    ],
)
def test_quick_fact_says_its_mark_in_words(cell, value, note):
    fact = {"headline_label": "Size", "headline_row": "B", "headline_column": "size"}
    shown = table_of("5", cell, **fact).headline
    assert (shown["value"], shown["note"]) == (value, note)


@pytest.mark.parametrize(
    "cell, note, number",
    [
        ("46% ± 3", "± 3", "46%"),
        ("46±3.5", "±3.5", "46"),
        ("46 [small]", "small", "46"),
        ("± 3", "", "± 3"),
    ],
)
def test_margin_is_read_as_a_note(cell, note, number):
    assert without_note(cell) == (note, number)
