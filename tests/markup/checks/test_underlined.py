"""Test that a text is named which the line below makes a heading unasked."""

import pytest

from careerguide.markup.checks.survey import survey

NAMED = {
    "Pay rose in Leeds.\n---\nMore": (1, "Pay rose in Leeds."),
    "x\n\nPay rose\nand fell\n------": (3, "Pay rose\nand fell"),
    "Duties\n-\nread": (1, "Duties"),
    "Duties\n=": (1, "Duties"),
    "> Pay **rose**.\n> ---": (1, "Pay rose."),
}


@pytest.mark.parametrize("text", NAMED)
def test_is_named_and_blocks_nothing(text):
    [fault] = [f for f in survey(text).faults if f.kind == "underlined"]
    assert (fault.line, fault.what) == NAMED[text]
    assert not fault.blocks


@pytest.mark.parametrize(
    "text",
    ["Pay\n---\nMore", "Pay\n===", "## Pay rose.\n\n---", "Pay rose.\n\n---", "# A\n-"],
)
def test_meant_heading_or_rule_is_not(text):
    assert [f for f in survey(text).faults if f.kind == "underlined"] == []
