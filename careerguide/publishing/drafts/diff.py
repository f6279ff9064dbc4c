"""Compare two versions of an item: words of texts, cells of tables."""

import re
from dataclasses import dataclass
from functools import cache

from diff_match_patch import diff_match_patch
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from careerguide.publishing.models.snapshots import content_fields

SECONDS = 0.5  # then a text is shown as changed in larger pieces
MOST_OVERLAP = 2_000  # words of what went that are looked for in what came
MOST_REPEATED = 10  # times that a quarter of one text may be found in the other
CONTEXT = 80  # characters shown around what changed
KINDS = {-1: "gone", 0: "same", 1: "new"}
# A number is one word with its marks: half of it would read as another, 41.79%.
_NUMBER = r"[$€£¥]?\d+(?:[.,'’\u00a0\u202f]\d+)*\w*%?"
WORDS = re.compile(rf"{_NUMBER}|\s+|\w+|[^\w\s]")
_FIRST_SIGN = 0xE000  # words are compared as single characters of their own


@dataclass(frozen=True)
class Difference:
    """One field: `pieces` of text as (kind, text), or `lines` that say it."""

    field: str
    label: str
    pieces: tuple = ()
    lines: tuple = ()


def related_names(model, versions):
    """The names of all related items in several snapshots: by field, then by key."""
    found = {}
    for field in content_fields(model):
        if isinstance(field, models.ForeignKey):
            keys = {values.get(field.attname) for values in versions} - {None}
            related = field.related_model._base_manager.in_bulk(keys)
            found[field.attname] = {key: str(item) for key, item in related.items()}
    return found


def differences(model, before, after, names=None):
    """Return the Difference of each field in which two snapshots differ.

    A model may say in `compare_<field>(before, after)`, a static method, which
    sentences tell what changed in a field that is no text. `names` are
    `related_names`, if they are known.
    """
    found = []
    for field in content_fields(model):
        old, new = before.get(field.attname), after.get(field.attname)
        if old == new:
            continue
        label = str(capfirst(field.verbose_name))
        if compare := getattr(model, f"compare_{field.name}", None):
            lines = tuple(compare(old, new))
            found.append(Difference(field.attname, label, lines=lines))
        else:
            texts = (readable(field, value, names) for value in (old, new))
            pieces = word_pieces(*texts)
            found.append(Difference(field.attname, label, pieces=tuple(pieces)))
    return found


def readable(field, value, names=None):
    """Return a value as an editor knows it."""
    if value in (None, "") or value is False:
        return ""
    if value is True:
        return _("Yes")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(field, models.ForeignKey):
        if names is None:
            related = field.related_model._base_manager.filter(pk=value).first()
        else:
            related = names[field.attname].get(value)
        return str(related) if related else _("something that was deleted")
    if isinstance(field, models.DateTimeField):
        return date_format(timezone.localtime(parse_datetime(value)), "DATETIME_FORMAT")
    if isinstance(field, models.DateField):
        return date_format(parse_date(value))
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return str(value)


def word_pieces(before, after):
    """Return (kind, text) of what is the same, gone and new.

    Long sameness is cut short.
    """
    signs = _Signs()
    compare = _Comparison()
    compare.Diff_Timeout = SECONDS
    found = compare.diff_main(signs.of(before), signs.of(after), False)
    compare.diff_cleanupSemantic(found)
    pieces = [(KINDS[kind], signs.text(chars)) for kind, chars in found]
    last = len(pieces) - 1
    return [
        (kind, _shortened(text, place == 0, place == last) if kind == "same" else text)
        for place, (kind, text) in enumerate(pieces)
    ]


def _shortened(text, is_first, is_last):
    head = "" if is_first else text[:CONTEXT]
    tail = "" if is_last else text[-CONTEXT:]
    if len(text) <= len(head) + len(tail) + 3:
        return text
    return f"{head} … {tail}" if head and tail else f"{head}…{tail}"


class _Comparison(diff_match_patch):
    """Looks at each half that texts share, but not in texts that repeat themselves.

    There it would follow every repetition to its end, whatever the time: for 18 s in
    two texts of 200 kB of stars.
    """

    def diff_halfMatch(self, text1, text2):  # noqa: N802  as the library calls it
        longer, shorter = sorted((text1, text2), key=len, reverse=True)
        size = len(longer) // 4
        for start in ((len(longer) + 3) // 4, (len(longer) + 1) // 2):
            if _occurs_often(longer[start : start + size], shorter):
                return None
        return super().diff_halfMatch(text1, text2)

    def diff_commonOverlap(self, text1, text2):  # noqa: N802
        return super().diff_commonOverlap(text1[-MOST_OVERLAP:], text2[:MOST_OVERLAP])


def _occurs_often(part, text):
    place = -1
    for _time in range(MOST_REPEATED):
        place = text.find(part, place + 1)
        if place < 0:
            return False
    return True


class _Signs:
    """Each word as one character, so that a comparison never splits a word."""

    def __init__(self):
        self.words = []
        self.places = {}

    def of(self, text):
        return "".join(map(self._sign, WORDS.findall(text)))

    def _sign(self, word):
        place = self.places.get(word)
        if place is None:
            place = self.places[word] = len(self.words)
            self.words.append(word)
        return _sign_at(place)

    def text(self, signs):
        return "".join(self.words[_place_of(sign)] for sign in signs)


@cache
def _sign_at(place):
    return chr(_FIRST_SIGN + place)  # room for a million words, past the surrogates


def _place_of(sign):
    return ord(sign) - _FIRST_SIGN
