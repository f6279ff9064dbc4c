"""Test that long values of a chart stay in the page, and in a frame."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.core import serializers

from statistics.table.formatting import format_value
from statistics.table.schema import Column
from tests import factories
from tests.browser.pages import TOO_WIDE

pytestmark = pytest.mark.browser

FIRST = 910_000
LENGTHS = range(1, 25)
WIDTHS = (320, 360, 390, 1280)
# Text of a chart that reaches beyond it, by more than a rounding.
OUTSIDE = """() =>
  [...document.querySelectorAll(".chart")].flatMap((chart) => {
    const room = chart.getBoundingClientRect();
    return [...chart.querySelectorAll(".value, .tick, .end, th, td")]
      .filter((text) => text.checkVisibility())
      .map((text) => [text.textContent, text.getBoundingClientRect()])
      .filter(([, box]) => box.right > room.right + 0.6 || box.left < room.left - 0.6)
      .map(([words]) => words);
  })"""


def value_of(length):
    """A column type and the digits that are written with that many characters."""
    for kind, more in (
        ("integer", {}),
        ("percent", {}),
        ("money", {"currency": "USD"}),
        ("money", {"currency": "SEK"}),
    ):
        column = Column("value", "Value", kind, **more)
        for digits in range(1, 22):
            value = "9" * digits
            if len(format_value(Decimal(value), column)) == length:
                return {"type": kind, **more}, value
    raise AssertionError(f"no value is written with {length} characters")


def table(career, length, over_time=False):
    column, value = value_of(length)
    labels = ("2020", "2021", "2022") if over_time else ("Leeds", "York", "Hull")
    values = (value, value[:-1] + "8", "0")
    return factories.StatTableFactory.build(
        pk=FIRST + 2 * length + over_time,
        career=career,
        slug=f"wide-{length}-{'line' if over_time else 'bars'}",
        title="Bees are busy",
        data={
            "columns": [
                {
                    "key": "label",
                    "label": "Year" if over_time else "Area",
                    "type": "year" if over_time else "text",
                },
                {"key": "value", "label": "Value", **column},
            ],
            "rows": [{"cells": [*cells]} for cells in zip(labels, values, strict=True)],
        },
    )


@pytest.fixture(scope="module")
def tables(editing_site, tmp_path_factory):
    career = factories.CareerFactory.build(pk=FIRST, slug="wide", name="Wide")
    made = [table(career, length) for length in LENGTHS]
    made += [table(career, length, over_time=True) for length in LENGTHS]
    path = Path(tmp_path_factory.mktemp("wide")) / "wide.json"
    path.write_text(serializers.serialize("json", [career, *made]))
    editing_site.manage("loaddata", str(path), "--verbosity=0")
    return [table.get_absolute_url() for table in made]


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.mark.parametrize("face", ["", "embed/"], ids=["figure", "embed"])
def test_no_value_reaches_beyond_its_chart(page, tables, face):
    found = {}
    for path in tables:
        page.goto(path + face)
        assert page.locator(".chart").count() == 1, path
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wrong = page.evaluate(OUTSIDE) + page.evaluate(TOO_WIDE)
            if wrong:
                found[path, width] = wrong
    assert found == {}
