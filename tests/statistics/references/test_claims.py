"""Test which numbers of a text somebody should be able to check."""

import time

import pytest
from django.utils import translation

from statistics.models import StatTable
from statistics.references.claims import amounts, finding
from statistics.references.claims.finding import claims_in
from statistics.references.claims.proposals import CellsByValue, proposals


def found(text, **options):
    return [claim.written for claim in claims_in(text, **options)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("They earn $120,000 a year.", ["$120,000"]),
        (
            "They earn US$ 120,000, or 85,000 dollars.",
            ["US$ 120,000", "85,000 dollars"],
        ),
        ("From €1.2m to 3 million euros", ["€1.2m", "3 million euros"]),
        ("46 % and **39%**, 12 per cent", ["46 %", "39%", "12 per cent"]),
        ("In 2020 5,000 people, 22 500 in all", ["5,000", "22 500"]),
        ("It fell by −5 to 1.25.", ["−5", "1.25"]),
        ("120 000 € a year, 85\u00a0$ a day", ["120 000 €", "85\u00a0$"]),
        ("7 of 10 came, after 40 hours a week", ["7 of 10", "40"]),
        ("> [!FACT]\n> Only 12% do.", ["12%"]),
        ("| a | b |\n|---|---|\n| x | 41% |\n| 2020 | 412 |", ["41%", "412"]),
        # Numbers of notes and what is raised belong to no number.
        ("They earn $85,000[^1].\n\n[^1]: A survey.", ["$85,000"]),
        ("It was 41[^a] %[^1], 39%[^1].\n\n[^a]: A.\n[^1]: B.", ["41 %", "39%"]),
        ("$85,000<sup>1</sup> and **$90,000**<sub>2</sub>", ["$85,000", "$90,000"]),
    ],
)
def test_number_is_a_claim(text, claims):
    assert found(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "In 2020, by 2027 and from 1999 to 2001.",
        "At 10:30 on 22 November 2026, or 5 May, around the clock, 24/7.",
        "It runs on Python 3.11, HTML5 and Windows 11; version 2.0, 1.2.3, WCAG 2.2.",
        "See the (WCAG) 2.2, chapter 4, page 12 and step 3.",
        "She came 1st, he 2nd, they 23rd.",
        "There are 3 steps:\n\n1. One\n2. Two\n3. Three",
        "## 5 misconceptions\n\ntext",
        "`42` and\n\n```\n43\n```",
        "[words](/page/42/) and https://a.example/7/8",
        "Call 0123 456 789 or +44 20 7946 0958.",
        "Ph.D., C++, no numbers at all.",
    ],
)
def test_number_is_none(text):
    assert found(text) == []


def test_what_is_tied_is_none():
    assert found("a [[number: pay; Level 7; Mean of 2024]] b 5%") == ["5%"]


def test_what_a_row_is_called_is_none():
    assert found("Half are 25 to 34, or 41% so.", names=["25-34"]) == ["41%"]


def test_line_is_known():
    claims = claims_in("a\n\nb 5%\nc 6%\n\n- d 7%")
    assert [claim.line for claim in claims] == [3, 4, 6]


def test_plain_text_is_read_as_it_stands():
    assert found("*46%* of 12", markdown=False) == ["46%"]


DATA = {
    "columns": [
        {"key": "level", "label": "Level", "type": "text"},
        {"key": "pay", "label": "Pay", "type": "money", "currency": "USD"},
        {"key": "share", "label": "Share", "type": "percent"},
        {
            "key": "size",
            "label": "Size",
            "type": "money",
            "currency": "USD",
            "scale": "billion",
        },
    ],
    "rows": [
        {"cells": ["Entry", "85000", "46.0", "8.43"]},
        {"cells": ["Mid", "120000", "39", None]},
        {"cells": ["Top", "120000", "1", "0.085"]},
    ],
}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("$85,000", ["Entry, Pay"]),
        ("85k dollars", ["Entry, Pay"]),
        ("$8.43 billion", ["Entry, Size"]),
        ("$8,430 million", ["Entry, Size"]),
        ("$85m", ["Top, Size"]),
        ("46%", ["Entry, Share"]),
        ("$120,000", ["Mid, Pay", "Top, Pay"]),
        ("120,000", ["Mid, Pay", "Top, Pay"]),
        ("€85,000", []),
        ("46 people", []),
        ("$85,001", []),
    ],
)
def test_cells_that_say_the_same_are_proposed(text, names):
    [claim] = claims_in(text)
    table = StatTable(slug="pay", data=DATA)
    shown = [
        name for _notation, name, _table in proposals(claim, CellsByValue([table]))
    ]
    assert shown == names


