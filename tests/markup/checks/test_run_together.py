"""Test that lines are named which were meant as a list or a table, and are none."""

import pytest

from careerguide.markup.checks.survey import survey
from tests.each import each

LISTS = {
    "Duties:\n2. read\n3. write": (2, "2. read"),
    "Duties:\n10) read\n11) write": (2, "10) read"),
    "a. read\nb. write": (1, "a. read"),
    "a) read\nb) write\nc) count": (1, "a) read"),
    "A. read\nB. write": (1, "A. read"),
    "(a) read\n(b) write": (1, "(a) read"),
    "(1) read\n(2) write": (1, "(1) read"),
    "1.) read\n2.) write": (1, "1.) read"),
    "i. read\nii. write\niii. count": (1, "i. read"),
    "Then:\niv) read\nv) write": (2, "iv) read"),
    "I. read\nII. write": (1, "I. read"),
    "- duties:\n  a) read\n  b) write": (2, "a) read"),
    "→ read\n→ write": (1, "→ read"),
    "✓ read\n✓ write": (1, "✓ read"),
    "Duties:\n✔️ read\n❌ write": (2, "✔️ read"),
    "🔹 read\n🔹 write": (1, "🔹 read"),
    "👩‍💻 read\n👩‍🎨 write": (1, "👩‍💻 read"),
    "a) **read**\nb) [write](https://example.org)": (1, "a) read"),
}
TABLES = {
    "Level\tPay\nJunior\t50,000": (1, "Level\tPay"),
    "Pay:\nA\tB\tC\n1\t2\t3\n4\t5\t6": (2, "A\tB\tC"),
}
ORDINARY = [
    *("1. read\n2. write", "Duties:\n1. read\n2. write", "In\n2. Bundesliga\n7. place"),
    *("a) read  \nb) write", "a) read\\\nb) write", "a) read\n\nb) write"),
    *("I. Newton\nA. Einstein", "Plan\nb. 1900", "a. 12\na. 13"),
    *(
        "→ read\nand write",
        "- → read\n- → write",
        "😀😀\n😀😀",
        "£ 5\n£ 6",
        "© 2024\nby us",
    ),
    *("one\ttwo", "\tone\n\ttwo", "`a\tb`\n`c\td`", "a. b", "See (a)\nand (b)"),
    "```\na) read\nb) write\nx\ty\nz\tw\n```",
]


def named(text):
    return [fault for fault in survey(text).faults if fault.kind in ("no list", "tabs")]


@pytest.mark.parametrize("text", LISTS)
def test_list_that_is_none_is_named(text):
    [fault] = named(text)
    assert (fault.kind, fault.line, fault.what) == ("no list", *LISTS[text])
    assert not fault.blocks


@pytest.mark.parametrize("text", TABLES)
def test_cells_between_tabs_are_named(text):
    [fault] = named(text)
    assert (fault.kind, fault.line, fault.what) == ("tabs", *TABLES[text])


def test_each_run_is_named_once():
    assert [f.line for f in named("a) b\nb) c\n\nx\n\na) d\nb) e")] == [1, 6]


@each("text", ORDINARY)
def test_ordinary_lines_are_not(text):
    assert named(text) == []
