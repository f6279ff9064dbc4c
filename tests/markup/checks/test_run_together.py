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
    *(
        "One.  Two\nThree.  Four\nFive.  Six",
        "a  b\nc  d",
        "|x| and |y|",
        "`| a | b |`",
    ),
    *("| a |", "|a| + |b|", "a | b", "||", "one\ttwo"),
    *("one\ttwo", "\tone\n\ttwo", "`a\tb`\n`c\td`", "a. b", "See (a)\nand (b)"),
    "```\na) read\nb) write\nx\ty\nz\tw\n```",
]


KINDS = ("no list", "tabs", "blanks", "row")


def named(text):
    return [fault for fault in survey(text).faults if fault.kind in KINDS]


@pytest.mark.parametrize("text", LISTS)
def test_list_that_is_none_is_named(text):
    [fault] = named(text)
    assert (fault.kind, fault.line, fault.what) == ("no list", *LISTS[text])
    assert not fault.blocks


@pytest.mark.parametrize("text", TABLES)
def test_cells_between_tabs_are_named(text):
    [fault] = named(text)
    assert (fault.kind, fault.line, fault.what) == ("tabs", *TABLES[text])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Area   Pay\nLeeds  500\nYork   600", 1),
        ("Pay:\n\n- x\n\nArea   Pay  Year\nHull  5  1\nYork  6   2", 5),
    ],
)
def test_columns_of_blanks_are_named(text, line):
    [fault] = named(text)
    assert (fault.kind, fault.line) == ("blanks", line)


def test_row_that_a_blank_line_parts_from_its_table_is_named():
    [fault] = named("| a | b |\n|---|---|\n\n| 1 | 2 |")
    assert (fault.kind, fault.line, fault.what) == ("row", 4, "| 1 | 2 |")


def test_each_run_is_named_once():
    assert [f.line for f in named("a) b\nb) c\n\nx\n\na) d\nb) e")] == [1, 6]


@each("text", ORDINARY)
def test_ordinary_lines_are_not(text):
    assert named(text) == []
