"""Find a sign or word beside a tied number that the number has itself: $[[…]] as $$85.

Whoever selects the digits alone, as a double click does, leaves the sign in the text.
"""

import re
from itertools import count

from django.utils.translation import gettext

from careerguide.markup.checks.findings import Fault, shortened
from statistics.references.notation import COUNTS, NotationError
from statistics.references.numbers import number_of

from .amounts import numbers_in
from .beside import CLOSE, OPEN, PLACE, with_places
from .masks import SIGNS

NEAR = 24  # letters around a number that may belong to it
_APART = re.compile(f"[{OPEN}{CLOSE}|\n]")  # another tied number, cell or block
_NEXT = re.compile(rf"\s?[{SIGNS}]\s?\d.*", re.S)  # the sign of another number
DIGITS = "12345"  # stands for the number where what is around it is read


def doubled_units(item, name, tables):
    """Yield a fault for each tied number of a text that has a unit twice."""
    text = getattr(item, name)
    if "[[" not in text:
        return
    shown, references = with_places(item, name, text)
    for place in PLACE.finditer(shown):
        reference = references[int(place[1])]
        if reference.keyword not in COUNTS:
            continue
        try:
            number = number_of(reference, tables, getattr(item, "slug", "")).text
        except NotationError:
            continue
        start, end = place.span()
        before = _APART.split(shown[max(0, start - NEAR) : start])[-1]
        after = _NEXT.sub("", _APART.split(shown[end : end + NEAR])[0])
        around = _units(f"{before}{DIGITS}{after}", len(before))
        if around and around & _units(number, None):
            written = shortened(f"{before}{number}{after}".strip())
            sentence = gettext(
                "Readers see “%(written)s”: the number has its sign already, so leave "
                "out what stands beside it."
            )
            yield Fault("doubled", written, 0, sentence % {"written": written})


def _units(text, at):
    """What kinds of unit the number at a place has, or the first; none as a set."""
    for number in numbers_in(text, count(1), 20):
        if at is None or number.start <= at < number.end:
            kinds = ("percent", number.is_percent), ("money", number.currencies)
            return {kind for kind, has in (*kinds, ("scale", number.has_scale)) if has}
    return set()
