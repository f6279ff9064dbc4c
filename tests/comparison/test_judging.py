"""Test that of three and four careers each pair is judged."""

import pytest

from careerguide.comparison.facts import Fact
from careerguide.comparison.judging import judge
from statistics.table.schema import Column, parse_cell
from tests.each import each

USD = Column("pay", "Pay", "money", currency="USD")


def facts(*years):
    return [
        Fact(
            place,
            f"Career {place}",
            USD,
            parse_cell("100", USD),
            time=year,
            place="Norway",
            provenance="official",
            definition="Pay",
        )
        for place, year in enumerate(years)
    ]


def groups(*years):
    verdict = judge(facts(*years))
    return [[fact.place_of for fact in group] for group in verdict.groups]


@each(
    "years, expected",
    [
        (("2024", "2024", "2024"), [[0, 1, 2]]),
        (("2024", "2023", "2024"), [[0, 2]]),
        (("2024", "2023", "2024", "2023"), [[0, 2], [1, 3]]),
        (("2024", "2023", "2022", "2021"), []),
        (("2024", "", "2024", ""), [[0, 2]]),
        (("", "", "", ""), []),
    ],
)
def test_comparable_ones_are_grouped(years, expected):
    assert groups(*years) == expected


@pytest.mark.parametrize("years", [("2024", "2023", "2024", ""), ("", "", "2024", "1")])
def test_each_pair_is_in_a_group_or_apart(years):
    verdict = judge(facts(*years))
    together = {
        frozenset((a, b)) for group in verdict.groups for a in group for b in group
    }
    for one, others in verdict.apart.items():
        for other in verdict.apart:
            is_apart = other in others
            assert one is other or is_apart != (frozenset((one, other)) in together)
