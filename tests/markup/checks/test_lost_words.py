"""Test that a lost word is named, also where it stands elsewhere."""

import pytest

from careerguide.markup.checks.survey import survey


def sentences(text, *kinds):
    faults = survey(text, shows_tables=True).faults
    return [(f.kind, f.line, f.sentence) for f in faults if f.kind in kinds]


class TestNotes:
    def test_second_text_of_a_note_is_named(self):
        text = "Pay[^1] and work[^1].\n\n[^1]: The pay.\n\n[^1]: The work."
        [(_, line, sentence)] = sentences(text, "second note")
        assert line == 5
        assert "“The work.”" in sentence
        assert "has a text already" in sentence

    @pytest.mark.parametrize("number", [2, 3])
    def test_texts_of_a_note_that_nothing_calls_are_all_named(self, number):
        text = "Words.\n\n" + "\n\n".join(f"[^a]: Text {n}." for n in range(number))
        assert len(sentences(text, "unused note")) == number

    def test_lines_after_the_second_text_are_named(self):
        text = "Pay[^a].\n\n[^a]: One.\n\n[^a]: Two.\n\n    Three more words.\n"
        assert [f[1] for f in sentences(text, "second note", "unseen")] == [5, 7]

    def test_control_notes_of_their_own_are_not_named(self):
        text = "a[^1] b[^2] c[^1]\n\n[^1]: Text.\n[^2]: Text."
        assert survey(text).faults == ()


class TestWords:
    @pytest.mark.parametrize(
        "word", ["class", "table", "href", "strong", "div", "title", "role", "pay"]
    )
    def test_that_are_of_html_or_elsewhere_are_named(self, word):
        """What hides them here is a second text of a note, after its first line."""
        text = (
            f"See {word}[^a] or **this** [link](/x).\n\n| a |\n|---|\n| 1 |\n\n"
            f"[^a]: One.\n\n[^a]: Two.\n\n    {word}\n"
        )
        [(_, line, sentence)] = sentences(text, "unseen")
        assert line == 11
        assert f"“{word}”" in sentence

    @pytest.mark.parametrize(
        "text",
        [
            "The class of a table: see class, table.\n\n<div class='table'>class</div>",
            'A <abbr\ntitle="table of class">class</abbr> and table.',
            "foo**bar**baz foo bar baz bar caf&eacute; caf&eacute; café",
            "[über](/über) über [a][x] [x]\n\n[x]: /é%20x 'Title x'",
            "[Link](https://example.org/a_(b) 'a b') <https://a.example/b> a b",
            "pay pay ![pay](/media/pay.webp) `pay` [pay][pay]\n\n[pay]: /pay",
            "![pay][img] [pay]\n\n[img]: https://a.example/no.png\n[pay]: /pay",
            "1. pay\n2. pay\n\n> pay\n> - pay\n\n# pay\n\npay\n===\n\n    pay",
            "a[^pay] pay\n\n[^pay]: pay pay",
            "> [!NOTE] note\n> note note",
            "pay\\_pay pay\\-pay snake_case snake_case un*pay*able",
            "[[table: pay]]\n\npay [pay](/pay)",
            "| pay | pay |\n|---|:-:|\n| pay | pay |\n| pay |",
        ],
    )
    def test_control_that_are_all_shown_are_not_named(self, text):
        assert sentences(text, "unseen") == []
