"""Test which part of a file a range asks for."""

from careerguide.http.ranges import UNSATISFIABLE, asked_range
from tests.each import each


@each(
    ("header", "part"),
    [
        ("bytes=0-0", (0, 0)),
        ("bytes=2-5", (2, 5)),
        ("Bytes = 2-", (2, 9)),
        ("bytes=-3", (7, 9)),
        ("bytes=-300", (0, 9)),
        ("bytes=9-99999", (9, 9)),
        ("bytes=10-", UNSATISFIABLE),
        ("bytes=-0", UNSATISFIABLE),
        ("bytes=5-4", None),
        ("bytes=0-1,3-4", None),
        ("bytes=-", None),
        ("bytes=٣-", None),
        ("bytes=--1", None),
        ("items=0-1", None),
        ("", None),
    ],
)
def test_part_that_is_asked_for(header, part):
    assert asked_range(header, 10) == part


def test_empty_file_has_no_part():
    assert asked_range("bytes=0-", 0) == UNSATISFIABLE
    assert asked_range("bytes=-1", 0) == UNSATISFIABLE
