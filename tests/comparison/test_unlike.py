"""Test pairs of numbers that are unlike in one thing: each is marked, and says why."""

import re
from html import unescape

import pytest

from statistics.measures.models import Measure

from .guides import LEVELS, career, pay_data, pay_table

pytestmark = pytest.mark.django_db

AMOUNTS = ("81000", "121000", "161000")


def mid(**changes):
    """The data of a table whose row of the quick fact has these changes."""
    return {"data": pay_data(*AMOUNTS, rows={"Mid-Level": changes}.items())}


def marked(mark, amount="121000"):
    return mid(cells=["Mid-Level", amount], notes={"pay": mark})


def column(**changes):
    return {"data": pay_data(*AMOUNTS, column=changes.items())}


def more_columns(name, type, cells, before=None):
    """The data with one column more, whose cells these are, or with two."""
    data = pay_data(*AMOUNTS)
    data["columns"].insert(1, {"key": "more", "label": name, "type": type})
    for row, cell in zip(data["rows"], cells, strict=True):
        row["cells"].insert(1, cell)
    if before:
        name, cell = before
        data["columns"].insert(1, {"key": "first", "label": name, "type": type})
        for row in data["rows"]:
            row["cells"].insert(1, cell)
    return {"data": data}


def survey(**fields):
    return {"provenance": "survey"} | fields


