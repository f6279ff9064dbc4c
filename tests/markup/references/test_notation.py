"""Test references within sentences, as Markdown and plain texts hold them."""

import pytest

from careerguide.markup import plain_text, references_of, render
from careerguide.markup.checks.survey import survey
from careerguide.markup.references.loaded import LoadedReferences

TARGET = "pay; Senior; Mean"
NUMBER = f"[[number: {TARGET}]]"


def embed(reference):
    return f"<b>{reference.target}</b>"


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        f"They earn {NUMBER} a year.",
        f"- **{NUMBER}**",
        f"> [!NOTE]\n> {NUMBER}",
        f"| a | b |\n|---|---|\n| {NUMBER} | c |",
        f"x[^1]\n\n[^1]: {NUMBER}",
        f"_{NUMBER}_, ~~{NUMBER}~~",
        f"[words {NUMBER}](/faq/)",
        f"<details><summary>{NUMBER}</summary>a</details>",
        "[[ NUMBER :pay;  Senior ;Mean ]]",
        "[[number: pay;\nSenior; Mean]]",
    ],
)
def test_is_found_wherever_words_stand(text):
    [*_, last] = references_of(text)
    assert [part.strip() for part in last.target.split(";")] == TARGET.split("; ")
    page = render(text, embed=embed).html
    assert "<b>" in page and "[[" not in page
    assert "[[" not in render(text).html


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("pay; C\\*; d", "pay; C*; d"),
        ("pay; R&D; Bed & breakfast", "pay; R&D; Bed & breakfast"),
        ("pay; a &lt; b; c", "pay; a < b; c"),
        ('pay; "a; [b]"; c', 'pay; "a; [b]"; c'),
        ("pay; “a; [b]”; c", "pay; “a; [b]”; c"),
        ("pay; 50 %; naïve café", "pay; 50 %; naïve café"),
        ("pay; 年収; ผู้", "pay; 年収; ผู้"),
    ],
)
def test_target_is_read_as_text(written, target):
    [reference] = references_of(f"a [[number: {written}]] b")
    assert reference.target == target


def test_target_in_a_table_may_hold_its_bar():
    text = "| a |\n|---|\n| [[number: pay; A\\|B; c]] |"
    assert references_of(text)[0].target == "pay; A|B; c"


@pytest.mark.parametrize(
    "text",
    [
        rf"\{NUMBER}",
        rf"[\{NUMBER[1:]}",
        f"&#91;{NUMBER[1:]}",
        f"`{NUMBER}`",
        f"```\n{NUMBER}\n```",
        f"<kbd>{NUMBER}</kbd>",
    ],
)
def test_what_is_meant_as_it_stands_is_shown(text):
    assert references_of(text) == ()
    assert NUMBER in plain_text(text)
    assert [fault for fault in survey(text).faults if fault.blocks] == []


@pytest.mark.parametrize(
    "text",
    [
        f"[{NUMBER}]",
        f"{NUMBER}(2024)",
        "[[number: pay; *Senior*; Mean]]",
        "[[number: pay; Senior; Mean]",
        "[[number: pay; Senior",
        "[[number：pay; Senior; Mean]]",
        "[[sum: pay; [a](b); c]]",
    ],
)
def test_what_only_looks_like_one_keeps_a_text_from_readers(text):
    blocking = [fault for fault in survey(f"a\n\n{text}").faults if fault.blocks]
    assert blocking, text
    assert blocking[0].line == 3


def test_heading_holds_none():
    [fault] = survey(f"## Pay is {NUMBER}\n").faults
    assert fault.blocks and "heading" in fault.sentence


@pytest.mark.parametrize(
    "text",
    [
        "![Pay {}](/media/a.png)",
        "![Pay {}][a]\n\n[a]: /media/a.png",
        '[pay](/faq/ "It is {}")',
        '<abbr title="{}">pay</abbr>',
    ],
)
def test_words_of_pictures_and_titles_hold_none(text):
    faults = survey("a\n\n" + text.format(NUMBER)).faults
    [fault] = [one for one in faults if one.kind == "unread notation"]
    assert fault.blocks and fault.line == 3


def test_lines_are_known():
    found = survey(f"a\n\nb {NUMBER}\nc\n\n- [[sum: a; b; c;; d; e]]").references
    assert list(found.values()) == [3, 6]


def test_knows_whether_it_stands_in_a_link():
    found = references_of(f"{NUMBER} [a {NUMBER}](/b/)")
    assert [one.is_linked for one in found] == [False, True]


def test_plain_text_says_what_it_shows():
    assert plain_text(f"a **{NUMBER}** b", lambda one: "1 < 2") == "a 1 < 2 b"
    assert plain_text(f"a {NUMBER} b") == "a b"


def test_unknown_keyword_is_text():
    assert "[[figure: a]]" in render("x [[figure: a]] y").html


def test_paragraph_of_nothing_else_is_one():
    assert render(NUMBER, embed=embed).html == f"<p><b>{TARGET}</b></p>\n"
    page = render(f"{NUMBER}  \nb", embed=embed).html
    assert page == f"<p><b>{TARGET}</b><br>\nb</p>\n"


def test_many_are_looked_up_in_one_pass():
    text = f"{NUMBER} " * 1_000
    assert len(references_of(text)) == 1_000
    assert survey(text).references


def test_brackets_without_end_take_no_time_of_their_own():
    for text in ("[[number: " * 5_000, "[[number: a" + ";" * 50_000, '[["' * 9_000):
        render(text), survey(text)


def test_without_a_source_nothing_is_shown():
    assert LoadedReferences().in_plain("a") == "a"


def test_plain_text_from_right_to_left_isolates_what_it_shows(monkeypatch):
    monkeypatch.setattr(LoadedReferences, "text", lambda self, one: "$1")
    references = LoadedReferences()
    assert references.in_plain(f"الراتب {NUMBER}") == "الراتب \u2068$1\u2069"
    assert references.in_plain(f"Pay {NUMBER}") == "Pay $1"
