"""Test that notations of other programs are named where readers see them."""

import pytest

from careerguide.markup.checks.survey import survey
from tests.each import each

NAMED = {
    "A ==highlighted== word": "==highlighted==",
    "x^2^ and more": "^2^",
    "H~2~O": "~2~",
    "Words^[an inline note] here": "^[an inline note]",
    "$$\nE = mc^2\n$$": "$$ E = mc^2 $$",
    "So $E = mc^2$ holds": "$E = mc^2$",
    "# Pay {#pay}": "{#pay}",
    "Words {.lead}": "{.lead}",
    "Words %%not for readers%% more": "%%not for readers%%",
    "Words {>>why?<<}": "{>>why?<<}",
    "A :smile: here": ":smile:",
    "{% include 'a.html' %}": "{% include 'a.html' %}",
    "Dear {{ name }},": "{{ name }}",
    "!!! note\n    words": "!!! note",
    '!!! warning "Mind"\n    words': '!!! warning "Mind"',
    "??? tip\n    words": "??? tip",
    "::: info\nwords\n:::": "::: info",
    ":::caution\nwords\n:::": ":::caution",
    ".. note:: words": ".. note:: words",
    "[TOC]\n\nwords": "[TOC]",
    "== Pay ==\n\nwords": "== Pay ==",
    "h2. Pay and hours": "h2. Pay and hours",
    "Herons\n: eat fish": ": eat fish",
    "- [ ] write\n- read": "[ ] write",
    "1. [x] read": "[x] read",
    "A [b]bold[/b] word": "[b]bold[/b]",
    "[url=https://example.org]words[/url]": "[url=https://example.org]words[/url]",
    "A '''bold''' word": "'''bold'''",
    "<center>words</center>": "<center>",
    '<font color="red">words</font>': '<font color="red">',
    "---\ntitle: Pay\ndate: 2024\n---\n\nWords": "title: Pay",
    "+++\ntitle = 'Pay'\n+++\n\nWords": "title = 'Pay'",
}
ORDINARY = [
    *("price: $5 to $10 and $20", "$100$", "US$5=A$7", "12:30:45", "a: b: c", "1:2:3"),
    *("if a == b and c == d", "a==b==c", "2^10 and 3^2", "10~20~30 and ~5", "^_^ ^_^"),
    *("50%% of 20%% more", "100 % and 20 %", "List<int> and <name>", "a <label> here"),
    *("{name} and {1, 2}", "f({'a': 1})", "Wow!!! note this", "What??? tip", "a ::: b"),
    *("::", "...", ".. and so on", "[to c]", "{.}", "- one\n- two", "**Note:** words"),
    *("Words\n---\nWords", "---\n\nWords", "---\nWords\n\nmore\n\n---", "`==a==`"),
    *(
        "```\n!!! note\n{{ a }}\n```",
        "    :smile: {% a %}",
        "\\==a==",
        "C:\\a$b$c",
        "::1",
    ),
    *(
        "a<sub>2</sub> <mark>b</mark>",
        '<abbr title="a b">c</abbr>',
        "<details open>a</details>",
    ),
    *(
        '<a href="/articles/" title="b c">d</a>',
        "<b>a</b> <br /> <hr>",
        "a < b and c > d",
    ),
    *(
        "[/b] and [b]",
        "[ ] alone",
        "[x] marks it",
        "it''s",
        "5' 11'' and 6' 2''",
        "h2 o",
    ),
    *(": a colon", "At:\n:5", "= 5 =", "a == b", "========", "[quote] words"),
    *("x <b", "<p align=center>a</p>", "`<b and c>`", "#1 :) and :-D (:"),
]


@pytest.mark.parametrize(("text", "named"), NAMED.items())
def test_is_named_and_blocks_nothing(text, named):
    faults = survey(text).faults
    assert f"“{named}” is shown as it stands: " in faults[0].sentence
    assert not any(fault.blocks for fault in faults)


@pytest.mark.parametrize(
    "tag", ['<span style="color: red">', "<b STYLE='x'>", '<i color="red">']
)
def test_style_that_is_left_out_is_named(tag):
    [fault] = survey(f"Two.\n\nA {tag}word</{tag[1:].split()[0]}>").faults
    assert (fault.line, fault.what, fault.blocks) == (3, tag, False)
    assert "its own are left out" in fault.sentence
    assert not survey(f"Two.\n\nA `{tag}` tag, styled = in style").faults


@each("text", ORDINARY)
def test_ordinary_text_is_not(text):
    found = [fault.sentence for fault in survey(text, site="a.example").faults]
    assert [s for s in found if "as it stands" in s] == []


@pytest.mark.parametrize(
    "text", ["if a <b and c> d", "x\n\n<i think so> y", "<p is less>"]
)
def test_words_that_html_takes_are_named(text):
    [fault] = survey(text).faults
    assert "reads as HTML" in fault.sentence
    assert fault.line == text[: text.index("<")].count("\n") + 1


class TestHtmlNotOnTheList:
    @pytest.mark.parametrize(
        "text",
        [
            *("<time>x</time>", "<ruby>a</ruby>", "<math>x</math>", "<o:p></o:p>"),
            *("<my-part>a</my-part>", "<dialog open>a</dialog>", "<?php echo 1 ?>"),
            *('<input type="text">', "<meta charset=utf-8>", "<col width=3 />"),
        ],
    )
    def test_is_named(self, text):
        faults = survey(f"Text {text} more.").faults
        assert {f.kind for f in faults} == {"foreign html"}
        assert faults[0].line == 1
        assert "backticks" in faults[0].sentence

    @pytest.mark.parametrize(
        "text",
        [
            *("List<int>, Map<String, Integer>", "<your name> and <date>", "a <- b"),
            *("`<time>x</time>`", "\\<time>x\\</time>", "<mark>x</mark>", "1 <2> 3"),
            *("<https://example.org/?a=b>", "x <y and z=3> w"),
        ],
    )
    def test_control_others_are_not(self, text):
        assert survey(f"Text {text} more.").faults == ()