# What differs in the second table, or in both, and words of the reason.
UNLIKE = {
    "mean": ({"statistic": "mean"}, "Mean (Weaver)"),
    "90th percentile": ({"statistic": "p90"}, "90th percentile (Weaver)"),
    "average not said": ({"statistic": ""}, "same kind of average"),
    "net": ({"pay_tax": "net"}, "After tax (Weaver)"),
    "tax not said": ({"pay_tax": ""}, "whether before or after tax"),
    "bonuses": ({"pay_parts": "total"}, "With and without bonuses"),
    "bonuses not said": ({"pay_parts": ""}, "whether with bonuses"),
    "an hour": ({"pay_period": "hour"}, "Paid for different times"),
    "a month": ({"pay_period": "month"}, "Paid for different times"),
    "time not said": ({"pay_period": ""}, "paid for the same time"),
    "constant prices": ({"prices": "constant", "price_year": 2015}, "In different"),
    "prices not said": ({"prices": ""}, "in which prices"),
    "another place": ({"place": "Canada"}, "Canada (Weaver)"),
    "a part of the place": ({"place": "United States, Texas"}, "different places"),
    "place not known": ({"place": ""}, "not known (Weaver)"),
    "another year": ({"period": "2023"}, "2023 (Weaver)"),
    "two years": ({"period": "2023–2024"}, "2023–2024 (Weaver)"),
    "a quarter": ({"period": "2024, first quarter"}, "different years or periods"),
    "year not known": ({"period": ""}, "whether of the same year"),
    "a survey": (survey(sample_size=900), "Survey (Weaver)"),
    "worked out": ({"provenance": "worked_out"}, "Worked out"),
    "claimed": ({"provenance": "claimed"}, "Claimed"),
    "provenance not said": ({"provenance": ""}, "found in the same way"),
    "definition": ({"own_definition": "Full-time only"}, "Defined differently"),
    "euros": (column(currency="EUR"), "EUR (Weaver)"),
    "pounds": (column(currency="GBP"), "GBP (Weaver)"),
    "no currency": (column(type="integer", currency=""), "kinds of number"),
    "a share": (column(type="percent", currency=""), "a share in percent (Weaver)"),
    "another unit": (column(unit="a month"), "in the same unit"),
    "another column": (column(label="Pay of most"), "“Pay of most” (Weaver)"),
    "another level": ({"headline_row": "Senior"}, "“Senior” (Weaver)"),
    "another age group": (
        {
            "data": pay_data(*AMOUNTS, labels=("18–24", "25–34", "35–44")),
            "headline_row": "25–34",
        },
        "“25–34” (Weaver)",
    ),
    "all levels": (
        {
            "data": pay_data(*AMOUNTS, labels=("Entry", "Total", "Senior")),
            "headline_row": "Total",
        },
        "no group is named (Weaver)",
    ),
    "a sector": (
        more_columns("Sector", "text", ["Public", "Public", "Private"]),
        "Mid-Level, Public",
    ),
    "a year of its row": (
        more_columns("Year", "year", ["2021", "2022", "2023"]),
        "2022 (Weaver)",
    ),
    "a year of its column": (column(label="2019"), "2019 (Weaver)"),
    "a forecast": (mid(forecast=True), "a forecast (Weaver)"),
    "marked as forecast": (marked("f"), "a forecast (Weaver)"),
    "at least": (marked("≥"), "exact numbers"),
    "fewer than": (marked("<100,000", None), "exact numbers"),
    "more than": (marked(">"), "exact numbers"),
    "confidential": (marked("c", None), "confidential (Weaver)"),
    "not available": (marked("x", None), "not available (Weaver)"),
    "not applicable": (marked("z", None), "not applicable (Weaver)"),
    "too low to show": (marked("low", None), "too low to show (Weaver)"),
    "no number": (mid(cells=["Mid-Level", None]), "no number (Weaver)"),
    "a small sample": (marked("small"), "from a small sample (Weaver)"),
    "unreliable": (marked("u"), "of low reliability (Weaver)"),
    "estimated": (marked("e"), "estimated (Weaver)"),
    "provisional": (marked("p"), "provisional (Weaver)"),
    "another definition": (marked("d"), "definition differs (Weaver)"),
    "a break": (marked("b"), "break in the series (Weaver)"),
    "a mark of its own": (marked("1"), "[1] (Weaver)"),
    "women in the title": ({"title": "What women engineers earn"}, "women (Weaver)"),
    "an hour in words, against its field": (
        {"subtitle": "Pay an hour"},
        "an hour (Weaver)",
    ),
    "net in words, against its field": (
        {"subtitle": "Take-home pay"},
        "take home (Weaver)",
    ),
    "mean in words, against its field": (
        {"subtitle": "Mean pay"},
        "mean (Weaver)",
    ),
    "a year in words, against its field": (
        {"subtitle": "Pay in 2019"},
        "2019 (Weaver)",
    ),
    "part time": ({"subtitle": "Pay of part-time workers"}, "part time (Weaver)"),
    "women, at the quick fact": (
        {"headline_label": "Pay of women, mid-level"},
        "same people: not known (Tailor), women (Weaver)",
    ),
    "women": ({"subtitle": "Pay of women"}, "women (Weaver)"),
    "freelancers": ({"subtitle": "Freelancers, United States"}, "freelancers (Weaver)"),
    "a sector in words": ({"subtitle": "Private sector"}, "private sector (Weaver)"),
}
# What both tables say, and what the second says instead.
BOTH = {
    "other surveys": (
        survey(source_name="Survey of Earnings"),
        survey(source_name="Readers’ poll"),
        "Readers’ poll (Weaver)",
    ),
    "one survey has no name": (survey(), survey(source_name=""), "the same survey"),
    "prices of two years": (
        {"prices": "constant", "price_year": 2015},
        {"prices": "constant", "price_year": 2020},
        "2020 (Weaver)",
    ),
    "no place at all": ({"place": ""}, {"place": ""}, "whether of the same place"),
    "no year at all": ({"period": ""}, {"period": ""}, "whether of the same year"),
    "no provenance": ({"provenance": ""}, {"provenance": ""}, "in the same way"),
    "no average": ({"statistic": ""}, {"statistic": ""}, "same kind of average"),
    "years that no text names": (
        {"period": "latest available"},
        {"period": "latest available"},
        "same year: latest available (Tailor and Weaver)",
    ),
    "the second of two years": (
        more_columns("To", "year", ["2022"] * 3, ("From", "2020")),
        more_columns("To", "year", ["2024"] * 3, ("From", "2020")),
        "2020, 2022 (Tailor), 2020, 2024 (Weaver)",
    ),
    "years by their words": (
        {"subtitle": "Pay a year in US dollars, 2024"},
        {"subtitle": "Pay a year in US dollars, 2021"},
        "2024 (Tailor), 2021 (Weaver)",
    ),
    "two documents": (
        {"provenance": "claimed", "source_name": ""},
        {"provenance": "claimed", "source_name": ""},
        "whether claimed by the same source",
    ),
    "what two documents cite": (
        {"provenance": "claimed", "source_name": "Blog"},
        {"provenance": "claimed", "source_name": "Paper"},
        "Claimed by different sources: Blog (Tailor), Paper (Weaver)",
    ),
    "what two quick facts are called": (
        {"headline_label": "Pay of men, mid-level"},
        {"headline_label": "Pay of women, mid-level"},
        "Of different people: men (Tailor), women (Weaver)",
    ),
    "at least, twice": (marked("≥"), marked("≥"), "exact numbers"),
    "unreliable, twice": (marked("u"), marked("u"), "to be careful with"),
    "own marks": (marked("1"), marked("1"), "to be careful with"),
    "men and women": (
        {"subtitle": "Pay of men"},
        {"subtitle": "Pay of women"},
        "Of different people",
    ),
    "average by its words": (
        {"subtitle": "Average pay"},
        {"subtitle": "Median pay"},
        "Different kinds of average: average (Tailor), median (Weaver)",
    ),
    "bonuses by its words": (
        {"subtitle": "Base pay"},
        {"subtitle": "Pay including bonuses"},
        "With and without bonuses",
    ),
    "an hour by its words": (
        {"subtitle": "Annual pay"},
        {"subtitle": "Hourly pay"},
        "Paid for different times: annual (Tailor), hourly (Weaver)",
    ),
    "prices by its words": (
        {"subtitle": "Pay in current prices"},
        {"subtitle": "Pay in constant prices"},
        "In different prices",
    ),
    "net by its words": (
        {"subtitle": "Gross pay"},
        {"subtitle": "Net pay"},
        "Before tax and after tax",
    ),
}
CASES = {name: ({}, changes, words) for name, (changes, words) in UNLIKE.items()} | BOTH
ALIKE = {
    "all the same": ({}, {}),
    "written otherwise": ({}, {"place": " united  states", "period": "2024 "}),
    "dashes": ({"period": "2023–24"}, {"period": "2023-24"}),
    "in thousands": (
        {},
        {"data": pay_data("81", "121", "161", column={"scale": "thousand"}.items())},
    ),
    "revised": ({}, marked("r")),
    "margins in cells": (marked("± 900"), marked("± 800")),
    "about": ({}, marked("~")),
    "estimates": (marked("e"), marked("e")),
    "provisional, both": (marked("p"), marked("p")),
    "forecasts": (mid(forecast=True), mid(forecast=True)),
    "one survey": (survey(sample_size=90), survey(sample_size=900)),
    "unnamed surveys": (survey(source_name=""), survey(source_name="")),
    "one source that two documents cite": (
        {"provenance": "claimed"},
        {"provenance": "claimed"},
    ),
    "other sources": ({}, {"source_name": "Census of Employment"}),
    "a subtitle": ({}, {"subtitle": "What men and women are paid, 2024"}),
    "other topics": ({}, {"topic": "Money"}),
    "all of them": (
        {
            "data": pay_data(*AMOUNTS, labels=("Entry", "All", "Senior")),
            "headline_row": "All",
        },
        {
            "data": pay_data(*AMOUNTS, labels=("Entry", "Weaver", "Senior")),
            "headline_row": "Weaver",
        },
    ),
}


