"""Read digits by either decimal mark: 1,234 is a thousand, or one and a bit."""

import re
from decimal import Decimal

from careerguide.languages.numbers import number_symbols

POINT, COMMA = DECIMAL_MARKS = ".", ","
MOST_EXPONENT = 40


def _pattern(mark, other):
    groups = rf"[1-9][0-9]{{0,2}}(?P<end>[ '{other}])[0-9]{{3}}(?:(?P=end)[0-9]{{3}})*"
    indian = rf"[1-9][0-9]?(?:[{other}][0-9]{{2}})+[{other}][0-9]{{3}}"
    whole = rf"(?P<whole>{groups}|{indian}|[0-9]+)"
    return re.compile(rf"{whole}?(?:[{mark}](?P<fraction>[0-9]+))?")


PATTERNS = {POINT: _pattern(POINT, COMMA), COMMA: _pattern(COMMA, POINT)}


def own_mark():
    """Return the decimal mark that the language of the site writes."""
    return COMMA if number_symbols().decimal == COMMA else POINT


def readings_of(digits, exponent, sign):
    if not exponent:
        plains = {mark: _plain(digits, mark) for mark in DECIMAL_MARKS}
        return {mark: sign + text for mark, text in plains.items() if text}
    # What a program writes has one digit before its mark, so the mark is a decimal one.
    # Without a mark or a sign, 1e5 is as likely a name.
    if not re.fullmatch(r"[0-9](?:[.,][0-9]+)?", digits):
        return {}
    if len(digits) == 1 and exponent[1] not in "+-":
        return {}
    power = int(exponent[1:])
    if abs(power) > MOST_EXPONENT:
        return {}
    number = _shifted(digits.replace(",", "."), power)
    marks = [digits[1]] if len(digits) > 1 else DECIMAL_MARKS
    return dict.fromkeys(marks, sign + number)


def _shifted(text, power):
    return f"{Decimal(text).scaleb(power):f}"


def _plain(digits, mark):
    """The digits in our own notation, read by one mark; "" if they cannot be."""
    found = PATTERNS[mark].fullmatch(digits)
    if not found:
        return ""
    whole = re.sub("[^0-9]", "", found["whole"] or "0")
    return f"{whole}.{found['fraction']}" if found["fraction"] else whole
