"""Test the card of a page without a chart: its words stay on it, in every script."""

import re

import pytest

from statistics.charts.card_canvas import HEIGHT, MARGIN, WIDTH, font_width
from statistics.charts.site_card import general_card_svg
from statistics.charts.title_card import title_card_svg
from tests.each import each

pytestmark = pytest.mark.one_database

TEXT = re.compile(
    r'<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)" font-weight="(\d+)"'
    "[^>]*>([^<]*)"
)


@each("title", ["Pay", "Half of all engineers " * 3, "word " * 80, "x" * 300, ""])
def test_words_stay_on_the_card(title):
    svg = title_card_svg(title, "Beekeeper · Article", "Career Guide")
    for x, y, size, weight, words in TEXT.findall(svg):
        right = float(x) + font_width(words, int(size), int(weight))
        assert float(x) >= MARGIN and right <= WIDTH - MARGIN / 2
        assert float(y) - int(size) > 0 and float(y) < HEIGHT - 20


def test_title_of_letters_the_font_lacks_gets_the_site_s_card():
    svg = title_card_svg("養蜂家の一年", "Article", "Career Guide")
    assert svg == general_card_svg("Career Guide")


@each("kind, site", [("養蜂家 · Article", "Career Guide"), ("Article", "養蜂")])
def test_other_words_with_such_letters_are_left_out_alone(kind, site):
    svg = title_card_svg("Bees", kind, site)
    words = {found[-1] for found in TEXT.findall(svg)}
    assert words - {""} == {"Bees", kind, site} - {"養蜂家 · Article", "養蜂"}


def test_marks_in_a_title_are_text():
    assert "<b>" not in title_card_svg('<b>"&', "", "Career Guide")


@each(
    "title, shown",
    [
        ("Bees 🐝 & hives", "Bees &amp; hives"),
        ("★ Top of 2026 👩🏽‍💻", "Top of 2026"),
        ("1️⃣ step", "1 step"),
        ("Cafe\u0301s", "Caf\u00e9s"),
    ],
)
def test_sign_that_the_font_lacks_is_left_out(title, shown):
    svg = title_card_svg(title, "Beekeeper 🍯 · Article", "Career Guide")
    words = [found[-1] for found in TEXT.findall(svg)]
    assert shown in words and "Beekeeper · Article" in words


@each("title", ["🐝🐝", "A → B", "① one", "Bees 養"])
def test_title_that_would_say_less_is_not_drawn(title):
    svg = title_card_svg(title, "Article", "Career Guide")
    assert svg == general_card_svg("Career Guide")
