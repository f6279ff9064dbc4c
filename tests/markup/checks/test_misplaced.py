"""Test that Markdown without effect is named, with what to do."""

import pytest

from careerguide.markup import render
from careerguide.markup.checks.survey import survey


def sentences(text, kind):
    faults = survey(text, shows_tables=True).faults
    return [(f.line, f.what) for f in faults if f.kind == kind]


class TestInHtml:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("<p>**bold**</p>", (1, "**bold**")),
            ("<div>\nSee [a](https://example.org/)\n</div>", (2, None)),
            ("<details>\n<summary>S</summary>\n# Head\n</details>", (3, "# Head")),
            ("<details>\n- one\n- two\n</details>", (2, "- one")),
            ("<table><tr><td>`a`</td></tr></table>", (1, "`a`")),
            ("<details>\n\nx\n\n</details>\n**y** z", (6, "**y**")),
        ],
    )
    def test_is_named_and_not_as_a_link(self, text, found):
        [fault] = survey(text).faults
        assert (fault.kind, fault.line) == ("in html", found[0])
        assert found[1] in (None, fault.what)
        assert "blank line" in fault.sentence

    @pytest.mark.parametrize(
        "text",
        [
            "<details>\n<summary>S</summary>\n\n**b** [a](#c)\n\n</details>\n\n# C",
            "<b>**a**</b> <kbd>a</kbd> `x`",
            "<div>2 * 3 * 4, a - b, # 1</div>",
            "<pre>\n**a**\n- b\n</pre>",
            "a[^1]\n\n[^1]: **b**\n\n| **c** |\n|---|\n| `d` |",
        ],
    )
    def test_control_elsewhere_it_is_not(self, text):
        assert survey(text).faults == ()


class TestIndented:
    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("a\n\n    [[table: pay]]", 3),
            ("\t[[table: pay]]\n\t[[table: work]]", 1),
            ("a\n\n\t## Heading\n\nb", 3),
            ("    # Heading", 1),
            ("\tA paragraph that begins with a tab, as those in print.\n\nb", 1),
            ("a\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |", 3),
            ("a\n\n    A paragraph that begins with four blanks and ends so.", 3),
        ],
    )
    def test_what_is_no_code_is_named(self, text, line):
        assert [n for n, _ in sentences(text, "indented")] == [line]

    @pytest.mark.parametrize(
        "text",
        [
            "    # apt install",
            "    def f():\n        return 1",
            "\tfor (i = 0; i < 10; i++) { print(i); } // Do it all again.",
            "```\n[[table: pay]]\n## A\n```",
            "- a\n\n    ## B",
            "\tmake run\n\nA sentence that is long enough to be one, here it is.",
        ],
    )
    def test_control_code_is_not(self, text):
        assert sentences(text, "indented") == []


class TestNotes:
    @pytest.mark.parametrize(
        "text",
        ["> [!NOTE]\n\nText.", "> [!TIP]", "> [!FACT]\n>\n>\n\n> a", "- > [!NOTE]"],
    )
    def test_empty_one_is_named(self, text):
        assert len(sentences(text, "empty note")) == 1

    @pytest.mark.parametrize(
        "text",
        [
            *("> [!NOTE]\n> a", "> [!NOTE]\n>\n> a", "> [!NOTE]\na", "> [!NOTE] a"),
            *("`> [!NOTE]`", "```\n> [!NOTE]\n```", "> [!NOTE]\n> - a"),
        ],
    )
    def test_control_others_are_not(self, text):
        assert sentences(text, "empty note") == []

    @pytest.mark.parametrize(
        "marker", ["\\[!NOTE]", "[\\!NOTE]", "&#91;!NOTE]", "\\[!NOTE] Words"]
    )
    @pytest.mark.parametrize("start", ["> ", ">", "- > ", "> > "])
    def test_marker_that_is_escaped_stays_as_it_was_typed(self, start, marker):
        text = f"{start}{marker}\n{start.replace('-', ' ')}more"
        html = render(text).html
        assert "[!NOTE]" in html
        assert "note-title" not in html
        assert " dir=" not in html
        assert survey(text).faults == ()
