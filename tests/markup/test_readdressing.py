"""Test that links of a text follow to another address, and nothing else changes."""

import pytest

from careerguide.markup.readdressing import readdressed
from tests.each import each

MOVES = {"/articles/bees/": "/articles/honey-bees/"}


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://guide.example"


@each(
    "before, after",
    [
        ("[a](/articles/bees/)", "[a](/articles/honey-bees/)"),
        ("[a](/articles/bees/#life)", "[a](/articles/honey-bees/#life)"),
        ("[a](</articles/bees/>)", "[a](</articles/honey-bees/>)"),
        ("[a](/articles/bees.md)", "[a](/articles/honey-bees.md)"),
        ('[a](/articles/bees "Bees")', '[a](/articles/honey-bees "Bees")'),
        ("[a]\n\n[a]: /articles/bees/", "[a]\n\n[a]: /articles/honey-bees/"),
        ('<a href="/articles/bees/">a</a>', '<a href="/articles/honey-bees/">a</a>'),
        ("[`a`](/articles/bees/)", "[`a`](/articles/honey-bees/)"),
        (
            "https://guide.example/articles/bees/ and more",
            "https://guide.example/articles/honey-bees/ and more",
        ),
    ],
)
def test_links_follow(before, after):
    assert readdressed(before, MOVES) == after


@each(
    "text",
    [
        "[a](/articles/bees-2/)",
        "[a](/careers/bees/)",
        "The address /articles/bees/ is no link.",
        "`[a](/articles/bees/)`",
        "```\n[a](/articles/bees/)\n```",
        "[a](https://other.example/articles/bees/)",
        "[a](/more/articles/bees/)",
    ],
)
def test_all_else_stays(text):
    assert readdressed(text, MOVES) == text
