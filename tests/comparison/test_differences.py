"""Test what is said of numbers that can be compared."""

from dataclasses import replace

from careerguide.comparison.differences import differences, shared_notes
from careerguide.comparison.facts import Fact
from statistics.table.schema import Column, parse_cell
from tests.each import each

USD = Column("pay", "Pay", "money", currency="USD")
BILLIONS = Column("size", "Size", "money", currency="USD", scale="billion")
SHARE = Column("share", "Share", "percent")
COUNT = Column("jobs", "Jobs", "integer")
YEARS = Column("years", "Years", "decimal", unit="years")


def facts(column, *values, **fields):
    fields = {"provenance": "official"} | fields
    return [
        Fact(place, who, column, parse_cell(value, column), **fields)
        for place, (who, value) in enumerate(zip("ABCD", values, strict=False))
    ]


@each(
    "column, values, expected",
    [
        (USD, ("120000", "100000"), ["A: $20,000 more (20%) than B."]),
        (USD, ("100000", "120000"), ["B: $20,000 more (20%) than A."]),
        (USD, ("100000", "117000"), ["B: $17,000 more (17%) than A."]),
        (USD, ("60000", "70000"), ["B: $10,000 more (about 17%) than A."]),
        (USD, ("100000", "100000"), ["A and B: the same, $100,000."]),
        (USD, ("100000", "100000.00"), ["A and B: the same, $100,000."]),
        (USD, ("0.30", "0.10"), ["A: $0.20 more (200%) than B."]),
        (USD, ("0", "5"), ["B: $5 more than A."]),
        (USD, ("-5", "5"), ["B: $10 more than A."]),
        (USD, ("100000", "100001"), ["B: $1 more (0.001%) than A."]),
        (USD, ("90000", "90001"), ["B: $1 more (about 0.0011%) than A."]),
        (SHARE, ("25", "46"), ["B: 21 percentage points more than A."]),
        (SHARE, ("25", "26"), ["B: 1 percentage point more than A."]),
        (SHARE, ("25.5", "26"), ["B: 0.5 percentage points more than A."]),
        (SHARE, ("0.3", "0.1"), ["A: 0.2 percentage points more than B."]),
        (COUNT, ("1200", "400"), ["A: 800 more (200%) than B."]),
        (YEARS, ("4.5", "3"), ["A: 1.5 years more (50%) than B."]),
        (BILLIONS, ("9.6", "8"), ["A: $1.6bn more (20%) than B."]),
        (
            USD,
            ("100", "300", "200"),
            [
                "B: $100 more (50%) than C.",
                "C: $100 more (100%) than A.",
            ],
        ),
        (
            USD,
            ("100", "200", "100", "200"),
            [
                "B and D: the same, $200.",
                "A and C: the same, $100.",
                "B and D: $100 more (100%) than A and C.",
            ],
        ),
    ],
)
def test_difference_in_words(column, values, expected):
    assert list(differences(facts(column, *values))) == expected


def test_scales_are_one_amount():
    thousands = replace(USD, scale="thousand")
    one, other = facts(USD, "90000", "1")[0], facts(thousands, "1", "100")[1]
    assert list(differences([one, other])) == ["B: $10k more (about 11%) than A."]


def test_about_stays_about():
    group = facts(USD, "100000", "120000", mark="~")
    assert list(differences(group)) == ["B: about $20,000 more (about 20%) than A."]


WITHIN = "This difference is within the margin of error: it may be chance."


@each(
    "margins, expected",
    [
        (("± 3 percentage points", "± 2 points"), WITHIN),
        (("± 3", "1.5 percentage points"), ""),
        (("± 2,5 %", "2,5 %"), WITHIN),
        (
            ("± 3", ""),
            "The margin of error is not known (B), so neither is whether this "
            "difference is more than chance.",
        ),
        (
            ("3 to 4", "± 1"),
            "Whether this difference is within the margins cannot be told.",
        ),
    ],
)
def test_margins_of_shares(margins, expected):
    group = facts(SHARE, "40", "45", provenance="survey")
    group = [replace(f, margin=m) for f, m in zip(group, margins, strict=True)]
    [sentence] = differences(group)
    assert sentence.partition(". ")[2] == expected


@each(
    "margins, expected",
    [
        (("± $1,500", "± $1,500"), WITHIN),
        (("± $1,000", "± 1.000 $"), ""),
        (("± 5 %", "± 5 percent"), WITHIN),
        (("± 1 %", "± 1 %"), ""),
    ],
)
def test_margins_of_amounts(margins, expected):
    group = facts(USD, "40000", "43000")
    group = [replace(f, margin=m) for f, m in zip(group, margins, strict=True)]
    [sentence] = differences(group)
    assert sentence.partition(". ")[2] == expected


def test_sources_that_differ_are_named_as_a_caution():
    group = facts(USD, "1", "2")
    assert list(shared_notes(group)) == []
    group = [replace(group[0], source="Census"), group[1]]
    assert "different sources" in next(shared_notes(group))


def test_forecasts_are_called_so():
    group = facts(USD, "1", "2", forecast=True)
    assert "forecasts" in next(shared_notes(group))
