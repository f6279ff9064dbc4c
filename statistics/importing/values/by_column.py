"""Read cells that are numbers only beside others of their column.

Alone, 3e5 is as likely a name and 12- an open range. Beside 1.5E-3, and beside 45 and
130, they are not.
"""

import re

from .amounts import take_apart
from .characters import plain

EXPONENT = re.compile(r"([-+]?[0-9])[eE]([0-9]{1,2})")
LONG = 2  # digits of a number with its minus behind; 3- may be a school's mark


def read_by_column(texts, amounts):
    """The amounts of a column's cells, with those that only the others explain."""
    rest = [(n, plain(t)) for n, t in enumerate(texts) if t and not amounts[n]]
    if not rest or not any(amounts):
        return amounts
    found = list(amounts)
    by_place = {n: _power(text) for n, text in rest} if _has_power(texts, found) else {}
    if not any(by_place.values()):
        by_place = _minus_behind(texts, amounts, rest)
    for n, amount in by_place.items():
        found[n] = found[n] or amount
    return found


def _has_power(texts, amounts):
    pairs = zip(texts, amounts, strict=True)
    return any(a and a.exponent and "e" in text.casefold() for text, a in pairs)


def _power(text):
    found = EXPONENT.fullmatch(text)
    return take_apart(f"{found[1]}e+{found[2]}") if found else None


def _minus_behind(texts, amounts, rest):
    """Amounts of 12-, where the other cells are numbers without such a minus."""
    if any(text[-1:] != "-" for _n, text in rest):
        return {}
    read = {n: take_apart(f"-{text[:-1].strip()}") for n, text in rest}
    pairs = zip(texts, amounts, strict=True)
    others = [text for text, amount in pairs if amount and plain(text)[-1] != "-"]
    behind = [text for text in map(plain, texts) if text[-1:] == "-"]
    is_long = any(sum(map(str.isdigit, text)) >= LONG for text in behind)
    is_plain = all(a and not a.word and not a.note for a in read.values())
    return read if others and is_long and is_plain else {}
