"""Read Roman numerals."""

import re

_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMERAL = re.compile(r"(?=.)c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.I | re.ASCII)


def roman_number(text):
    """Return the number that a numeral below 400 stands for, or None."""
    if not _NUMERAL.fullmatch(text):
        return None
    values = [_DIGITS[letter] for letter in text.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
