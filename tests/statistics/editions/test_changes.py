"""Test what is said to have changed between two editions."""

from statistics.editions.changes import parts_that_differ
from tests.each import each

BEFORE = "One two three four five six is exactly half of all of them there are."


@each(
    "before, after, parts",
    [
        ("One.", "", ("One.", "")),
        ("A b", "A c", ("A b", "A c")),
        (
            BEFORE,
            BEFORE.replace("exactly", "about"),
            (
                "… four five six is exactly half of all of …",
                "… four five six is about half of all of …",
            ),
        ),
        ("a a", "a a a", ("a a", "a a a")),
        ("word " * 90, "", (" ".join(["word"] * 40) + " …", "")),
    ],
)
def test_parts_that_differ(before, after, parts):
    assert parts_that_differ(before, after) == parts
