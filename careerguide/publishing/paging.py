"""Pages of lists that grow with the guides, without reading what stands before them."""

from itertools import accumulate

from django.core.paginator import EmptyPage, Paginator
from django.db.models import Func, IntegerField, OuterRef, Subquery
from django.utils.functional import cached_property

MOST_PAGES = 9_999


class RowCount(Subquery):
    """How many rows a query finds, as the database says it.

    Django's `Count` would group them, and convert each number: half as long again.
    """

    def __init__(self, queryset):
        rows = Func(template="COUNT(*)", output_field=IntegerField())
        super().__init__(queryset.order_by().annotate(n=rows).values("n"))

    def get_db_converters(self, connection):
        return []


class GuidePaginator(Paginator):
    """Pages of what `careers` have of some items, in reading order.

    Two queries, whichever the page: how many items each career has, from an index, and
    the items of the careers on the page.
    """

    def __init__(self, *args, careers, **kwargs):
        super().__init__(*args, **kwargs)
        self.careers = careers

    @cached_property
    def counts(self):
        """How many items each career has, by its key, in reading order."""
        count = RowCount(self.object_list.filter(career=OuterRef("pk")))
        return {pk: n for pk, n in self.careers.values_list("pk", count) if n}

    @cached_property
    def count(self):
        return sum(self.counts.values())

    def page(self, number):
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        after = first + self.per_page
        starts = accumulate(self.counts.values(), initial=0)
        careers = {
            pk: start
            for pk, start in zip(self.counts, starts, strict=False)
            if start < after and start + self.counts[pk] > first
        }
        items = self.object_list.filter(career__in=careers.keys())
        before = min(careers.values(), default=0)
        return self._get_page(items[first - before : after - before], number, self)


class OneQueryPaginator(Paginator):
    """Asks for a page and for the number of all items at once."""

    def page(self, number):
        if not 1 <= number <= MOST_PAGES:
            raise EmptyPage(self.error_messages["no_results"])
        first = (number - 1) * self.per_page
        total = RowCount(self.object_list)
        items = self.object_list.annotate(total=total)[first : first + self.per_page]
        self.count = items[0].total if items else 0
        return self._get_page(items, self.validate_number(number), self)
