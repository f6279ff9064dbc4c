"""Test that almost right Markdown is named, and texts that mean it are not."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from careerguide.markup.checks.near_misses import BULLETS, DASHES
from careerguide.markup.checks.survey import survey
from careerguide.markup.normalise import normalise
from tests.each import each


def faults(text):
    return survey(normalise(text), shows_tables=True).faults


NEARLY = {
    "##Pay in Leeds": ("no heading", "##Pay in Leeds"),
    "#Pay": ("no heading", "#Pay"),
    "#Pay in Leeds": ("no heading", "#Pay in Leeds"),
    "####### Pay": ("no heading", "####### Pay"),
    "### Pay\n###Tax": ("no heading", "###Tax"),
    "- a\n\n  ##Pay": ("no heading", "##Pay"),
    "Pay is **high **here.": ("no bold", "**high **"),
    "Pay is ** high ** here.": ("no bold", "** high **"),
    "Pay is **high\xa0**here.": ("no bold", "**high\xa0**"),
    "__high __pay": ("no bold", "__high __"),
    "•\tfrogs\n•\tfish": ("no list", "•\tfrogs"),
    "– frogs\n– fish\n– worms": ("no list", "– frogs"),
    "-frogs\n-fish": ("no list", "-frogs"),
    "1.frogs\n2.fish": ("no list", "1.frogs"),
    "Eats:\n*frogs\n*fish": ("no list", "*frogs"),
    "| a | b |\n|---|\n| 1 | 2 |": ("no table", "|---|"),
    "a | b\n--- | --- | ---\n1 | 2": ("no table", "--- | --- | ---"),
    "Read pay](https://example.org).": ("half link", "pay](https://example.org)"),
    "Read it](/articles/).": ("half link", "it](/articles/)"),
    "1 - frogs\n2 - fish": ("no list", "1 - frogs"),
    "See <https://example.org/a b.pdf>.": (
        "half address",
        "<https://example.org/a b.pdf>",
    ),
}
MEANT = [
    *(
        "#Herons are birds.",
        "#Pay #Hours",
        "C# and F# pay",
        "#herons",
        "# Pay",
        "Ticket #12\n#13",
        "\\##Pay",
        "`##Pay`",
    ),
    *("2 ** 3 ** 4", "2**3 and 4**5", "use f(*args, **kwargs) and **options, too"),
    *(
        "**a** b **c**",
        "**Note:**\xa0text",
        "\\*\\* a \\*\\*",
        "Rated 4** and 5** inns",
    ),
    *("Name: ____ and __ years", "__init__ and __name__", "Fill in __ and __ first"),
    *("a < https://example.org b >", "<https://example.org/a%20b>"),
    *("1 - 0 won\nthe day", "10 -12\n11 -13", "One\no two"),
    *("-5\n-6", "1.5 m\n2.5 m", "Herons\n–as said–\nfish", "- frogs\n- fish"),
    *("1\\.one\n2\\.two", "```\n-frogs\n-fish\n##Pay\n```", "• frogs only"),
    *("| a | b |\n|---|---|\n| 1 | 2 |", "`|---|`", "---", "a\n\n---\n\nb"),
    *("[pay](https://example.org)", "`x](/a)`", "x\\](/a)", "[a [b]](https://a.org)"),
]


@pytest.mark.parametrize("text", NEARLY)
def test_mark_that_is_almost_right_is_named(text):
    [fault] = faults(f"First.\n\n{text}\n\nLast.")
    assert (fault.kind, fault.what) == NEARLY[text]
    assert not fault.blocks


def test_line_is_the_one_of_the_mark():
    [fault] = faults("A\nB\n\nText\n-frogs\n-fish\n-worms")
    assert fault.sentence.startswith("Line 5: “-frogs”")


@each("text", MEANT)
def test_text_that_means_its_marks_is_not(text):
    assert faults(f"First.\n\n{text}\n\nLast.") == ()


class TestComments:
    @pytest.mark.parametrize(
        "text",
        ["A <!-- b\n\nc --> d", "*a* <!-- b\n\nc -->", "- a <!-- b\n\n  c -->"],
    )
    def test_one_that_a_blank_line_divides_is_said_to_be_shown(self, text):
        [fault] = faults(text)
        assert (fault.kind, fault.what) == ("divided comment", "<!-- b")

    @pytest.mark.parametrize("text", ["<!-- b\n\nc -->", "A\n<!-- b\n\nc -->\n\nd"])
    def test_one_that_is_hidden_is_said_to_be(self, text):
        [fault] = faults(text)
        assert "Readers do not see the comment" in fault.sentence


def test_language_of_a_code_block_after_an_odd_space_is_no_lost_word():
    assert faults("```\xa0python\nx = 1\n```") == ()


@pytest.mark.parametrize("text", ["![A hive](https://a.org/b.png)", "![]( //a.org/b )"])
def test_picture_of_another_site_is_named_as_readers_get_a_link(text):
    [fault] = faults(f"Text.\n\n{text}")
    assert (fault.kind, fault.line, fault.blocks) == ("other picture", 3, False)


@pytest.mark.parametrize("link", ["[](https://a.org)", "[ ](/)", "<a href='/'></a>"])
def test_link_without_words_is_named(link):
    [fault] = faults(f"Text.\n\nRead {link} now.")
    assert (fault.kind, fault.line, fault.blocks) == ("no words", 3, False)


@pytest.mark.parametrize(
    "link", ["[`pip`](https://a.org)", "[*a*](/)", "https://a.org", "<a id='x'></a>"]
)
def test_link_with_words_is_not(link):
    assert faults(link) == ()


def test_marks_of_lists_are_those_of_the_scripts():
    script = finders.find("careerguide/admin/editor/paste/marks.js")
    written = Path(script).read_text(encoding="utf-8")
    assert f'BULLETS = "{BULLETS}"' in written
    assert f'DASHES = "{DASHES}"' in written


@pytest.mark.parametrize("mark", BULLETS + DASHES)
def test_lines_that_only_look_like_a_list_are_named(mark):
    [fault] = survey(f"{mark} one\n{mark} two").faults
    assert "no list" in fault.problem


def test_a_table_in_a_list_has_the_cells_that_it_has():
    assert survey("- | a | b |\n  |---|---|\n  | c | d |").faults == ()


class TestMarksBesideALetter:
    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("**Note:**bring it", "**Note:**"),
            ("これは**「重要」**です", "**「重要」**"),
            ("Take **50%**of it", "**50%**"),
            ("(see**“this”**)", "**“this”**"),
            ("*Note:*bring it", "*Note:*"),
            ("__a__b", "__a__"),
            ("a __two words__b", "__two words__"),
        ],
    )
    def test_are_named(self, text, what):
        [fault] = faults(text)
        assert fault.what == what
        assert not fault.blocks

    @pytest.mark.parametrize(
        "text",
        [
            *("**Note:** bring", "これは**重要**です", "**50**%of", "a**b**c", "2**3"),
            *("f(**a) and (**b)", "x = *(a)*b", "f(*args, **kwargs)", "5*(3)*2"),
            *("__init__ and a__b__c", "\\*\\*Note:\\*\\*bring", "`**a:**b`", "**** a"),
        ],
    )
    def test_control_others_are_not(self, text):
        assert faults(text) == ()
