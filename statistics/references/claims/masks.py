"""Blank out digits that are parts of names, codes, dates and times: 7-Eleven, 10:30.

A number stands by itself, with at most the sign of a currency, a percent sign, a scale
or a hyphenated unit. Whatever else digits are glued to, they say no amount.
"""

import re

from careerguide.markup.checks.outline import CODE

SIGNS = r"$¢£¥฿\u20a0-\u20cf﷼"  # of currencies
FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_WORD = re.compile(r"[^\s—]+")
_DIGIT = re.compile(r"\d")
_OPENING, _CLOSING = "([{\"'“‘«‹„*_¿¡", ".,;:!?…)]}\"'”’»›*_"
_NUMBER = rf"\d{{1,40}}(?:[.,'’]\d{{1,40}}){{0,12}}[{FRACTIONS}]?"
_AMOUNT = (
    rf"(?:[A-Z]{{0,3}}[{SIGNS}])?{_NUMBER}(?:[kKmMbBT]|bn|mn|tn|[mM]io)?[%‰٪{SIGNS}]?"
)
_STANDS = re.compile(
    rf"[-−+±~≈<>≤≥]?{_AMOUNT}(?:[–-]{_AMOUNT})?"
    r"(?:\+|(?:-[^\W\d_A-Z]+){1,3}|/[^\W\d_]{1,6})?"
)
_PHONE = re.compile(r"(?<!\w)(?:\+\d{1,3}|\(?0\d{1,4}\)?)[ /-]?\d[\d /-]{4,30}\d")


def masked(text: str) -> str:
    """Return a text of the same length, with `CODE` for digits that say no amount."""
    text = _PHONE.sub(lambda found: CODE * len(found[0]), text)
    return _WORD.sub(_stands, text)


def _stands(match):
    word = match[0]
    if not _DIGIT.search(word):
        return word
    core = word.strip(_OPENING + _CLOSING)
    if len(core) <= 100 and _STANDS.fullmatch(core):
        return word
    return _DIGIT.sub(CODE, word)
