"""Test what references to cells show, and what is said where they show nothing."""

import pytest

from careerguide.markup import references_of
from careerguide.markup.references.notation import references_in
from careerguide.markup.references.sources import Reference
from statistics.models import StatTable
from statistics.references.notation import CellName, NotationError, cell_names, written
from statistics.references.numbers import number_of
from statistics.table.schema import TableData

PAY = {
    "columns": [
        {"key": "level", "label": "Level", "type": "text"},
        {"key": "mean", "label": "Mean pay", "type": "money", "currency": "USD"},
        {
            "key": "bonus",
            "label": "Bonus",
            "type": "money",
            "currency": "USD",
            "scale": "thousand",
        },
        {"key": "share", "label": "Share", "type": "percent"},
        {"key": "count", "label": "People", "type": "integer"},
        {"key": "euro", "label": "In euro", "type": "money", "currency": "EUR"},
    ],
    "rows": [
        {"cells": ["Entry Level", "85000", "2.5", "46", "300", "70000"]},
        {"cells": ["Senior", "170000.50", "10", "39", "0", "140000"]},
        {"cells": ["C; [C++]", "1", None, "15.5", "7", "1"]},
        {"cells": ["Twice", "1", "1", "1", "1", "1"]},
        {"cells": ["Twice", "2", "2", "2", "2", "2"]},
    ],
}
MARKET = {
    "columns": [
        {"key": "year", "label": "Year", "type": "year"},
        {
            "key": "size",
            "label": "Size",
            "type": "money",
            "currency": "USD",
            "scale": "billion",
        },
        {"key": "words", "label": "Words", "type": "text"},
    ],
    "rows": [
        {"cells": ["2020", "8.43", "a"]},
        {"cells": ["2027", "96.7", "b"]},
        {"cells": ["2028", "0", "c"]},
        {"cells": ["2029", "-3", "d"]},
    ],
}


ODD = {
    "columns": [
        {"key": "name", "label": "Name", "type": "text"},
        {"key": "since", "label": "Since", "type": "year"},
        {"key": "size", "label": "Size", "type": "decimal"},
    ],
    "rows": [
        {"cells": ["A", "2001", "4"]},
        {"cells": ["B", "2011", "-2"]},
        {"cells": ["C", "2021", "-8"]},
    ],
}

EXACT = {
    "columns": [
        {"key": "year", "label": "Year", "type": "year"},
        {"key": "size", "label": "Size", "type": "decimal"},
    ],
    "rows": [
        {"cells": ["2016", "4"]},
        {"cells": ["2018", "9"]},
        {"cells": ["2021", "11.979"]},
        {"cells": ["2022", "15.972"]},
        {"cells": ["2024", "15.971"]},
    ],
}


@pytest.fixture
def tables():
    named = {"pay": PAY, "market": MARKET, "odd": ODD, "exact": EXACT}
    return {slug: StatTable(slug=slug, data=data) for slug, data in named.items()}


def shown(text, tables, own_slug=""):
    keyword, _, target = text.partition(":")
    return number_of(Reference.read(keyword, target), tables, own_slug).text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("difference: odd; C; Since;; A; Since", "20"),
        ("number: pay; Entry Level; Mean pay", "$85,000"),
        ("number: pay; entry  level; MEAN PAY", "$85,000"),
        ("number: pay; Entry Level; mean", "$85,000"),
        ("number: PAY; Senior; Mean pay", "$170,000.50"),
        ("number: pay; Senior; Bonus", "$10k"),
        ("number: pay; Senior; Share", "39%"),
        ("number: pay; Senior; People", "0"),
        ('number: pay; "C; [C++]"; People', "7"),
        ("number: pay; “C; [C++]”; People", "7"),
        ("sum: pay; Entry Level; Share;; Senior; Share", "85%"),
        ("sum: pay; Entry Level; Mean pay;; Senior; Mean pay", "$255,000.50"),
        ("sum: pay; Entry Level; Mean pay;; Entry Level; Bonus", "$87,500"),
        ("difference: pay; Senior; Mean pay;; Entry Level; Mean pay", "$85,000.50"),
        ("difference: pay; Entry Level; Share;; Senior; Share", "7 percentage points"),
        (
            "difference: pay; Senior; Share;; C; [x]; Share".replace(
                "C; [x]", '"C; [C++]"'
            ),
            "23.5 percentage points",
        ),
        ("ratio: pay; Senior; Bonus;; Entry Level; Bonus", "4"),
        ("ratio: pay; Senior; Mean pay;; Entry Level; Mean pay", "about 2"),
        ("ratio: pay; Senior; Bonus;; Senior; Mean pay", "about 0.059"),
        ("share: pay; Entry Level; Bonus;; Senior; Bonus", "25%"),
        ("share: pay; Entry Level; Share;; Senior; Share", "about 117.9%"),
        ("growth per year: market; 2020; Size;; 2027; Size", "about 41.7%"),
        ("growth per year: market; 2027; Size;; market; 2020; Size", "about 41.7%"),
        ("growth per year: exact; 2018; Size;; 2021; Size", "10%"),
        ("growth per year: exact; 2016; Size;; 2018; Size", "50%"),
        ("growth per year: exact; 2021; Size;; 2022; Size", "about 33.3%"),
        ("growth per year: exact; 2022; Size;; 2024; Size", "about −0.0031%"),
        ("ratio: market; 2027; Size;; pay; Senior; Bonus", "9,670,000"),
    ],
)
def test_shows(tables, text, number):
    assert shown(text, tables) == number


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("number: pay; Entry Level", "Write [[number: "),
        ("number: pay", "Write [[number: "),
        ("number: pay; Entry Level; Mean pay;; Senior; Mean pay", "is of 1 cell"),
        ("sum: pay; Entry Level; Mean pay", "2 to 30 cells"),
        ("share: pay; a; b;; c; d;; e; f", "from 2 cells"),
        ("number: wages; Entry Level; Mean pay", "no table “wages”"),
        ("number: pay; Midlevel; Mean pay", "no row “Midlevel”"),
        ("number: pay; Senior; Median", "no column “Median”: it has Level, Mean pay"),
        ("number: pay; Twice; Share", "2 rows called “Twice”"),
        ("number: pay; Senior; Level", "is no number"),
        ('number: pay; "C; [C++]"; Bonus', "is no number"),
        ("ratio: pay; Senior; Share;; Senior; People", "not of one kind"),
        ("sum: pay; Senior; Mean pay;; Senior; In euro", "not of one kind"),
        ("ratio: pay; Entry Level; People;; Senior; People", "divide by zero"),
        ("share: pay; Senior; People;; Senior; People", "divide by zero"),
        ("sum: odd; A; Since;; B; Since", "not how much"),
        ("ratio: odd; A; Since;; B; Since", "not how much"),
        ("share: odd; A; Since;; B; Since", "not how much"),
        ("ratio: odd; A; Size;; B; Size", "below zero"),
        ("share: odd; B; Size;; A; Size", "below zero"),
        ("growth per year: odd; B; Size;; C; Size", "above zero"),
        ("growth per year: market; 2020; Size;; 2020; Size", "two different years"),
        ("growth per year: market; 2020; Size;; 2029; Size", "above zero"),
        ("growth per year: market; 2028; Size;; 2029; Size", "divide by zero"),
        ("growth per year: pay; Senior; Share;; Twice; Share", "2 rows called"),
        ("growth per year: pay; Senior; Share;; Entry Level; Share", "rows of years"),
        ("number: ;;;;", "Write [[number: "),
        ('number: "', "Write [[number: "),
    ],
)
def test_says_what_is_wrong(tables, text, part):
    with pytest.raises(NotationError) as caught:
        shown(text, tables)
    assert part in str(caught.value)


