"""Test that Markdown gets plain characters around its marks, and code stays."""

import pytest

from careerguide.markup import plain_text, render, table_slugs
from careerguide.markup.normalise import normalise
from tests.each import each
from tests.hostile import naughty

BLANKS = ["\xa0", "\u202f", "\u2007", "\u2003", "\u3000", "\xa0\u200b", "\u200b\xa0"]
UNSEEN = ["\u200b", "\ufeff", "\u2060", "\xad", "\u200c", "\u200d", "\u200e"]
MARKS = [
    ("##{}Salary", "<h2 "),
    ("-{}one", "<li>"),
    ("+{}one", "<li>"),
    ("*{}one", "<li>"),
    ("1.{}one", "<li>"),
    ("2){}one", "<li>"),
    (">{}[!NOTE]", "note-note"),
    ("> [!TIP]{}Title", "note-tip"),
    (">{}-{}one", "<blockquote>\n<ul>"),
    ("-{}>{}##{}Deep", "<h2"),
    ("| a | b |\n|{}---{}|{}---{}|\n| 1 | 2 |", "<th>"),
    ("a | b\n---{}|{}---\n1 | 2", "<th>"),
    ("Title\n==={}", "<h2"),
    ("-{}-{}-", "<hr>"),
    ("```{}\ncode\n{}```{}\n\n## After", "<h2"),
    ("{}```\ncode\n```\n\n## After", "<h2"),
    ("~~~\ncode\n~~~{}\n\n## After", "<h2"),
    ("[a]\n\n[a]:{}/b", 'href="/b"'),
    ("Text[^1]\n\n[^1]:{}Note", 'class="footnotes"'),
    ("one\n{}\ntwo", "<p>two</p>"),
]


def html(text):
    return render(text).html


class TestMarks:
    @each("blank", BLANKS, ids=ascii)
    @each(("text", "shown"), MARKS)
    def test_any_blank_after_one_is_a_space(self, text, shown, blank):
        assert shown in html(text.replace("{}", blank))
        assert normalise(text.replace("{}", blank)).isascii()

    @each("unseen", ["\u200b", "\ufeff", "\u2060", "\xad"], ids=ascii)
    @each(
        ("text", "shown"),
        [("*{}one", "<li>one</li>"), ("1.{}one", "<li>one</li>"), ("*{}one*", "<em>")],
    )
    def test_what_is_unseen_after_one_hides_it_not(self, text, shown, unseen):
        assert shown in html(text.format(unseen))

    @each("unseen", UNSEEN, ids=ascii)
    @each("mark", ["## a", "- a", "> a", "1. a", "```\na\n```"])
    def test_what_is_unseen_before_one_hides_it_not(self, mark, unseen):
        name = html(mark)[:4]
        assert html(unseen + mark).startswith(name)

    @pytest.mark.parametrize(
        "line", ["[[table:·pay]]", "·[[table: pay]]·", "[[\u200btable: p\xaday\ufeff]]"]
    )
    def test_line_of_a_table_is_found(self, line):
        assert table_slugs(line.replace("·", "\xa0")) == ["pay"]

    def test_blanks_that_indent_a_mark_make_no_code(self):
        assert "<li>" in html("Text\n\n\xa0\xa0\xa0\xa0- one")

    def test_blanks_indent_an_item_under_another(self):
        assert html("- a\n\xa0\xa0\xa0\xa0- b").count("<ul>") == 2

    def test_turn_of_the_line_is_kept_behind_its_mark(self):
        assert normalise("\u200f## א") == "## \u200fא"


class TestText:
    @pytest.mark.parametrize(
        "text",
        [
            *("100\xa0km", "«\xa0Oui\xa0»", "ไทย\u200bไทย", "co\xadop", "a\u2060b"),
            *("می\u200cخواهم", "क्\u200dष", "👩\u200d💻", "- 👩\u200d💻", "\u200fשלום"),
            *("-\u200b5 °C at night", "*\u200b中文*", "Wait -\xa0no"),
        ],
        ids=ascii,
    )
    def test_of_prose_keeps_its_characters(self, text):
        assert normalise(text) == text

    @pytest.mark.parametrize(
        "code",
        [
            "```\n##\xa0a\n- \u200bb\n[[table:\xa0x]]\n```",
            "~~~\n-\xa0a\n```\xa0\n~~~",
            "    ##\xa0a",
            "> ```\n> ##\xa0a\n> ```",
            "`[[table:\xa0x]]` and ``a\xa0`\xa0b``",
            "<pre>\n##\xa0a\n</pre>",
            "| a |\n|---|\n| `\xa0b\xa0|` |",
        ],
    )
    def test_of_code_keeps_all_but_controls(self, code):
        assert normalise(code) == code
        assert normalise(code.replace("a", "a\x07")) == code

    def test_naughty_text_is_plain_after_one_pass(self):
        texts = [*naughty.STRINGS, *naughty.WITH_NUL]
        texts += [mark + text for text in texts for mark in ("## ", "-\xa0", ">\u200b")]
        assert [t for t in texts if normalise(normalise(t)) != normalise(t)] == []

    def test_plain_text_is_the_same_object(self):
        text = "## Title\n\n- one\n\n| a |\n|---|\n| b |\n"
        assert normalise(text) is text


class TestControls:
    @pytest.mark.parametrize(
        ("character", "plain"),
        [
            *[(c, "\n") for c in ("\x0b", "\x0c", "\x85", "\u2028", "\r\n", "\r")],
            ("\u2029", "\n\n"),
            *[(c, "") for c in "\x00\x01\x07\x1b\x1f\x7f\x80\x9f\ufffe\uffff\ufdd0"],
            *[(c, c) for c in ("\t", "\n", "\ufffd", "\ue000")],
        ],
        ids=ascii,
    )
    def test_end_a_line_or_go(self, character, plain):
        assert normalise(f"Line one{character}line two") == f"Line one{plain}line two"

    def test_of_word_do_not_glue_words(self):
        assert plain_text("Line one\x0bline two") == "Line one line two"
