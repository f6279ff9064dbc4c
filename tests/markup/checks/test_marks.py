"""Test that Markdown in a text that takes none is named, and ordinary text is not."""

import pytest

from careerguide.markup.checks.marks import marks_in
from tests.each import each

MARKED = {
    "Pay is **high** here": "**high**",
    "***Very*** good": "***Very***",
    "__Very good__ pay": "__Very good__",
    "Some __bold__ words": "__bold__",
    "*All* are paid": "*All*",
    "Pay of _all_ people": "_all_",
    "~~Old~~ new": "~~Old~~",
    "Read [the survey](https://example.org/a)": "[the survey](https://example.org/a)",
    "See [pay](/statistics/pay/).": "[pay](/statistics/pay/)",
    "See [pay](#pay)": "[pay](#pay)",
    '[Pay](example.org "Title")': '[Pay](example.org "Title")',
    "![A hive](hive.webp)": "![A hive](hive.webp)",
    "# Pay": "# Pay",
    "First\n\n## Pay and hours": "## Pay and hours",
    "Learn `SQL` first": "`SQL`",
    "Learn ``a b``": "``a b``",
    "[[table: pay]]": "[[table: pay]]",
    "See [[Beekeeper]]": "[[Beekeeper]]",
    "Pay rose[^1]": "[^1]",
    "> [!NOTE] Look": "[!NOTE]",
    "- one\n- two": "- one - t",
    "<b>Pay</b>": "<b>",
    "a<br>b": "<br>",
    '<a href="/x/">a</a>': '<a href="/x/">',
    "Pay&nbsp;now": "&nbsp;",
    "<https://example.org>": "<https://example.org>",
}
ORDINARY = [
    *(
        "2 * 3 * 4",
        "2*3*4",
        "2 ** 3 ** 4",
        "C#",
        "F# and C#",
        "#1 of all",
        "# of people",
    ),
    *(
        "snake_case",
        "a snake_case_name and another_one",
        "_private",
        "__init__",
        "[sic]",
    ),
    *("5 > 3", "> 5 years", "3 < 4 and 5 > 2", "List<int>", "a <-> b", "<18 and >65"),
    *(
        "Pay* and bonus*",
        "*before tax",
        "5* and 4* hotels",
        "Pay (a) [b] (c)",
        "[a] (b)",
    ),
    *("the 90`s and 80`s", "don`t", "~5 to ~10", "10~20", "R&D; AT&T", "AC/DC", "C++"),
    *(
        "[sic](see below)",
        "f(x)[i](y)",
        "a[i][j]",
        "x[0]",
        "$5 - $10",
        "Pay - in all - 5",
    ),
    *(
        "- of all",
        "1. of all",
        "2024 – 2027",
        "e-mail: a@example.org",
        "https://a.org/x_y_z",
    ),
    *(
        "one_two and three_four",
        "5 * 3 = 15 * 1",
        "Yes!*",
        "A*, B* or C*",
        "#hashtag",
        "###",
    ),
    *(
        "*before tax, *after tax",
        "Q&A",
        "“quoted” ‘words’",
        "नमस्ते",
        "a|b",
        "50 %",
        "^_^",
    ),
    *("(*) at least", "* * *", "-", "«a»", "Node.js", ".NET", "[London]", "-5 to +5"),
]


@pytest.mark.parametrize(("text", "named"), MARKED.items())
def test_mark_is_named(text, named):
    sentences = marks_in(text)
    assert f"“{named}” with its marks" in sentences[0]


@each("text", ORDINARY)
def test_ordinary_text_is_not(text):
    assert marks_in(text) == []


def test_a_few_are_named():
    assert 1 < len(marks_in(" ".join(f"**word{n}**" for n in range(50)))) < 10