def test_table_names_its_own_cells(tables):
    assert shown("number: Senior; Share", tables, own_slug="pay") == "39%"
    with pytest.raises(NotationError):
        shown("number: Senior; Share", tables)


@pytest.mark.parametrize(
    "names",
    [
        [CellName("pay", "Entry Level", "Mean pay")],
        [CellName("pay", "C; [C++]", "A | B")],
        [CellName("pay", "*a* <b> `c` & d", "https://a.example/_x_")],
        [CellName("pay", "a", "b"), CellName("pay", "c", "d")],
        [CellName("pay", "a", "b"), CellName("market", "2020", "d")],
    ],
)
def test_what_is_written_is_read(names):
    keyword = "number" if len(names) == 1 else "ratio"
    [reference] = references_of(f"a {written(keyword, names)} b")
    assert cell_names(reference) == tuple(names)
    [(plain, _place)] = references_in(f"a {written(keyword, names, markdown=False)} b")
    assert cell_names(plain) == tuple(names)


def test_own_slug_is_not_written():
    assert written("number", [CellName("pay", "a", "b")], "pay") == "[[number: a; b]]"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ratio: huge; Large; N;; Small; N", "10" + ",000" * 19),
        ("share: huge; Large; N;; Small; N", "1" + ",000" * 20 + "%"),
        ("sum: huge; Large; N;; Large; N", "200" + ",000" * 9),
    ],
)
def test_longest_numbers_are_worked_out(text, number):
    columns = [
        {"key": "name", "label": "Name", "type": "text"},
        {"key": "n", "label": "N", "type": "decimal"},
    ]
    rows = [["Large", "1" + "0" * 29], ["Small", "0." + "0" * 28 + "1"]]
    data = {"columns": columns, "rows": [{"cells": cells} for cells in rows]}
    tables = {"huge": StatTable(slug="huge", data=data)}
    assert shown(text, tables) == number


def test_names_of_a_table_are_read_once(monkeypatch):
    """However many cells texts name: each that was looked for read all rows."""
    rows = [{"cells": [f"Row {n}", f"{n}"]} for n in range(300)]
    columns = [MARKET["columns"][2], PAY["columns"][4]]
    table = StatTable(slug="long", data={"columns": columns, "rows": rows})
    assert table.table.rows
    asked = []
    label = TableData.label
    monkeypatch.setattr(
        TableData, "label", lambda self, row: asked.append(row) or label(self, row)
    )
    for n in range(300):
        assert shown(f"number: long; row {n}; People", {"long": table}) == f"{n}"
    assert len(asked) < 4 * 300


@pytest.mark.django_db
def test_names_are_those_of_the_data_there_is(tables):
    assert shown("number: pay; Senior; Share", tables) == "39%"
    table = tables["pay"]
    table.data = {**PAY, "rows": [{"cells": ["Lead", "1", "1", "5", "1", "1"]}]}
    table.clean()
    assert shown("number: pay; Lead; Share", tables) == "5%"
