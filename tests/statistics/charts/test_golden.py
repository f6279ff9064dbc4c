"""Test the HTML and the card of each chart form against files read in review.

`UPDATE_GOLDEN=1 pytest tests/statistics/charts` writes them anew.
"""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from statistics.charts import card_canvas, chart_html, picture_html
from statistics.charts.card import card_svg
from statistics.charts.site_card import general_card_svg
from tests.each import each

from .cards import CARDS, WORDS
from .figures import GOLDEN

FOLDER = Path(__file__).parent / "golden"


def reviewed(name, drawn):
    """What was read in review; `UPDATE_GOLDEN` makes it what is drawn now."""
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(drawn, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def pretty(html):
    """A tag a line, so that a difference names the place."""
    return html.replace("><", ">\n<") + "\n"


@pytest.fixture
def even_letters(monkeypatch):
    """All letters as wide as half their height, whatever measures fonts here."""

    def font(size, weight):
        assert weight in card_canvas.FILES
        return SimpleNamespace(getlength=lambda text: len(text) * size / 2)

    monkeypatch.setattr(card_canvas, "_font", font)


@each("name", GOLDEN)
def test_is_drawn_as_reviewed(name):
    html = pretty(chart_html(*GOLDEN[name]))
    assert html == reviewed(f"{name}.html", html)


@each("name", ["bars", "line", "parts", "list"])
def test_is_a_picture_as_reviewed(name):
    html = pretty(picture_html(*GOLDEN[name]))
    assert html == reviewed(f"picture-{name}.html", html)


@each("name", CARDS)
def test_is_put_on_a_card_as_reviewed(name, even_letters):
    svg = pretty(card_svg(*CARDS[name], "Career Guide"))
    assert svg == reviewed(f"card-{name}.svg", svg)


@each(("place", "name"), enumerate(["Career Guide", "<&>", "蜜蜂", WORDS, WORDS * 2]))
def test_card_of_the_site_is_as_reviewed(place, name, even_letters):
    svg = pretty(general_card_svg(name))
    assert svg == reviewed(f"site-card-{place}.svg", svg)
