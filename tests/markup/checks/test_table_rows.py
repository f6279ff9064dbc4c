"""Test that no cell of a table, and no table, is lost without a sentence."""

import pytest

from careerguide.markup.checks.survey import survey


def sentences(text):
    """(kind, line, sentence) of what is said of a text's tables."""
    kinds = ("cells", "no table", "swallowed")
    faults = survey(text, shows_tables=True).faults
    return [(f.kind, f.line, f.sentence) for f in faults if f.kind in kinds]


HEAD = "| tool | uses | since |\n|---|---|---|\n"


@pytest.mark.parametrize(
    ("row", "code", "lost"),
    [
        ("| `grep a|b` | 120 | 2019 |", "`grep a|b`", "2019"),
        ("| ``x|y`` | 2 | lost |", "``x|y``", "lost"),
        ("`a | b` | 2 | lost", "`a | b`", "lost"),
        ("| 1 | 2 | `p|q` |", "`p|q`", "q`"),
        ("| é `a||b` | one | two |", "`a||b`", "one two"),
    ],
)
def test_bar_in_code_is_named_with_the_cell_it_costs(row, code, lost):
    [(kind, line, sentence)] = sentences(HEAD + row)
    assert (kind, line) == ("cells", 3)
    assert f"“{code}”" in sentence
    assert f"“{lost}” is not shown" in sentence
    assert "\\|" in sentence


def test_bar_in_code_is_named_where_it_costs_no_cell():
    [(_, line, sentence)] = sentences(HEAD + "| `a|b` | 2 |")
    assert line == 3
    assert "it is no code" in sentence


@pytest.mark.parametrize("head", ["| a | `b|c` |", "``x|y`` | b"])
def test_bar_in_code_is_the_cause_in_the_line_of_names(head):
    [(kind, line, sentence)] = sentences(f"{head}\n|---|---|\n| 1 | 2 |")
    assert (kind, line) == ("no table", 2)
    assert "the bar in “`" in sentence


@pytest.mark.parametrize(
    "rule",
    ["| – | – |", "|===|===|", "|-----+-----|", "|—|—|", "–|–", "| ___ | ___ |"],
)
def test_damaged_rule_is_named(rule):
    [(kind, line, sentence)] = sentences(f"Text.\n\n| a | b |\n{rule}\n| 1 | 2 |")
    assert (kind, line) == ("no table", 4)
    assert "|---|---|" in sentence


@pytest.mark.parametrize("between", ["Job  Pay", "Job Pay\nNurse 5"])
def test_frame_of_dashes_without_a_bar_is_named(between):
    frame = "+-----+-----+"
    [(kind, line, sentence), *_others] = sentences(f"Intro\n\n{frame}\n{between}\n")
    assert (kind, line) == ("no table", 3)
    assert f"“{frame}” makes no table" in sentence


def test_table_without_a_rule_is_named():
    [(kind, line, sentence)] = sentences("| a | b |\n| 1 | 2 |\n| 3 | 4 |")
    assert (kind, line) == ("no table", 1)
    assert "|---|---|" in sentence


def test_rule_apart_from_the_names_is_named():
    assert sentences("| a | b |\n\n|---|---|\n| 1 | 2 |")[0][:2] == ("no table", 3)


def test_blank_line_between_rows_is_named():
    [(kind, line, sentence)] = sentences(HEAD + "| 1 | 2 | 3 |\n\n| 4 | 5 | 6 |")
    assert (kind, line) == ("no table", 5)
    assert "a blank line parts them" in sentence


def test_text_below_a_table_is_named():
    [(kind, line, sentence)] = sentences(HEAD + "| 1 | 2 | 3 |\nMore on this.")
    assert (kind, line) == ("swallowed", 4)
    assert "“More on this.”" in sentence


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "| `a\\|b` | 1 | 2 |\n| \\| | `c` | `d` |\n\nMore.",
        HEAD + "| 1 | 2 |\n\nP(A|B) and |x| in a text.",
        "|x| + |y| = |z|",
        "Choose a | b | c.\nOr d | e | f.",
        "a\n\n---\n\n```\n| a | b |\n| 1 | 2 |\n```",
        "One – two + three – four\n=====",
        "| one |\n|---|\n| 1 |\n\n| two |\n|---|\n| 2 |",
    ],
)
def test_control_what_is_right_is_not_named(text):
    assert sentences(text) == []
