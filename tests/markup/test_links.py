"""Test that links that cannot work are named, and others are left alone."""

import pytest

from careerguide.markup.checks.survey import survey
from tests.each import each

SITE = "guide.example"


def found(text):
    return [(f.line, f.sentence) for f in survey(text, site=SITE).faults]


class TestAddress:
    @each(
        ("address", "hint"),
        [
            ("example.org/x", "write https://example.org/x"),
            ("example.org", "write https://example.org"),
            ("www.example.org", "write https://www.example.org"),
            ("sub.example.co.uk/a?b=c#d", "write https://sub.example.co.uk/a?b=c#d"),
            ("example.org:8080/x", "write https://example.org:8080/x"),
            ("münchen.de", "write https://münchen.de"),
            ("“https://example.org/”", "stands in quotes"),
            ("‘https://example.org/’", "stands in quotes"),
            ("„/articles/hive/“", "stands in quotes"),
            ("«https://example.org»", "stands in quotes"),
            ("https://example.org/\u200b", "cannot be seen"),
            ("\xa0https://example.org/", "cannot be seen"),
            ("mailto:", "no e-mail address"),
            ("mailto:somebody", "no e-mail address: write mailto:name@example.org."),
            ("mailto:some@where", "no e-mail address"),
            ("some@example.org", "write mailto:some@example.org"),
            ("tel:", "no number"),
            ("http://", "names no site"),
            ("https:///articles/", "names no site"),
            ("https:/example.org", "write https://example.org"),
            ("https//example.org", "write https://example.org"),
            ("htp://example.org", "write https://example.org"),
            ("http:example.org", "write https://example.org"),
            ("%20https://example.org/", "cannot be seen"),
            ("javascript:alert(1)", "no link that readers may follow"),
            ("ftp://example.org/", "no link that readers may follow"),
            ("file:///C:/pay.pdf", "on a computer"),
            (r"C:\pay.pdf", "on a computer"),
            ("", "has no address"),
            ("std::vector", "write &lt; for <"),
            ("`https://example.org/`", "stands in backticks"),
            ("https://example.org:abc/form", "no address that browsers can read"),
            ("https://example.org:99999/", "no address that browsers can read"),
            ("//example.org:1x/", "no address that browsers can read"),
            ("https://exa%20mple.org/", "https://"),
            ("https://exa%3Cmple.org/", "https://"),
            ("https://example.org%00/", "https://"),
            ("https://localhost/x", "your own network"),
            ("http://127.0.0.1:8000/", "your own network"),
            ("http://192.168.1.2", "your own network"),
            ("//10.1.2.3/x", "your own network"),
            ("https://nas.local/pay.pdf", "your own network"),
            ("https://user:pw@example.org/", "name of a user"),
            ("https://example.org,", "names no site"),
            ("https://https://example.org/x", "write https://example.org/x"),
            ("https://http//example.org", "write http://example.org"),
            ("mailto:%20a@example.org", "write mailto:a@example.org"),
            ("+441234567", "write tel:+441234567"),
            ("0044(1234)567", "write tel:00441234567"),
        ],
    )
    def test_that_cannot_work_is_named(self, address, hint):
        for link in (f"[a]({address})", f'<a href="{address}">a</a>'):
            [(line, sentence)] = found(f"Text.\n\n{link}")
            assert line == 3
            assert hint in sentence

    @pytest.mark.parametrize(
        "address",
        [
            *("https://example.org", "HTTP://example.org/a%20b", "//example.org/x"),
            *(
                "mailto:a@example.org?subject=A%20b",
                "mailto:a@b.org,c@d.org",
                "tel:+441",
            ),
            *(
                "https://example.org/“a”",
                "https://8.8.8.8:8080/",
                "https://münchen.de/ä",
            ),
            *("/articles/hive/", "#spring", "?q=1", f"https://{SITE}/faq/"),
        ],
    )
    def test_control_that_can_work_is_not(self, address):
        assert found(f"[a]({address})") == []

    @pytest.mark.parametrize(
        "address",
        [
            *("https://example.org/x,", "https://example.org/x;", "https://b.org/a/."),
            *("https://example.org/pay.pdf.", "mailto:a@example.org?subject=b,"),
        ],
    )
    def test_end_of_a_sentence_in_it_is_named(self, address):
        for text in (f"[a]({address})", f"<{address}>"):
            [fault] = survey(text, site=SITE).faults
            assert (fault.kind, fault.blocks) == ("odd end", False)
            assert f"ends with “{address[-1]}”" in fault.sentence

    @pytest.mark.parametrize(
        "text",
        [
            "See https://example.org/x, and https://example.org/y.",
            "[a](https://example.org/wiki/Acme_Inc.) <https://example.org/U.S.>",
        ],
    )
    def test_control_end_that_belongs_to_it_is_not(self, text):
        assert found(text) == []

    def test_of_this_site_is_handed_on(self):
        text = (
            f"[a](/x/#y) [b](https://{SITE}/z/) [c](#d) ![e](/media/f.webp) [g](../h/)"
        )
        links = survey(text, site=SITE).links
        assert [(n.target.path, n.target.fragment, n.is_picture) for n in links] == [
            ("/x/", "y", False),
            ("/z/", "", False),
            ("", "d", False),
            ("/media/f.webp", "", True),
            ("../h/", "", False),
        ]


