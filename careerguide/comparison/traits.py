"""List all in which two numbers have to be alike before they may be compared.

A trait that differs, or that nobody knows of one of them, is a reason not to compare
them, in words. The list is as long as the ways there are to be misled: what is missing
here would be compared in silence.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statistics.measures.choices import Provenance

from .clues import said_in
from .marks import exactness, exactness_shown, reliability, reliability_shown
from .trait import Clue, Trait, YearClue

A_YEAR = re.compile(r"\d{4}")
YEAR_IN_WORDS = re.compile(r"\b(?:19|20)\d\d\b")


def _never(_fact):
    return False


def _kind(fact):
    if fact.column.type in ("integer", "decimal"):
        return _("a number")
    kinds = {
        "money": _("an amount of money"),
        "percent": _("a share in percent"),
        "rank": _("a rank"),
        "year": _("a year"),
    }
    return kinds.get(fact.column.type, _("words"))


def _definition(fact):
    parts = (fact.definition, fact.own_definition)
    return ": ".join(filter(None, parts)) if fact.definition else ""


def _forecast(fact):
    is_forecast = fact.forecast or fact.mark == "f"
    return _("a forecast") if is_forecast else _("observed")


def _time(fact):
    """Return the time, unless it is another for each who says it: latest, last year."""
    return fact.time if A_YEAR.search(fact.time) else ""


def _years_in(text):
    return ", ".join(sorted({*YEAR_IN_WORDS.findall(text)}))


def _provenance(fact):
    return Provenance(fact.provenance).label if fact.provenance else ""


def _basis(name, differs, unknown):
    return Trait(
        lambda fact: fact.basis(name),
        differs,
        unknown,
        needed=lambda fact: name in fact.needed,
    )


def _clue(name, differs, unknown):
    def words(fact):
        said = said_in(fact.words, name)
        return said[1] if said else fact.basis(name)

    return Clue(words, differs, unknown, needed=_never, name=name)


def _quoted(name, other):
    return _("“%s”") % name if name else other


STATISTIC = (
    gettext_lazy("Different kinds of average: %s."),
    gettext_lazy("Not known whether the same kind of average: %s."),
)
TAX = (
    gettext_lazy("Before tax and after tax: %s."),
    gettext_lazy("Not known whether before or after tax: %s."),
)
PARTS = (
    gettext_lazy("With and without bonuses and other pay: %s."),
    gettext_lazy("Not known whether with bonuses and other pay: %s."),
)
PAID_FOR = (
    gettext_lazy("Paid for different times: %s."),
    gettext_lazy("Not known whether paid for the same time: %s."),
)
PRICES = (
    gettext_lazy("In different prices: %s."),
    gettext_lazy("Not known in which prices: %s."),
)
WHOM = (
    gettext_lazy("Of different people: %s."),
    gettext_lazy("Not known whether of the same people: %s."),
)
TIME = (
    gettext_lazy("Of different years or periods: %s."),
    gettext_lazy("Not known whether of the same year: %s."),
)
TRAITS = (
    Trait(
        _kind,
        gettext_lazy("Different kinds of number: %s."),
        gettext_lazy("Not known which kind of number: %s."),
    ),
    Trait(
        exactness,
        gettext_lazy("Not all are exact numbers: %s."),
        gettext_lazy("Not all are exact numbers: %s."),
        shown=exactness_shown,
    ),
    Trait(
        _definition,
        gettext_lazy("Defined differently: %s."),
        gettext_lazy("Not known whether they measure the same: %s."),
        shown=lambda fact: _definition(fact) or _("no measure is named"),
    ),
    Trait(
        lambda fact: fact.column.currency,
        gettext_lazy("In different currencies: %s."),
        gettext_lazy("Not known in which currency: %s."),
        applies=lambda fact: fact.column.type == "money",
    ),
    Trait(
        lambda fact: fact.column.unit,
        gettext_lazy("Counted in different units: %s."),
        gettext_lazy("Not known whether counted in the same unit: %s."),
        needed=lambda fact: fact.needs_unit,
    ),
    _basis("statistic", *STATISTIC),
    _basis("pay_tax", *TAX),
    _basis("pay_parts", *PARTS),
    _basis("pay_period", *PAID_FOR),
    _basis("prices", *PRICES),
    Trait(_time, *TIME, shown=lambda fact: fact.time),
    YearClue(
        lambda fact: _years_in(fact.words),
        *TIME,
        time=lambda fact: _years_in(fact.time),
    ),
    Trait(
        lambda fact: fact.place,
        gettext_lazy("Of different places: %s."),
        gettext_lazy("Not known whether of the same place: %s."),
    ),
    Trait(
        _provenance,
        gettext_lazy("Found in different ways: %s."),
        gettext_lazy("Not known whether found in the same way: %s."),
    ),
    Trait(
        lambda fact: fact.source,
        gettext_lazy("From different surveys: %s."),
        gettext_lazy("Not known whether from the same survey: %s."),
        needed=_never,
        applies=lambda fact: fact.provenance == Provenance.SURVEY,
    ),
    Trait(  # each guide has a document of its own
        lambda fact: fact.source,
        gettext_lazy("Claimed by different sources: %s."),
        gettext_lazy("Not known whether claimed by the same source: %s."),
        applies=lambda fact: fact.provenance == Provenance.CLAIMED,
    ),
    Trait(
        _forecast,
        gettext_lazy("A forecast beside what was observed: %s."),
        gettext_lazy("Not known whether a forecast: %s."),
    ),
    Trait(
        reliability,
        gettext_lazy("The sources mark them differently: %s."),
        gettext_lazy("A source marks its number as one to be careful with: %s."),
        shown=reliability_shown,
    ),
    Trait(
        lambda fact: fact.row,
        gettext_lazy("Of different groups: %s."),
        gettext_lazy("Of different groups: %s."),
        needed=_never,
        shown=lambda fact: _quoted(fact.row, _("no group is named")),
    ),
    Trait(
        lambda fact: fact.column_name,
        gettext_lazy("Called differently, so perhaps not the same: %s."),
        gettext_lazy("Called differently, so perhaps not the same: %s."),
        needed=_never,
        shown=lambda fact: _quoted(fact.column_name, _("only a year")),
    ),
    _clue("statistic", *STATISTIC),
    _clue("pay_tax", *TAX),
    _clue("pay_parts", *PARTS),
    _clue("pay_period", *PAID_FOR),
    _clue("prices", *PRICES),
    *(_clue(name, *WHOM) for name in ("hours", "contract", "gender", "sector")),
)
