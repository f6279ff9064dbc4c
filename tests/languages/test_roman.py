"""Test that Roman numerals are read, and that other words are none."""

import pytest

from careerguide.languages.roman import roman_number
from tests.each import each


@pytest.mark.parametrize(
    ("text", "number"),
    [("i", 1), ("IV", 4), ("viii", 8), ("xIx", 19), ("XLII", 42), ("xc", 90)]
    + [("cxiv", 114), ("CCCXCIX", 399)],
)
def test_numeral_is_read(text, number):
    assert roman_number(text) == number


@each("text", ["", "iiii", "vv", "ic", "mix", "xa", "i i", "ⅳ", "ı"])
def test_other_words_are_none(text):
    assert roman_number(text) is None
