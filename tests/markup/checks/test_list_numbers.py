"""Test that typed numbers of lists are those that readers see, or are named."""

import pytest

from careerguide.markup.checks.survey import survey


def sentences(text):
    return [f for f in survey(text).faults if f.kind == "renumbered"]


@pytest.mark.parametrize(
    ("text", "line", "shown", "typed"),
    [
        ("3. Leeds\n2. York\n1. Hull", 2, "4.", "2."),
        ("2019. A\n2021. B\n2024. C", 2, "2020.", "2021."),
        ("12. A\n14. B", 2, "13.", "14."),
        ("1. A\n2. B\n4. C", 3, "3.", "4."),
        ("Text.\n\n7) A\n\n9) B", 5, "8)", "9)"),
        ("> é\n>\n> 1. A\n> 1. B\n> 3. C", 4, "2.", "1."),
        ("- ü\n  1. A\n  3. B", 3, "2.", "3."),
    ],
)
def test_list_that_is_numbered_anew_is_named(text, line, shown, typed):
    [fault] = sentences(text)
    assert fault.line == line
    assert f"see “{shown}” and not “{typed}”" in fault.sentence
    assert f"{typed[:-1]}\\{typed[-1]}" in fault.sentence
    assert not fault.blocks


def test_way_out_works():
    assert sentences("2019\\. A\n\n2021\\. B") == []


@pytest.mark.parametrize(
    "text",
    [
        "1. A\n1. B\n1. C",
        "0. A\n0. B",
        "1. A\n2. B\n3. C\n\nText.\n\n4. D\n5. E",
        "12. A",
        "99. A\n100. B",
        "1. A\n   1. B\n   2. C\n2. D",
        "1. A\n2. B\n\n5) C",
        "```\n1. A\n3. B\n```\n\n<ol>\n<li>3. a</li><li>1. b</li>\n</ol>",
        "1. A[^1]\n2. B\n\n[^1]: 3. C",
    ],
)
def test_control_numbers_that_are_shown_are_not_named(text):
    assert sentences(text) == []