def test_proposal_is_the_notation():
    [claim] = claims_in("$85,000")
    [(notation, _name, _table)] = proposals(
        claim, CellsByValue([StatTable(slug="pay", data=DATA)])
    )
    assert notation == "[[number: pay; Entry; Pay]]"


def test_nothing_is_proposed_for_a_heading():
    """As a heading holds no reference, and the text could not be published."""
    columns = [
        {"key": "a", "label": "A", "type": "text"},
        {"key": "b", "label": "B", "type": "integer"},
    ]
    rows = [{"cells": ["x", "4321"]}]
    table = StatTable(slug="pay", data={"columns": columns, "rows": rows})
    heading, words = claims_in("## It is 4,321\n\nIt is 4,321.")
    assert not [*proposals(heading, CellsByValue([table]))]
    assert len([*proposals(words, CellsByValue([table]))]) == 1


@pytest.mark.parametrize("text", ["$7 ", "in 2024 ", "Level 5 ", "*5* ", "+1 23 "])
def test_numbers_without_end_are_looked_at_up_to_a_bound(text, monkeypatch):
    looked_at = []
    take_apart = amounts.take_apart
    monkeypatch.setattr(
        amounts, "take_apart", lambda text: looked_at.append(text) or take_apart(text)
    )
    claims_in(text * 20_000)
    # With what may belong to it each is tried in some ways.
    assert 0 < len(looked_at) <= 6 * finding.MOST_LOOKED_AT
    assert max(map(len, looked_at)) < 200


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "5% ",
        "one in five, ",
        "5 in 6 ",
        "twenty-one thousand ",
        "½",
        "9",
        "a hundred and ",
        "one of five in ",
        "5 a a a ",
        "from 5 to ",
    ],
)
def test_text_of_200_kb_takes_bounded_time(unit):
    text = unit * (200_000 // len(unit))
    start = time.process_time()
    assert len(claims_in(text)) <= finding.MOST
    assert time.process_time() - start < 10


def test_thousand_numbers_are_found_up_to_the_bound():
    assert len(claims_in("It is $7. " * 1_000)) == finding.MOST


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Forty percent, or two thirds of them", ["Forty percent", "two thirds"]),
        ("Half of engineers; more than half do", ["Half", "half"]),
        ("1.5 million, twelve thousand, half a million", None),
        ("¾ of them and 3/4 of us", ["¾", "3/4"]),
        ("It doubled, then grew sevenfold.", ["doubled", "sevenfold"]),
        ("10–15% or 40 to 60 percent", ["10–15%", "40 to 60 percent"]),
    ],
)
def test_claim_in_words_or_a_range(text, claims):
    assert found(text) == (claims or text.split(", "))


@pytest.mark.parametrize(
    "text",
    [
        "Half an hour past half past eight, half the night.",
        "One of the best, one in a million, twice a day, once or twice.",
        "A 401(k), 3M, 7-Eleven, GPT-4, 9-to-5, 221B Baker Street, room 101.",
        "You are 100% sure, so give 110%.",
        "The 80/20 rule, the 10,000-hour rule, a 4% rule.",
        "EN 301 549, BIO 110, ISO 9001 and RFC 2616.",
        "On a scale of 1 to 10; photo 3 of 12.",
    ],
)
def test_saying_name_or_order_is_none(text):
    assert found(text) == []


def test_language_without_words_is_judged_by_signs():
    with translation.override("de"):
        assert found("Rund 1.200 Stellen, 5 % mehr, die Hälfte von 3") == [
            "1.200",
            "5 %",
        ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Pay triples within a decade.", ["triples"]),
        ("Every third plumber is self-employed.", ["Every third"]),
        ("Boats sell half as well as cars.", ["half as well"]),
        ("They see two dozen clients.", ["two dozen"]),
        ("Staffing is down a fifth since spring.", ["a fifth"]),
        ("Employers want 3–4 years at sea.", ["3–4"]),
        ("In the US 30 states license it.", ["30"]),
        ("He wins 0.6 of all cases.", ["0.6"]),
    ],
)
def test_amount_in_another_notation_is_a_claim(text, claims):
    assert found(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "We meet every second Monday and every third week. Every second counts.",
        "EN 60601 rules over tram 96, and gate 120 opens.",
        "In the last forty years she took a third party with her.",
        "A million thanks, a dozen pages.",
    ],
)
def test_number_of_a_name_or_a_saying_is_none(text):
    assert found(text) == []
