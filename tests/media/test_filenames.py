"""Test the names of stored pictures, and which smaller files there are."""

from careerguide.media.filenames import is_ours, main_name, renditions
from tests.each import each

HASH = "0123456789abcdef" * 4


def name(width=1600, height=900):
    return main_name(HASH, width, height)


def test_says_what_the_file_holds():
    assert name() == f"images/{HASH}-1600x900.webp"


@each(
    ("width", "smaller"),
    [(1, []), (480, []), (481, [480]), (960, [480]), (961, [480, 960])],
)
def test_renditions_are_smaller_than_the_picture(width, smaller):
    stem = f"images/{HASH}-{width}x900"
    expected = {size: f"{stem}.w{size}.webp" for size in smaller}
    assert renditions(name(width)) == expected
    assert all(map(is_ours, expected.values()))


@each(
    "other",
    [
        name().replace("images", "files"),
        name().replace("0", "g", 1),
        name().replace("-", "0-", 1),
        name().replace("1600", "01600"),
        name().replace("x900", "x0"),
        name().replace("1600", "160000"),
        name().replace(".webp", ".w481.webp"),
        name().replace(".webp", ".png"),
        f"{name()}\n",
        f"/{name()}",
        "",
    ],
)
def test_other_names_are_none_of_ours(other):
    assert not is_ours(other)
    assert renditions(other) == {}


def test_longest_numbers_are_ours():
    assert is_ours(name(99_999, 99_999))
    assert is_ours(name(1, 1))
