"""Test the place of a label on the axis of time, and what is no time."""

import pytest

from statistics.table import moments
from tests.each import each

MONTH = 1 / 12
DAY = 1 / 366
PLACES = [
    ("year", "2020", 2020),
    ("year", "1000", 1000),
    ("year", "2999", 2999),
    ("year", "2020e", 2020),
    ("year", "2020年度", 2020),
    ("year", "fy 2023", 2023),
    ("year", "fy23", 2023),
    ("year", "fy'69", 2069),
    ("year", "cy 70", 1970),
    ("split_year", "2019/20", 2019),
    ("split_year", "1999/00", 1999),
    ("split_year", "1999-2000", 1999),
    ("split_year", "2019 to 2020", 2019),
    ("split_year", "fy 2019_20p", 2019),
    ("split_year", "ay23/24", 2023),
    ("split_year", "fy 99-00", 1999),
    ("split_year", "'98/'99", 1998),
    ("split_year", "school year 69/70", 2069),
    ("any_year", "2020", 2020),
    ("any_year", "2021/22", 2021),
    ("decade", "1990s", 1990),
    ("decade", "2000's", 2000),
    ("decade", "1990er", 1990),
    ("half", "h1 2024", 2024),
    ("half", "h2-24", 2024.5),
    ("half", "2024 h2", 2024.5),
    ("quarter", "q1 2024", 2024),
    ("quarter", "q2/2024", 2024.25),
    ("quarter", "q3 of 2024", 2024.5),
    ("quarter", "q4 2023/24", 2023.75),
    ("quarter", "2024 q4", 2024.75),
    ("quarter", "2023-24 q2", 2023.25),
    ("quarter", "4q23", 2023.75),
    ("quarter", "2nd quarter 2024", 2024.25),
    ("month", "jan 2024", 2024),
    ("month", "sept. 2024", 2024 + 8 * MONTH),
    ("month", "dec-23", 2023 + 11 * MONTH),
    ("month", "end of march 2024", 2024 + 2 * MONTH),
    ("month", "2024 march", 2024 + 2 * MONTH),
    ("month", "2023-12", 2023 + 11 * MONTH),
    ("month", "2023-1", 2023),
    ("month", "2023m2", 2023 + MONTH),
    ("month", "202312", 2023 + 11 * MONTH),
    ("month", "12/2023", 2023 + 11 * MONTH),
    ("month", "1.2023", 2023),
    ("months", "jan-mar 2024", 2024),
    ("months", "may to may 2024", 2024 + 4 * MONTH),
    ("months", "dec-feb 2024", 2023 + 11 * MONTH),
    ("months", "dec. 2023 - feb. 2024", 2023 + 11 * MONTH),
    ("week", "week 1 2024", 2024),
    ("week", "week 53, 2024", 2024 + 52 / 53),
    ("week", "2024-w05", 2024 + 4 / 53),
    ("date", "1 january 2023", 2023),
    ("date", "mon, 5 may 2023", 2023 + 124 * DAY),
    ("date", "may 5th, 2023", 2023 + 124 * DAY),
    ("date", "2023-12-31", 2023 + 364 * DAY),
    ("date", "20240229", 2024 + 59 * DAY),
    ("day_first", "31.12.2023", 2023 + 364 * DAY),
    ("day_first", "2/1/2023", 2023 + DAY),
    ("month_first", "12/31/2023", 2023 + 364 * DAY),
    ("month_name", "january", 1),
    ("month_name", "dec.", 12),
    ("quarter_name", "q1", 1),
    ("quarter_name", "4th quarter", 4),
    ("weekday", "monday", 1),
    ("weekday", "sun.", 7),
]


@each(("kind", "label", "place"), PLACES)
def test_is_known_by_its_label(kind, label, place):
    assert getattr(moments, kind)(label) == pytest.approx(place, abs=1e-6)


@each(
    ("kind", "label"),
    [
        *(("year", label) for label in ("0999", "3000", "20200", "20", "york")),
        *(("split_year", label) for label in ("2019/21", "2019/19", "0999/00", "21")),
        *(("any_year", label) for label in ("2019/21", "york")),
        *(("decade", label) for label in ("1991s", "1990", "0990s")),
        *(("half", label) for label in ("h3 2024", "h1 3000", "h1")),
        *(("quarter", label) for label in ("q5 2024", "q1 3024", "q1")),
        *(("month", label) for label in ("2023-13", "0/2023", "20231", "mond 2023")),
        *(("month", label) for label in ("jan 3000", "2023-00")),
        *(("months", label) for label in ("jan-nov", "jan-mond 2024", "x-mar 2024")),
        *(("months", label) for label in ("jan-mar 3000", "jan-mar")),
        *(("week", label) for label in ("week 0 2024", "week 54 2024", "week 1 3000")),
        *(("date", label) for label in ("31 april 2023", "5 mond 2023", "2023-1231")),
        *(("date", label) for label in ("20230229", "2023-13-01")),
        *(("day_first", label) for label in ("12/31/2023", "1.2.23")),
        *(("month_first", label) for label in ("31/12/2023", "12.31.2023")),
        *(("month_name", label) for label in ("mond", "", "jan 2024")),
        *(("quarter_name", label) for label in ("q5", "q", "quarter")),
        *(("weekday", label) for label in ("mond", "")),
    ],
)
def test_others_are_none(kind, label):
    assert not getattr(moments, kind)(label)