class TestLinkThatIsNone:
    @pytest.mark.parametrize(
        ("text", "hint"),
        [
            ("[a](https://example.org/a b)", "has a blank"),
            ("![a](/media/a b.webp)", "has a blank"),
            ("[a](https://example.org “Title”)", "straight quotes"),
            ("[a] (https://example.org)", "take out the blank"),
            ("[a] (example.org/x)", "take out the blank"),
            ("(a)[https://example.org]", "the wrong way round"),
            ("[a][no-such]", "names an address that the text does not have"),
            ("[no such][]", "names an address that the text does not have"),
            ("a[^1]", "There is no note"),
            ("a[^note 2]\n\n[^note 2]: second", "no blank"),
            ("a[^note 2]\n\n[^note 2]: second words", "has a blank"),
        ],
    )
    def test_is_named(self, text, hint):
        [(line, sentence)] = found(f"Text.\n\n{text}")
        assert line == 3
        assert hint in sentence

    @pytest.mark.parametrize(
        "text",
        [
            *(
                "[a][b]\n\n[b]: /c/",
                "[a]\n\n[A]: /c/",
                "a[^1]\n\n[^1]: note",
                "x[0][1]",
            ),
            *("as said [1][2]", "[sic] (see below)", "`[a](b c)`", "[a](</b c/>)"),
            *('[a](/b/ "A title")', "f(x)[i]", "[ ] to do", "a\\[b](c d)"),
        ],
    )
    def test_control_other_brackets_are_not(self, text):
        assert found(text) == []


class TestUnseen:
    @pytest.mark.parametrize(
        "text",
        [
            "a\n\n[^1]: lost words",
            "[lost]: /words",
            "[a]: /b\n[a]: /lost 'words'\n\n[a]",
            "| a |\n|---|\n| b | lost words |",
            "a | b\n--|--\nb | c | lost | words",
            "<!-- lost words -->",
            "a <!-- lost\n\nwords --> b",
            "~~~ lost words\ncode\n~~~",
        ],
    )
    def test_words_are_named(self, text):
        sentences = " ".join(sentence for _line, sentence in found(text))
        assert "lost" in sentences

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("a\n\n<!-- b\n\nc", 3),
            ("a <!-- b", 1),
            ("a\n\n<script>\nb\n\nc", 3),
            ("<?php b", 1),
            ("a\n\n<![CDATA[ b", 3),
            ("<!DOCTYPE b", 1),
            ("> <pre>\n> b", 1),
            ("a\n\n```\nb\n\nc", 3),
        ],
    )
    def test_what_is_never_closed_is_named(self, text, line):
        [(number, sentence)] = found(text)
        assert number == line
        assert "never closed" in sentence

    @pytest.mark.parametrize(
        "text",
        [
            *("<!-->", "a <!---> b", "`<!-- a`", "\\<!-- a", "<pre>a</pre>"),
            *("[a]: /b\n\n[a]", "a[^1] and[^1]\n\n[^1]: b", "[Note]: two words"),
            *(
                "| a |\n|---|\n| b\\|c |",
                "```python\na\n```",
                "    <!-- a",
                "<details>a</details>",
            ),
        ],
    )
    def test_control_what_is_seen_is_not(self, text):
        assert found(text) == []
