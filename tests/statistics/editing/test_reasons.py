"""Test that the panel says why there is no chart, whatever the reason."""

import pytest

from .test_views import check

pytestmark = pytest.mark.django_db

REASONS = {
    "Area\tJobs\nNewport\t5\nNewport\t8\nYork\t4\n": "two rows are called “Newport”",
    "Area\tJobs\nNewport\t5\nYork\t5\n": "all values are equal",
    "Area\tJobs\nNewport\t0\nYork\t0\n": "all values are zero",
    "Area\tJobs\nNewport\t5\nYork\t\n": "fewer than two numbers",
    "Area\tJobs\nNewport\t5\n": "fewer than two numbers",
    "Area\tJobs\tPay\nNewport\t5\t7\nYork\t6\t8\n": "2 columns of numbers",
    "A\tB\n" + "".join(f"r{n}\t{n}\n" for n in range(31)): "31 rows; a chart takes",
    "Town\tFee\nNewport\t$5\nYork\t€7\n": "“Fee” mixes units ($, €)",
    "Town\tFee\nNewport\t$5\nYork\t7%\n": "“Fee” mixes units ($, %)",
    "Town\tRiver\nNewport\tUsk\nYork\tOuse\n": "no column holds numbers",
    "Town\nNewport\nYork\n": "no column holds numbers",
    "Town\tJobs\n": "it has no rows yet",
}


@pytest.mark.parametrize(("numbers", "reason"), REASONS.items(), ids=REASONS.values())
def test_no_chart_by_itself_has_a_reason(admin_client, numbers, reason):
    chart = check(admin_client, numbers)["chart"]
    assert (chart["form"], chart["chosen"], chart["error"]) == ("none", False, "")
    assert chart["reason"].startswith(reason)


@pytest.mark.parametrize(
    ("kind", "cells", "reason"),
    [
        ("year", ("1885", "1812"), "“Way” holds years, which say when"),
        ("text", ("5 km", "7 miles"), "“Way” holds numbers with words"),
    ],
)
def test_columns_that_are_no_amounts_are_named(admin_client, kind, cells, reason):
    numbers = "Town\tWay\nNewport\t{}\nYork\t{}\n".format(*cells)
    chart = check(admin_client, numbers, columns=f"Way: {kind}")["chart"]
    assert (chart["form"], chart["chosen"]) == ("none", False)
    assert chart["reason"].startswith(reason)


def test_no_title_is_a_reason(admin_client):
    chart = check(admin_client, title=" ")["chart"]
    assert (chart["form"], chart["chosen"]) == ("none", False)
    assert chart["reason"].startswith("it has no title")


def test_no_chart_by_choice_is_told_from_it(admin_client):
    chart = check(admin_client, chart_form="none")["chart"]
    assert (chart["chosen"], chart["reason"]) == (True, "no chart was chosen")
