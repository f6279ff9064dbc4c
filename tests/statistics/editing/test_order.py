"""Test what the panel says of the order of the rows."""

import pytest

from .test_views import check

pytestmark = pytest.mark.django_db

YEARS = "Year\tShare\n2022\t3.8%\n2021\t4.6%\n2020\t4.5%\n"


def order(client, numbers, **fields):
    return check(client, numbers, **fields)["order"]


def test_years_make_a_line_and_one_click_orders_them_by_size(admin_client):
    assert order(admin_client, YEARS) == {
        "sentence": "These are years: in their order they make a line",
        "change": "order by size instead",
        "row_order": "value",
    }


@pytest.mark.parametrize("row_order", ["value", "given"])
def test_one_click_puts_them_in_their_order(admin_client, row_order):
    found = order(admin_client, YEARS, row_order=row_order)
    assert found["sentence"].endswith("in their order they make a line")
    assert (found["change"], found["row_order"]) == ("put them in their order", "auto")


def test_bands_and_levels_stand_in_their_own_order(admin_client):
    found = order(admin_client, "Age\tJobs\n25–34\t5\n16–24\t7\n")
    assert found["sentence"] == (
        "These are steps from low to high, which stand in their own order"
    )
    found = order(admin_client, "Level\tPay\nEntry\t5\nSenior\t7\n", row_order="value")
    assert found["sentence"] == "These are levels, and stand by size"


@pytest.mark.parametrize(
    ("labels", "these"),
    [
        ("2020|2021|2022", "years"),
        ("Q1 2024|Q2 2024|Q3 2024", "quarters"),
        ("May 2024|June 2024|July 2024", "months"),
        ("5 May 2024|6 May 2024|7 May 2024", "dates"),
        ("Monday|Tuesday|Friday", "days of the week"),
        ("16–24|25–34|35–44", "steps from low to high"),
        ("Junior|Senior|Lead", "levels"),
        ("Always|Sometimes|Never", "answers on a scale"),
    ],
)
def test_each_kind_has_its_words(admin_client, labels, these):
    rows = [f"{label}\t{n}%\n" for n, label in enumerate(labels.split("|"), 1)]
    found = order(admin_client, "".join(["Year\tB\n", *rows]))
    assert found["sentence"].startswith(f"These are {these}")
    is_time = these in ("years", "quarters", "months", "dates")
    assert found["sentence"].endswith("they make a line") == is_time
    mixed = "".join(["Year\tB\n", rows[1], rows[0], rows[2]])
    other = order(admin_client, mixed, row_order="given")["sentence"]
    line, steps = ": in their order they make a line", ", and stand in another order"
    assert other == f"These are {these}{line if is_time else steps}"


def test_two_times_make_no_line(admin_client):
    found = order(admin_client, "Year\tB\n2021\t5%\n2020\t7%\n", row_order="given")
    assert found["sentence"] == "These are years, and stand in another order"
    found = order(admin_client, "Year\tB\n2021\t7%\n2022\t5%\n", row_order="value")
    assert found is None
    found = order(admin_client, "Year\tB\n2021\t5%\n2022\t7%\n", row_order="value")
    assert found["sentence"] == "These are years, and stand by size"


@pytest.mark.parametrize(
    ("numbers", "row_order"),
    [
        ("Town\tJobs\nYork\t5\nHull\t7\n", "auto"),
        ("Year\tJobs\n2020\t5\n2021\t7\n", "given"),  # as they follow each other
        ("Year\tJobs\n2020\t7\n2021\t5\n", "value"),
        ("", "auto"),
    ],
)
def test_nothing_where_nothing_is_to_change(admin_client, numbers, row_order):
    assert order(admin_client, numbers, row_order=row_order) is None
