"""Detect rows that follow each other by nature: years, age bands, levels, answers."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from django.utils.translation import get_language

from careerguide.languages.folding import fold_case
from careerguide.languages.signs import DASHES

from . import moments
from .bands import band_places
from .order_words import order_words
from .word_scales import answer_places, level_places

PLAIN = str.maketrans(dict.fromkeys(DASHES, "-"))
NOTES = re.compile(r"(?: ?(?:\([^()]*\)|\[[^\[\]]*\])|[*†‡¹²³])+$")
LONGEST = 60  # characters of a label that names a step


class Kind(StrEnum):
    YEARS = "years"
    QUARTERS = "quarters"
    MONTHS = "months"
    DATES = "dates"
    WEEKDAYS = "weekdays"
    BANDS = "bands"
    LEVELS = "levels"
    ANSWERS = "answers"


# In this order, as a label may be of two kinds.
TIMES = (
    (Kind.YEARS, moments.year),
    (Kind.YEARS, moments.split_year),
    (Kind.YEARS, moments.any_year),
    (Kind.YEARS, moments.decade),
    (Kind.QUARTERS, moments.quarter),
    (Kind.QUARTERS, moments.half),
    (Kind.MONTHS, moments.month),
    (Kind.MONTHS, moments.months),
    (Kind.DATES, moments.date),
    (Kind.DATES, moments.day_first),
    (Kind.DATES, moments.month_first),
    (Kind.DATES, moments.week),
)
ROUNDS = (  # which begin anew, and may begin anywhere
    (Kind.MONTHS, moments.month_name, 12),
    (Kind.QUARTERS, moments.quarter_name, 4),
    (Kind.WEEKDAYS, moments.weekday, 7),
)


@dataclass(frozen=True)
class Ordinals:
    """Kind of a column's labels, and the place of each; None is for the last ones.

    Places of a time are on its axis, so that a line can be drawn over them.
    """

    kind: Kind
    places: tuple

    @property
    def is_time(self):
        return self.kind in (Kind.YEARS, Kind.QUARTERS, Kind.MONTHS, Kind.DATES)


def ordinals(labels):
    """Return the `Ordinals` of labels that follow each other by nature, or None."""
    return _ordinals(tuple(labels), get_language())


@lru_cache(maxsize=256)
def _ordinals(labels, _language):
    texts = [
        NOTES.sub("", " ".join(fold_case(label.translate(PLAIN)).split()))
        for label in labels
    ]
    last = order_words().last
    steps = [text for text in texts if text and text not in last]
    if len(set(steps)) < 2 or any(len(text) > LONGEST for text in steps):
        return None
    kind, places = _recognized(steps)
    if kind is None:
        return None
    place = dict(zip(steps, places, strict=True))
    return Ordinals(kind, tuple(place.get(text) for text in texts))


def _recognized(steps):
    for kind, read in TIMES:
        if places := _read_all(read, steps):
            return kind, places
    for kind, read, size in ROUNDS:
        if places := _read_all(read, steps):
            return kind, _round(places, size)
    if bands := band_places(steps):
        return Kind.BANDS, [sorted(set(bands)).index(band) for band in bands]
    if places := level_places(steps):
        return Kind.LEVELS, places
    if places := answer_places(steps):
        # From good to bad and from bad to good are both in order.
        return Kind.ANSWERS, [-p for p in places] if _descends(places) else places
    return None, None


def _read_all(read, steps):
    places = []
    for step in steps:
        if not (place := read(step)):
            return None
        places.append(place)
    return places


def _round(places, size):
    """Places that go on where a round ends: October to March, newest first as well."""
    for sign in (1, -1):
        ahead = [(sign * (b - a)) % size for a, b in pairwise(places)]
        if len(set(ahead)) == 1 and 0 < sum(ahead) < size:
            return [places[0] + sign * ahead[0] * n for n in range(len(places))]
    return places


def _descends(places):
    return all(a >= b for a, b in pairwise(places))
