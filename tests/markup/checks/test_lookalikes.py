"""Test that lookalikes of our notations are named, with their line and the remedy."""

import pytest

from careerguide.markup import render
from careerguide.markup.checks.survey import survey
from careerguide.markup.notes import KINDS as KINDS_OF_NOTE
from tests.each import each


def found(text, **options):
    options = {"shows_tables": True} | options
    return [(f.line, f.what, f.sentence) for f in survey(text, **options).faults]


NEAR_TABLES = [
    *("[[Table pay]]", "[[ tabel: pay ]]", "[[table pay]]", "[[tables: pay]]"),
    *(
        "[[table:]]",
        "[[table: two words]]",
        "[[table: average‑salary]]",
        "[[tbale: x]]",
    ),
    *("[[table：pay]]", "[[table: /statistics/pay/]]", "[[TABLE pay]]", "[[table]]"),
    *("[table: pay]", "[[table: pay]", "[table: pay]]", "{{table: pay}}"),
    *("((table: pay))", "［［table: pay］］", "[[Tabelle: pay]]", "[[taable: pay]]"),
    *("[[table pay", "[[table: pay", "[[tab: pay]]"),
]
PLACES = [
    *("- {}", "1. {}", "> {}", "## {}", "Text {} more", "**{}**", "- a\n\n  {}"),
    *("| {} |\n|---|", "<div>\n{}\n</div>", "[^1]\n\n[^1]: {}", "a\\\n{} b"),
]


class TestTables:
    @pytest.mark.parametrize("line", NEAR_TABLES)
    def test_almost_a_line_is_named(self, line):
        [(number, what, sentence)] = found(f"Text.\n\n{line}\n\nMore.")
        assert (number, what) == (3, line)
        assert "[[table: address-of-the-table]]" in sentence

    @pytest.mark.parametrize(
        "text",
        [
            *("See [table: pay] here.", "The [table: pay] shows it", "[table: 3]"),
            *("(see [table: pay])", "- the [table: pay]", "[Table: pay by age]"),
            *("[table: pay](/x/)", "See [table: pay].", "{table: pay} is a set"),
            "[table: pay]\n\n[table: pay]: https://example.org/",
            "A [table: pay] b\n\n[Table: Pay]: https://example.org/",
            "[table: pay][]\n\n[table: pay]: /articles/",
        ],
    )
    def test_words_in_brackets_are_none(self, text):
        assert found(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            *("`{}`", "Write `{}` on a line.", "```\n{}\n```", "~~~\n{}\n~~~"),
            *("<code>{}</code>", "<pre>{}</pre>", "<kbd>{}</kbd>", "<samp>{}</samp>"),
            *(
                "`` {} ``",
                "- `{}`",
                "> `{}`",
                "| `{}` |\n|---|\n",
                "- ```\n  {}\n  ```",
            ),
        ],
    )
    @pytest.mark.parametrize("line", ["[[table: pay]]", "[table: pay]", "[[tabel]]"])
    def test_code_is_code(self, text, line):
        assert found(text.replace("{}", line)) == []

    @pytest.mark.parametrize("place", PLACES)
    def test_in_any_other_place_is_named(self, place):
        [(number, what, sentence)] = found(place.replace("{}", "[[table: pay]]"))
        assert what == "[[table: pay]]"
        assert number == place[: place.index("{}")].count("\n") + 1
        assert "a line of its own" in sentence

    @pytest.mark.parametrize(
        ("text", "hint"),
        [
            ("[[[table: pay]]]", "a bracket too many"),
            ("[[table:\npay]]", "on one line"),
            ("[[\ntable: pay\n]]", "on one line"),
        ],
    )
    def test_with_too_much_says_what_to_take_away(self, text, hint):
        [(line, _, sentence)] = found(f"Text.\n\n{text}")
        assert line == 3
        assert hint in sentence

    @each("line", NEAR_TABLES)
    @each("code", ["`{}`", "    {}", "```\n{}\n```", "a ``{}`` b"])
    def test_in_code_is_meant(self, line, code):
        assert found(code.replace("{}", line)) == []

    @pytest.mark.parametrize(
        "text",
        [
            *("[[table: pay]]", "  [[ TABLE : pay ]]", "a\n[[table: pay]]\nb"),
            *(
                "[[1]](https://example.org/)",
                "[table of contents]",
                "a[0]",
                "x [sic] y",
            ),
            *("The (table: see below) of it", "[Table 2](https://example.org/2)"),
        ],
    )
    def test_control_what_is_right_is_not_named(self, text):
        assert found(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            *("[table: wages]", "{table: users}", "{{table: pay}}", "((table: pay))"),
            *("<<table: a>>", "［table: pay］", "- [Table: pay]"),
        ],
    )
    def test_other_brackets_block_nothing(self, text):
        [fault] = survey(f"Here it is.\n\n{text}", shows_tables=True).faults
        assert not fault.blocks
        assert "between backticks" in fault.sentence

    @pytest.mark.parametrize("text", ["[[tabel: pay]]", "[[table: pay]", "[[table]]"])
    def test_control_two_brackets_block(self, text):
        [fault] = survey(text, shows_tables=True).faults
        assert fault.blocks

    @pytest.mark.parametrize(
        "word",
        [
            *("cable", "stable", "tablet", "taxable", "Able", "enable", "fable"),
            *("cables", "stables", "suitable", "label", "portable", "tale", "usable"),
        ],
    )
    def test_other_words_are_meant(self, word):
        for text in (f"[{word}: red]", f"{{{word}: 3}}", f"<<{word}: a>>"):
            assert found(f"Here {text} it is.") == []
        [fault] = survey(f"[[{word}: x]]", shows_tables=True).faults
        assert (fault.kind, fault.blocks) == ("brackets", False)

    def test_other_brackets_are_named_too(self):
        [(_, what, sentence)] = found("Bees dance [[citation needed]].")
        assert what == "[[citation needed]]"
        assert "between backticks" in sentence

    def test_line_shows_nothing_where_no_table_may_stand(self):
        [(_, _, sentence)] = found("[[table: pay]]", shows_tables=False)
        assert "shows nothing here" in sentence

    def test_each_is_named_once_with_its_first_line(self):
        assert [n for n, *_ in found("a\n\n[[Table x]]\n\n[[Table x]]")] == [3]


