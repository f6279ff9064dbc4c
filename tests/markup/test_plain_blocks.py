"""Test how the blocks of a text are told apart where it is plain."""

from careerguide.markup import plain_text
from tests.each import each


def in_blocks(text):
    return plain_text(text, in_blocks=True).split("\n")


@each(
    "text, lines",
    [
        ("One\ntwo.\n\nThree.", ["One two.", "Three."]),
        ("# Skills\n\nThey *help*.", ["Skills", "They help."]),
        ("You need:\n\n- Python\n- SQL", ["You need:", "- Python", "- SQL"]),
        ("3. Ask\n4. Go", ["3. Ask", "4. Go"]),
        ("- a\n  1. b\n  2. c\n- d", ["- a", "1. b", "2. c", "- d"]),
        ("- one\n\n  more\n- two", ["- one", "more", "- two"]),
        ("| A | B |\n|---|---|\n| 1 | |\n| | 2 |", ["A | B", "1 |", "| 2"]),
        ("> Said.\n\nThen.", ["Said.", "Then."]),
        ("line  \nbreak", ["line", "break"]),
        ("```\na\n\nb\n```", ["a", "b"]),
        ("<ul><li></li></ul>\n\nno item", ["no item"]),
        (f"<ol start='{'9' * 5000}'><li>a</li></ol>", ["1. a"]),
        ("<li>of no list</li>", ["- of no list"]),
        ("", [""]),
    ],
)
def test_each_block_is_a_line(text, lines):
    assert in_blocks(text) == lines


def test_number_of_a_note_is_left_out():
    assert in_blocks("Bees[^1] fly.\n\n[^1]: So.") == ["Bees fly.", "1. So."]


def test_reference_is_what_it_shows():
    text = "- [[number: pay | Senior | salary]]\n- b"
    shown = plain_text(text, lambda one: "1 < 2", in_blocks=True)
    assert shown == "- 1 < 2\n- b"
