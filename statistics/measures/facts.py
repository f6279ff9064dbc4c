"""Give the quick facts of careers by their measures: what a comparison is made of."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from careerguide.caching.dependencies import depends_on
from careerguide.languages.scales import EXPONENTS
from careerguide.models import Career
from careerguide.publishing.models.tags import of_kind
from statistics.models import StatTable
from statistics.table.cell_notes import is_inexact, is_limit, noted
from statistics.table.formatting import format_value

from .models import Measure

MOST_SORTABLE = 12  # to choose from


@dataclass(frozen=True)
class Fact:
    """The quick fact of a table: one cell, and all that says what it means.

    What the table says of its numbers (`place`, `provenance`, `statistic`, …) is asked
    of `table`, by the names of its fields.
    """

    table: StatTable
    column: object  # of the data: its type, currency, scale and unit
    row: object

    @property
    def measure(self):
        return self.table.measure

    @property
    def label(self):
        return self.table.headline_label

    @property
    def value(self):
        """The cell: a Decimal, a text, or None where it is withheld or missing."""
        return self.row.cells[self.table.table.columns.index(self.column)]

    @property
    def amount(self):
        """The number without a scale: 8430000000 for 8.43 billion.

        None of a text, of what is withheld, and where only a limit is known.
        """
        if isinstance(self.value, str) or self.value is None or self.is_limit:
            return None
        return self.value.scaleb(EXPONENTS.get(self.column.scale, 0))

    @property
    def text(self):
        """The value as pages write it, with the mark of its cell, without its unit."""
        text = format_value(self.value, self.column)
        return noted(text, self.row, self.column, self.value)

    @property
    def note(self):
        """The mark of the cell: c for confidential, ≥ for at least, or nothing."""
        return self.row.notes.get(self.column.key, "")

    @property
    def is_limit(self):
        """Whether it is at least, or at most, what `text` says."""
        return is_limit(self.note)

    @property
    def is_exact(self):
        """Whether it may be drawn as it is: no limit, and none from a small sample."""
        return not (self.is_limit or is_inexact(self.note))

    @property
    def forecast(self):
        return self.row.forecast

    @cached_property
    def period(self):
        """The year of its row, where the table has one, or the period of the table."""
        columns = self.table.table.columns
        for column, cell in zip(columns, self.row.cells, strict=True):
            if column.type == "year" and cell is not None:
                return f"{cell:f}"
        return self.table.period

    @property
    def currency(self):
        return self.column.currency

    @property
    def unit(self):
        return self.column.unit

    @property
    def definition(self):
        """What it counts, where it differs from its measure."""
        return self.table.own_definition


def facts(careers):
    """Return {key of the career: {Measure: Fact}} of the published tables, in a query.

    A career without such a table has an empty dict.
    """
    found = {career.pk: {} for career in careers}
    tables = StatTable.objects.published().filter(career__in=found)
    for table in tables.exclude(measure=None).select_related("measure"):
        if fact := fact_of(table):
            found[table.career_id][table.measure] = fact
    return found


def facts_of(measure):
    """Return {key of the career: Fact} of one measure, of all careers, in a query."""
    tables = StatTable.objects.published().filter(measure=measure)
    shown = ("data", "headline_label", "headline_row", "headline_column", "pay_period")
    shown += ("language",)
    found = {}
    for table in tables.only("career", "measure", *shown):
        if fact := fact_of(table):
            found[table.career_id] = fact
    return found


def sortable_measures():
    """Return some measures in use by which careers have an order."""
    measures = measures_in_use()[:MOST_SORTABLE]
    return [measure for measure in measures if measure.kind.is_sortable]


def fact_of(table):
    """Return the quick fact of a table, or None if it has none."""
    if not table.headline_label:
        return None
    cell = table.table.find(table.headline_row, table.headline_column)
    return Fact(table, *cell) if cell else None


def measures_in_use():
    """Return the measures of the quick facts that readers see, in their order."""
    depends_on(*of_measures())
    return Measure.objects.filter(Exists(_tables_of_measure()))


def of_measures():
    """Return the tags of which measures readers see."""
    return of_kind(StatTable), of_kind(Career)


def measures_for(career, now):
    """Return the measures that a career's page names, in their order, to be prepared.

    They are its own, and those that two careers share: what one other career alone is
    measured by says nothing of this one.
    """
    tables = _tables_of_measure(now)
    careers = tables.values("measure").annotate(number=Count("career", distinct=True))
    shared = Subquery(careers.values("number"))
    return Measure.objects.annotate(shared=shared).filter(
        Q(shared__gt=1) | Exists(tables.filter(career=career))
    )


def _tables_of_measure(now=None):
    return StatTable.objects.published(now).filter(measure=OuterRef("pk")).order_by()
