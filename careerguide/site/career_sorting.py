"""Order careers by a measure, for the list of all careers.

What is counted in another unit is never put in one order: each currency, and each
length of time that is paid for, has a part of its own, and what is not known the last.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from careerguide.publishing.public.until_change import until_change
from statistics.measures.facts import facts_of
from statistics.measures.kinds import UnitKind
from statistics.measures.models import Measure
from statistics.measures.wording import BETWEEN, basis_label

from .career_index import CareerIndex

BYTES_OF_VALUE = 300  # about
ORDERS = ("desc", "asc")


@dataclass(frozen=True, slots=True)
class Value:
    """The number of a career; `amount` is None where it is not exactly known."""

    text: str
    unit: str = ""
    amount: Decimal | None = None


UNKNOWN = Value("")


@dataclass(frozen=True)
class Sorting:
    """The order that is asked for: of which measure, from which end."""

    measure: Measure
    order: str
    values: dict  # Value by the key of its career

    @property
    def is_usual(self):
        return self.order == usual_order(self.measure)

    @property
    def other_order(self):
        return next(order for order in ORDERS if order != self.order)

    def value(self, entry):
        return self.values.get(entry.pk, UNKNOWN)

    def apply(self, index):
        """Return the index in this order; equal ones stay in that of their names."""
        known = [e for e in index.entries if self.value(e).amount is not None]
        sizes = Counter(self.value(entry).unit for entry in known)
        sign = -1 if self.order == "desc" else 1

        def place(entry):
            value = self.value(entry)
            if value.amount is None:
                return (1, 0, "", 0)
            return (0, -sizes[value.unit], value.unit, sign * value.amount)

        return CareerIndex(sorted(index.entries, key=place))

    def heading(self, entry):
        """Return the words above an entry and their id."""
        value = self.value(entry)
        if value.amount is None:
            return _("Not known"), "value-none"
        name = value.unit or self.measure.name
        return name, f"value-{slugify(value.unit) or 'known'}"


def usual_order(measure):
    """Return the end that readers want first: the largest number, or the first rank."""
    return "asc" if measure.kind is UnitKind.RANK else "desc"


def sorting_of(asked, measures):
    """Return the Sorting that the parameters `sort` and `order` ask for, or None."""
    slug = asked.get("sort", "")
    if not slug:
        return None
    found = [m for m in measures if m.slug == slug]
    if not found:
        raise Http404("There is no such measure.")
    measure, order = found[0], asked.get("order", "")
    order = order if order in ORDERS else usual_order(measure)
    return Sorting(measure, order, _values(measure))


def _values(measure):
    return until_change(
        ("values of careers", measure.pk, get_language()),
        lambda: {key: _value(fact) for key, fact in facts_of(measure).items()},
        lambda values: BYTES_OF_VALUE * len(values),
    )


def _value(fact):
    paid_for = basis_label(fact.table, "pay_period")
    unit = BETWEEN.join(map(str, filter(None, (fact.currency, fact.unit, paid_for))))
    return Value(fact.text, unit, fact.amount)