class TestNotes:
    @pytest.mark.parametrize(
        "text",
        [
            *("> [!NOTEE]\n> a", "> [!NOTE]a", "> [NOTE]\n> a", "> ![NOTE]\n> a"),
            *("> [! NOTE]\n> a", "> [!NOTE:]\n> a", "> **[!NOTE]**\n> a"),
            *("[!NOTE]\na", "- [!NOTE] a", "> a\n> [!NOTE]\n> b", "> [!WARNINGS]\n> a"),
            *(
                "> [!INFO]\n> a",
                "> [！NOTE]\n> a",
                "> !NOTE\n> a",
                "> [!NOTE\n> a",
                "Read [!TIP] this",
                "## [!NOTE]",
            ),
        ],
    )
    def test_that_is_none_is_named(self, text):
        [(number, what, sentence)] = found(text)
        assert (
            text.split("\n")[number - 1]
            .replace("*", "")
            .endswith((what, f"{what}a", f"{what} a", f"{what} this"))
        )
        assert "[!" in sentence

    @pytest.mark.parametrize("kind", KINDS_OF_NOTE)
    @pytest.mark.parametrize(
        "text", ["> [!{}]\n> a", "> [!{}] Title\n> a", "- > [!{}] a"]
    )
    def test_control_a_note_is_not_named(self, kind, text):
        text = text.replace("{}", kind)
        assert found(text) == found(text.upper()) == []
        assert "note-kind" in render(text).html

    def test_in_code_is_meant(self):
        assert found("`[!NOTE]` and\n\n    > [!NOTEE]") == []

    def test_is_told_all_kinds_where_none_is_close(self):
        [(_, _, sentence)] = found("> [!XYZ]\n> a")
        assert all(f"[!{kind.upper()}]" in sentence for kind in KINDS_OF_NOTE)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("They earn [[diff: pay; Senior; Mean]].", "begins with a word"),
        ("- [[Numbers: pay; Senior; Mean]]", "begins with a word"),
        ("By [[growth a year: pay; 2020; x;; 2021; x]] it grew.", "growth per year"),
        ("So do [[claim: <b>5</b> %; own: counted]].", "no claim"),
        ("So do [[number: <b>pay</b>; a; b]].", "no number"),
    ],
)
def test_notation_that_readers_would_see_blocks(text, hint):
    [fault] = survey(text, shows_tables=True).faults
    assert fault.blocks and hint in fault.sentence


@pytest.mark.parametrize("text", ["`[[diff: a; b]]`", "[diff: a; b]", "a [[x]] b; c"])
def test_control_code_and_other_brackets_do_not_block(text):
    assert not any(f.blocks for f in survey(text, shows_tables=True).faults)
