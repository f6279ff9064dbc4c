"""Paginate long lists, without reading the rows that stand before a page."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Func, IntegerField, OuterRef, Subquery

from careerguide.caching.dependencies import depends_on
from careerguide.publishing.models.tags import of_guide, of_kind

from .until_change import until_change


def page_query(parameters, number=1):
    """Return the query of a page of a list that these parameters narrow, or nothing."""
    parameters = parameters | {"page": number if number != 1 else ""}
    query = urlencode({name: value for name, value in parameters.items() if value})
    return f"?{query}" if query else ""


class RowCount(Subquery):
    """Number of rows that a query finds, as the database says it.

    Django's `Count` would group them, and convert each number: half as long again.
    """

    def __init__(self, queryset):
        rows = Func(template="COUNT(*)", output_field=IntegerField())
        super().__init__(queryset.order_by().annotate(n=rows).values("n"))

    def get_db_converters(self, connection):
        return []


@dataclass(frozen=True)
class Counts:
    """Numbers of items of some careers, in reading order."""

    careers: tuple  # their keys, those without items left out
    ends: tuple  # the number of items up to the end of each

    @classmethod
    def of(cls, items, careers):
        count = RowCount(items.filter(career=OuterRef("pk")))
        found = {pk: n for pk, n in careers.values_list("pk", count) if n}
        return cls(tuple(found), tuple(accumulate(found.values())))

    @property
    def total(self):
        return self.ends[-1] if self.ends else 0

    def between(self, first, after):
        """Return whose items stand at these places, and how many stand before."""
        begin, end = bisect_right(self.ends, first), bisect_left(self.ends, after)
        return self.careers[begin : end + 1], self.ends[begin - 1] if begin else 0


def counts_of_all(model):
    """Return the Counts of what readers see of a kind: counted once for each change."""

    def count():
        careers = model._meta.get_field("career").related_model.objects
        return Counts.of(model.objects.live(), careers.published())

    depends_on(of_kind(model), of_kind(model._meta.get_field("career").related_model))
    return until_change(
        ("counts", model._meta.label),
        count,
        lambda counts: 100 * len(counts.careers),
        is_declared=True,
    )


class GuidePaginator(Paginator):
    """Pages of what careers have of some items, in reading order.

    It reads the items of the careers on the page, whichever it is, and no others;
    `counts`, of the same items, tell whose those are.
    """

    def __init__(self, *args, counts, **kwargs):
        super().__init__(*args, **kwargs)
        self.counts = counts

    @property
    def count(self):
        return self.counts.total

    def page(self, number):
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        after = first + self.per_page
        careers, before = self.counts.between(first, after)
        depends_on(*(of_guide(self.object_list.model, key) for key in careers))
        items = self.object_list.filter(career__in=careers)
        return self._get_page(items[first - before : after - before], number, self)
