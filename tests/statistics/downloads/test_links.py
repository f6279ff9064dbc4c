"""Test the links to a table's downloads."""

import pytest

from statistics.downloads import pictures
from statistics.downloads.as_csv import csv_bytes
from statistics.downloads.links import download_links, size_text
from tests.factories import StatTableFactory

from .tables import of_labels, of_types


def holds(table):
    return {link["name"]: link["holds"] for link in download_links(table)}


def test_links_tell_rows_size_and_pixels():
    table = StatTableFactory.build(slug="bees")
    assert holds(table)["csv"] == f"2 rows, {len(csv_bytes(table))} bytes"
    assert holds(table)["xlsx"] == "2 rows"
    assert holds(table)["png"] == "1200 × 630 pixels"
    assert download_links(table)[0]["url"] == "/statistics/bees.csv"


def test_one_row_is_not_rows():
    assert holds(of_labels(["a"]))["xlsx"] == "1 row"


def test_large_file_is_not_made_to_tell_its_size():
    assert holds(of_labels(map(str, range(1_000))))["csv"] == "1,000 rows"


def test_pictures_are_offered_only_of_a_chart():
    assert list(holds(of_types())) == ["csv", "json", "xlsx"]
    assert list(holds(StatTableFactory.build())) == [
        "csv",
        "json",
        "xlsx",
        "svg",
        "png",
    ]


def test_no_card_is_drawn(monkeypatch):
    monkeypatch.setattr(pictures, "card_svg", lambda *args: pytest.fail("drawn"))
    download_links(StatTableFactory.build())


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 bytes"), (999, "999 bytes"), (1_240, "1.2 kB")]
)
def test_size_is_told_as_people_say_it(size, text):
    assert size_text(size) == text