@pytest.fixture
def block_of(client):
    """Gives the text of the block of the quick fact, for what two tables say."""

    def block_of(first, second):
        for name, changes in (("Tailor", first), ("Weaver", second)):
            pay_table(career(name), **changes)
        page = client.get("/compare/?careers=tailor,weaver").content.decode()
        start = page.index('aria-labelledby="measure-pay"')
        block = page[start : page.index("</section>", start)]
        return words_of(block)

    return block_of


def words_of(html):
    """What a page says, with the classes of its parts but no spans within sentences."""
    return " ".join(unescape(re.sub("</?span[^>]*>", "", html)).split())


def test_there_are_many():
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES)
def test_unlike_pair_is_marked(block_of, case):
    first, second, words = CASES[case]
    block = block_of(first, second)
    assert "Not comparable with Weaver" in block
    assert "Not comparable with Tailor" in block
    assert words in block
    assert "compare-bar" not in block
    assert "compare-difference" not in block


@pytest.mark.parametrize("case", ALIKE)
def test_alike_pair_is_not_marked(block_of, case):
    block = block_of(*ALIKE[case])
    assert "omparable" not in block
    assert "compare-why" not in block
    assert block.count("compare-bar") == 2
    assert "compare-difference" in block


def test_rows_are_marked_as_their_quick_fact_is(client):
    pay_table(career("Tailor"))
    pay_table(career("Weaver"), period="2023")
    page = client.get("/compare/?careers=tailor,weaver").content.decode()
    assert words_of(page).count("Not comparable with Weaver") == 1 + len(LEVELS)
    assert page.count("2023 (Weaver)") == 2  # once for all rows
    assert "compare-bar" not in page


def test_only_the_row_that_differs_is_marked(client):
    pay_table(career("Tailor"))
    pay_table(career("Weaver"), **marked("≥"))
    page = client.get("/compare/?careers=tailor,weaver").content.decode()
    rows = re.split("<h4", page)[1:]
    assert ["Not comparable" in row for row in rows] == [False, True, False]
    assert ["compare-bar" in row for row in rows] == [True, False, True]


def test_mark_names_others_where_some_can_be_compared(client):
    for name, years in (("Dyer", {}), ("Tailor", {}), ("Weaver", {"period": "2023"})):
        pay_table(career(name), **years)
    page = client.get("/compare/?careers=dyer,tailor,weaver").content.decode()
    marks = re.findall('<dd class="compare-(alone|apart)">(.*?)</dd>', page)
    assert {kind for kind, words in marks if "with Weaver" in words} == {"apart"}
    assert {kind for kind, words in marks if "with Dyer and Tailor" in words} == {
        "alone"
    }
    assert len(marks) == 3 * (1 + len(LEVELS))


def test_tables_of_a_topic_without_a_measure_are_marked(client):
    for name in ("Tailor", "Weaver"):
        pay_table(career(name), measure=None)
    page = client.get("/compare/?careers=tailor,weaver").content.decode()
    assert words_of(page).count("Not comparable with Weaver") == len(LEVELS)
    assert "Not known whether they measure the same" in page
    assert "compare-bar" not in page


def test_tables_of_two_measures_are_marked(client):
    other = Measure.objects.create(
        name="Pay at the start", slug="start", definition="Pay.", unit_kind="pay"
    )
    pay_table(career("Tailor"))
    pay_table(career("Weaver"), measure=other)
    page = client.get("/compare/?careers=tailor,weaver").content.decode()
    assert words_of(page).count("Not comparable with Weaver") == len(LEVELS)
    assert "Pay at the start (Weaver)" in page
    assert "compare-bar" not in page
