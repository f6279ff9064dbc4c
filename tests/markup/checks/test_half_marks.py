"""Test that marks which act unasked, or lack their other half, are named."""

import pytest

from careerguide.markup.checks.survey import survey
from tests.each import each

NAMED = {
    "So 5*3*2 is 30": ("product", "5*3*2"),
    "a box of 2.5*3*10.5 m": ("product", "2.5*3*10.5"),
    "that is 4*x*y more": ("product", "4*x*y"),
    "| a |\n|---|\n| 2*3*4 |": ("product", "2*3*4"),
    "## Of 6*7*8": ("product", "6*7*8"),
    "Pay is **high\n\nand more** now": ("half", "**high"),
    "- **Pay: high\n- low": ("half", "**Pay: high"),
    "Pay is ~~low": ("half", "~~low"),
    "Use `print and go": ("half", "`print and go"),
}
ORDINARY = [
    *(
        "5 * 3 * 2",
        "5\\*3\\*2",
        "5*3",
        "`5*3*2`",
        "5 *3* 2",
        "x<sub>2</sub>3",
        "2**3**4",
    ),
    *(
        "un*believ*able",
        "**Pay** is *high*",
        "10<b>2</b>5",
        "~~Low~~ high",
        "`a` and `b`",
    ),
    *("Pay** and hours\n\n**before tax", "f(*args, **kwargs)", "\\**high", "2 ** 3"),
    *("the `90s", "``TeX'' quotes `so'", "```\n**high\n5*3*2\n```", "rated 4** here"),
]


def named(text):
    return [f for f in survey(text).faults if f.kind in ("product", "half")]


@pytest.mark.parametrize("text", NAMED)
def test_is_named_and_blocks_nothing(text):
    [fault] = named(text)
    assert (fault.kind, fault.what) == NAMED[text]
    assert not fault.blocks


@each("text", ORDINARY)
def test_ordinary_text_is_not(text):
    assert named(text) == []
