"""Test bands: from which number to which each label goes, and what is no band."""

from math import inf

from statistics.table.bands import band_places
from tests.each import each

BANDS = [
    # Every way to write one, beside another that fits.
    ("16-24|25-34", [(16, 24), (25, 34)]),
    ("16 - 24|25 to 34", [(16, 24), (25, 34)]),
    ("16 to under 25|25 to under 35", [(16, 25), (25, 35)]),
    ("between 16 and 24|25-34", [(16, 24), (25, 34)]),
    ("ages 16-24|aged 25-34", [(16, 24), (25, 34)]),
    ("under 5|5-9", [(-inf, 5), (5, 9)]),
    ("<5|5-9", [(-inf, 5), (5, 9)]),
    ("<= 5|6-9", [(-inf, 5), (6, 9)]),
    ("≤5|6-9", [(-inf, 5), (6, 9)]),
    ("5 or less|6-9", [(-inf, 5), (6, 9)]),
    ("age 5 and under|6-9", [(-inf, 5), (6, 9)]),
    ("5-9|over 9", [(5, 9), (9, inf)]),
    ("5-9|>9", [(5, 9), (9, inf)]),
    ("5-9|>= 10", [(5, 9), (10, inf)]),
    ("5-9|≥10", [(5, 9), (10, inf)]),
    ("5-9|10+", [(5, 9), (10, inf)]),
    ("5-9|10 or more", [(5, 9), (10, inf)]),
    ("5-9|aged 10 and over", [(5, 9), (10, inf)]),
    ("5-9 jobs|10+ jobs", [(5, 9), (10, inf)]),
    ("5-9 jobs|10 jobs+", [(5, 9), (10, inf)]),
    ("5-9 jobs|10 jobs or more", [(5, 9), (10, inf)]),
    ("0|1|2+", [(0, 0), (1, 1), (2, inf)]),
    ("none|1-4|5+", [(-inf, -1), (1, 4), (5, inf)]),
    ("no jobs|1-4 jobs", [(-inf, -1), (1, 4)]),
    # Numbers and their factors.
    ("1,000-1,999|2,000-2,999", [(1000, 1999), (2000, 2999)]),
    ("1 000-1 999|2'000+", [(1000, 1999), (2000, inf)]),
    ("0.5-1.5|1,5-2", [(0.5, 1.5), (1.5, 2)]),
    ("1k-2k|2k-3k", [(1000, 2000), (2000, 3000)]),
    ("$0.5m-$1m|$1m-$2bn", [(500_000, 1_000_000), (1_000_000, 2_000_000_000)]),
    ("50-75k|75-100k", [(50_000, 75_000), (75_000, 100_000)]),
    ("500-1k|1k+", [(500, 1000), (1000, inf)]),
    ("5-5k|5k-6k", [(5, 5000), (5000, 6000)]),
    ("5k-6000|6k+", [(5000, 6000), (6000, inf)]),
    ("0%-10%|10%-20%", [(0, 10), (10, 20)]),
    ("10-20 usd|20-30 usd", [(10, 20), (20, 30)]),
    # Years whose second is shortened, and numbers that only look so.
    ("2010-14|2015-19", [(2010, 2014), (2015, 2019)]),
    ("1990-98|1999-99", [(1990, 1998), (1999, 1999)]),
    ("1000-14|1020-24", [(1000, 1014), (1020, 1024)]),
    ("2900-10|2990-99", [(2900, 2910), (2990, 2999)]),
    # Units: one, several of time, and words in different numbers.
    ("1 employee|2-9 employees", [(1, 1), (2, 9)]),
    ("1-2 years|3-5 years", [(365, 730), (1095, 1825)]),
    ("0-1|2-3 years", [(0, 365), (730, 1095)]),
    ("under 6 months|6-12 months|1-2 years", [(-inf, 180), (180, 360), (365, 730)]),
    ("none|6-12 months|1-2 years", [(-inf, -1), (180, 360), (365, 730)]),
    ("1 hour|2-3 hours", [(1 / 24, 1 / 24), (2 / 24, 3 / 24)]),
    ("1 year|2 years", [(365, 365), (730, 730)]),
    # Words that all begin with.
    ("level 1|level 10", [(1, 1), (10, 10)]),
    ("grade 1-2|grade 3-4", [(1, 2), (3, 4)]),
    ("pay 1-2|pay 3-4", [(1, 2), (3, 4)]),
    # Open at the same end they may hold each other.
    ("over 5|over 10", [(5, inf), (10, inf)]),
    ("under 5|under 10", [(-inf, 5), (-inf, 10)]),
    # Those that touch, or overlap by no more than calendars do.
    ("0-100|97-200", [(0, 100), (97, 200)]),
]


@each(("labels", "places"), BANDS)
def test_is_known_by_its_numbers(labels, places):
    assert band_places(labels.split("|")) == places


@each(
    "labels",
    [
        "16-24",
        "16-24|york",
        "5-4|6-7",
        "01-05|06-10",  # days and codes
        "1-05|6-10",
        "999-14|1015-19",
        "3000-14|3015-19",
        "2010-100|2011-101",
        "0-100|96-200",
        "1|2|3",
        "1 apple|2 apples",
        "10-19 men|20-29 women",
        "6-12 months|1-2 years|3-5",
        "band 5|level 6",
        "route 1|route 2",
        "no jobs at all|1-4 jobs",
    ],
)
def test_others_are_none(labels):
    assert band_places(labels.split("|")) is None
