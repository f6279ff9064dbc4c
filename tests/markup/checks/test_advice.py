"""Test what a text might do better: each kind once where it is, and not where not."""

from careerguide.markup.checks.advice import advise
from tests.each import each

LONG = " ".join(["bees"] * 41)
PASSAGE = "Bees keep the winter cluster warm by moving the muscles they fly with."


def found(text):
    return [(fault.kind, fault.line) for fault in advise(text).faults]


@each(
    "text, expected",
    [
        ("![](/media/images/a.webp)", [("picture-description", 1)]),
        ("![A hive](/media/images/a.webp)", []),
        ("## One\n\n#### Two", [("heading-order", 3)]),
        ("### One\n\n#### Two\n\n## Three", []),
        ("One.\n\nLorem ipsum.", [("sample-text", 3)]),
        ("[insert salary here]", [("sample-text", 1)]),
        ("[insert](https://example.org/)", []),
        ("Pay is ???", [("todo", 1)]),
        ("TODO: ask Ana", [("todo", 1)]),
        ("What to do next: `TODO`.", []),
        ("See https://example.org/a.", [("bare-address", 1)]),
        ("Write to [ana@example.org](mailto:ana@example.org).", []),
        ("Read it [here](/articles/bees/).", [("vague-link", 1)]),
        ("[**Click here!**](/articles/bees/)", [("vague-link", 1)]),
        ("[Life of bees](/articles/bees/)", []),
        (f"Short.\n\n{LONG}.", [("long-sentence", 3)]),
        (f"{' '.join(['bees'] * 30)}. {' '.join(['Bees'] * 30)}.", []),
    ],
)
def test_kinds(text, expected):
    assert found(text) == expected


def test_a_finding_is_of_its_passage_and_not_of_its_line():
    [before], [after] = (advise(f"{gap}TODO: ask Ana").faults for gap in ("", "\n\n"))
    assert before.key == after.key
    assert before.line != after.line


def test_passages_are_the_same_however_they_are_marked():
    plain, marked = (
        advise(text).passages[0].digest
        for text in (PASSAGE, PASSAGE.replace("winter", "*winter*").upper())
    )
    assert plain == marked
    assert advise("A short one.").passages == ()
