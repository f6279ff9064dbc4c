"""Test that the name of any cell can be written in a text, and is read there again."""

import pytest

from careerguide.markup import references_of
from careerguide.markup.references.notation import plain_references_in
from statistics.references.notation import CellName, cell_names, same, written

NAMES = [
    "Senior",
    "a; b;; c",
    "[x] ]] [[number: a; b; c]]",
    '5" pipe',
    "“quoted”",
    'a "b" “c” „d“ ”',
    '"',
    "a|b || c",
    "R&D &amp; &lt;b&gt; <b>x</b> &#91;",
    "a\\b \\* \\\\ \\",
    "`code` *x* **y** ~~z~~ a_b_c #d",
    "x" * 500,
    "a  b\nc\td\u00a0e",
    "2020",
    "O’Brien's",
    "😀 مرحبا; عالم",
    "https://example.com/a",
    "![x](y) [a](b)",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "text", ["a {} b", "- {}\n- b", "| a | b |\n|---|---|\n| {} | c |"]
)
def test_name_is_read_as_it_was_written(name, text):
    cell = CellName("pay", name, f"{name[:200]} mean")
    notation = written("number", [cell])
    [reference] = references_of(text.format(notation))
    [read] = cell_names(reference)
    assert [same(part) for part in read] == [same(part) for part in cell]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("markdown", [False, True])
def test_name_is_read_in_a_text_without_markdown(name, markdown):
    """Also where it is copied there from one with Markdown."""
    cell = CellName("pay", name, "Mean")
    notation = written("number", [cell], markdown=markdown)
    [(reference, match)] = plain_references_in(f"a {notation} b")
    assert match[0] == notation
    assert same(cell_names(reference)[0].row) == same(name)


@pytest.mark.parametrize("backslashes", range(6))
@pytest.mark.parametrize("bracket", ["[", "\\["])
def test_backslash_makes_it_text_unless_that_is_one_to_be_shown(backslashes, bracket):
    text = "\\" * backslashes + f"[{bracket}number: pay; Senior; Mean]]"
    is_escaped = backslashes % 2 == 1 or bracket != "["
    assert len([*references_of(f"They earn {text}.")]) == (not is_escaped)


def test_quotation_marks_of_other_languages_hold_a_name():
    [reference] = references_of("a [[number: pay; „a; [b]“; “c; d”]]")
    assert cell_names(reference) == (CellName("pay", "a; [b]", "c; d"),)


def test_as_many_cells_as_there_may_be_are_one_reference():
    cells = [
        CellName("pay", f"{'A long name of a row ' * 20}{n}", "Mean") for n in range(30)
    ]
    [reference] = references_of(f"a {written('sum', cells)} b")
    assert len(cell_names(reference)) == 30
