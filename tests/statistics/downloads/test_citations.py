"""Test the citations of a table."""

import datetime
import re

import pytest

from statistics.downloads.citations import bibtex, plain, tex
from statistics.editions.names import EditionName
from tests.factories import StatTableFactory

from .tables import HOSTILE_TEXTS, hostile

ADDRESS = "http://127.0.0.1:8000/statistics/bees/"


def table(**fields):
    return StatTableFactory.build(slug="bees", **fields)


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = "http://127.0.0.1:8000"
    settings.SITE_OVERRIDES = {"name": "Career Guide"}


class TestPlain:
    def test_names_page_source_period_and_day(self):
        item = table(subtitle="Pay a year", source_name="ONS", period="2020 to 2024")
        assert plain(item) == (
            "Career Guide (2026). Senior beekeepers earn twice what beginners do. "
            "Pay a year. Data: ONS, 2020 to 2024. Updated 5 January 2026. " + ADDRESS
        )

    def test_names_the_edition_with_its_own_day_and_address(self):
        item = table(period="2020")
        item.edition = EditionName(3, datetime.date(2027, 2, 1), "bees")
        assert plain(item) == (
            "Career Guide (2027). Senior beekeepers earn twice what beginners do. "
            "Data: source not known, 2020. Edition 3, 1 February 2027. "
            + ADDRESS
            + "@3/"
        )

    def test_says_when_no_source_is_known(self):
        assert "Data: source not known. Updated" in plain(table())
        assert "Data: source not known, 2020." in plain(table(period="2020"))

    def test_names_a_source_by_its_address_if_that_is_all(self):
        assert "Data: https://a.org/b." in plain(table(source_url="https://a.org/b"))

    def test_sentence_that_ends_by_itself_gets_no_second_stop(self):
        assert "Who earns most? Data:" in plain(table(title="Who earns most?"))

    def test_of_what_was_never_published_has_no_date(self):
        assert plain(table(content_updated_on=None)).startswith("Career Guide (n.d.). ")

    @pytest.mark.parametrize("text", HOSTILE_TEXTS)
    def test_is_one_line(self, text):
        cited = plain(hostile(text))
        assert cited.splitlines() == [cited]
        assert "\x01" not in cited


class TestBibtex:
    def test_is_an_entry(self):
        item = table(source_name="ONS", period="2024")
        assert bibtex(item) == (
            "@misc{bees-2026,\n"
            "  author = {{Career Guide}},\n"
            "  title = {{Senior beekeepers earn twice what beginners do}},\n"
            "  year = {2026},\n"
            "  month = jan,\n"
            f"  url = {{{ADDRESS}}},\n"
            "  note = {Data: ONS, 2024},\n"
            "}\n"
        )

    def test_of_an_edition_names_its_number_day_and_address(self):
        item = table(source_name="ONS", period="2024")
        item.edition = EditionName(3, datetime.date(2027, 2, 1), "bees")
        assert bibtex(item) == (
            "@misc{bees-edition-3,\n"
            "  author = {{Career Guide}},\n"
            "  title = {{Senior beekeepers earn twice what beginners do}},\n"
            "  year = {2027},\n"
            "  month = feb,\n"
            "  day = {1},\n"
            "  edition = {3},\n"
            f"  url = {{{ADDRESS}@3/}},\n"
            "  note = {Edition 3, 1 February 2027. Data: ONS, 2024},\n"
            "}\n"
        )

    def test_month_is_the_one_of_the_day(self):
        item = table(content_updated_on=datetime.date(2025, 12, 31))
        assert "  year = {2025},\n  month = dec,\n" in bibtex(item)

    def test_of_what_was_never_published_has_no_date(self):
        entry = bibtex(table(content_updated_on=None))
        assert entry.startswith("@misc{bees,\n")
        assert "year" not in entry

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("R&D up 50%", r"R\&D up 50\%"),
            ("$5 #1 a_b", r"\$5 \#1 a\_b"),
            ("a{b}c", r"a{\textbraceleft}b{\textbraceright}c"),
            ("a\\b", r"a{\textbackslash}b"),
            ("~^", r"{\textasciitilde}{\textasciicircum}"),
            ("é 蜜蜂", "é 蜜蜂"),
            ("two\nlines", "two lines"),
        ],
    )
    def test_escapes_what_tex_would_run(self, text, written):
        assert tex(text) == written

    @pytest.mark.parametrize(
        "text", [*HOSTILE_TEXTS, "}", "{", "},\n@misc{evil,", "\\"]
    )
    def test_no_text_leaves_its_field(self, text):
        entry = bibtex(hostile(text))
        depth = 0
        for place, char in enumerate(entry):
            depth += (char == "{") - (char == "}")
            assert depth > 0 or place < 5 or entry[place:] in ("}\n", "\n")
        assert depth == 0
        assert len(re.findall(r"^  \w+ = ", entry, re.M)) == 6
        assert entry.count("\n") == 8
