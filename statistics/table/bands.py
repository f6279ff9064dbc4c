"""Order labels that name a part of a scale: 16–24, under 5, $50k–$75k, 65+.

They follow each other only where they do not overlap: 15-1252 and 15-2051 are codes.
"""

import re
from functools import lru_cache
from itertools import pairwise
from math import inf

from django.utils import translation

from .order_words import order_words

NUMBER = r"\d{1,3}(?:[,.' ]\d{3})+|\d+(?:[.,]\d+)?"
FACTORS = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6}
FACTORS |= {"bn": 1e9, "b": 1e9, "billion": 1e9, "tsd": 1e3, "mio": 1e6, "": 1}
SIGNS = re.compile(r"[$€£¥₹%]|\b(?:usd|eur|gbp|chf|cad|aud|inr|jpy|sek|nok|dkk|pln)\b")
UNIT = r"(?P<{}>(?: ?[^\W\d][\w./’'-]*){{0,3}})"


def band_places(labels):
    """Return the place of each label by its number, or None where they are no bands.

    `labels` are case-folded, with plain hyphens.
    """
    named, labels = _without_shared_words(labels)
    found = [_band(label) for label in labels]
    if None in found or len(found) < 2:
        return None
    bands = _in_one_unit(found)
    if bands is None or not _follow_each_other(bands):
        return None
    is_single = all(low == high for low, high in bands)
    with_units = all(unit in order_words().units for _low, _high, unit in found)
    if is_single and not (named in order_words().numbered or with_units):
        return None  # mere numbers, which may be anything
    return bands


def _without_shared_words(labels):
    """The words that all begin with, and what is left: Band 5, Band 6."""
    starts = {re.match(r"[^\d<>≤≥=]*", label)[0].strip() for label in labels}
    start = next(iter(starts))
    if len(starts) > 1 or not start or not labels[0].startswith(start):
        return "", labels
    words = order_words()
    if re.fullmatch(rf"{words.below}|{words.above}", start):
        return "", labels
    return start, [label.removeprefix(start).strip() for label in labels]


@lru_cache(maxsize=32)
def _patterns(_language):
    words = order_words()
    first, second = (
        rf"(?P<n{n}>{NUMBER}) ?(?P<f{n}>{'|'.join(filter(None, FACTORS))})?\b"
        for n in "12"
    )
    before = rf"(?:{words.ages} )?"
    return [
        re.compile(pattern)
        for pattern in (
            rf"{before}{first}{UNIT.format('u1')} ?(?:-|{words.to})"
            rf"(?: {words.below})? ?{second}{UNIT.format('u2')}",
            rf"{before}(?P<below><=?|≤|{words.below} ) ?{second}{UNIT.format('u2')}",
            rf"{before}{second}{UNIT.format('u2')} (?P<less>{words.or_less})",
            rf"{before}(?P<above>>=?|≥|{words.above} ) ?{first}{UNIT.format('u1')}",
            rf"{before}{first}(?P<more>\+| ?{words.or_more}){UNIT.format('u1')}",
            rf"{before}{first}{UNIT.format('u1')}(?P<more>\+| {words.or_more})",
            rf"{before}{first}{UNIT.format('u1')}",
        )
    ]


def _band(label):
    """From, to and unit, or None."""
    label = " ".join(SIGNS.sub("", label).split())
    if re.fullmatch(order_words().none + r"(?: \w+)?", label):
        return -inf, -1, ""
    for pattern in _patterns(translation.get_language() or "en"):
        if found := pattern.fullmatch(label):
            return _ends(found.groupdict())
    return None


def _ends(found):
    numbers = [found.get("n1"), found.get("n2")]
    if any(n and re.match(r"0\d", n) for n in numbers):
        return None  # codes, and dates
    factors = [found.get("f1") or "", found.get("f2") or ""]
    if numbers[0] and numbers[1] and not factors[0]:
        factors[0] = factors[1] if _number(numbers[0]) < _number(numbers[1]) else ""
    low, high = (
        None if n is None else _number(n) * FACTORS[f]
        for n, f in zip(numbers, factors, strict=True)
    )
    unit = (found.get("u2") or found.get("u1") or "").strip()
    if low is not None and high is not None:
        if high < 100 and 1000 <= low < 3000:  # 2010-14
            high += low // 100 * 100
        return (low, high, unit) if low <= high else None
    if low is None:
        return -inf, high, unit
    above = found.get("above") or found.get("more")
    return low, inf if above else low, unit


def _number(text):
    if re.fullmatch(r"\d{1,3}(?:[,.' ]\d{3})+", text):
        return float(re.sub(r"\D", "", text))
    return float(text.replace(",", "."))


def _in_one_unit(found):
    """The bands without their units, times in days; None where units differ."""
    units = {unit for *_ends, unit in found if unit}
    times = order_words().units
    if units and all(unit in times for unit in units):
        only = next(iter(units)) if len(units) == 1 else None
        if only is None and "" in {u for low, _h, u in found if low != -inf}:
            return None
        return [
            (low * times[unit or only], high * times[unit or only])
            if unit or only
            else (low, high)
            for low, high, unit in found
        ]
    if len({unit[:3] for unit in units}) > 1:  # employee and employees are one
        return None
    return [(low, high) for low, high, _unit in found]


def _follow_each_other(bands):
    if all(high == inf for _low, high in bands) or all(
        low == -inf for low, _h in bands
    ):
        return True  # at least 1, at least 2
    ordered = sorted(bands)
    # A year is not twelve months of thirty days.
    return all(after[0] >= before[1] * 0.97 for before, after in pairwise(ordered))
