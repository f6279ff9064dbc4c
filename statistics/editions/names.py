"""Name the editions of a table, all of them found in the query that finds the table."""

import json
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from careerguide.caching.dependencies import depends_on
from careerguide.db.json_rows import JsonRows
from careerguide.db.prepared import moment
from careerguide.http.paths import path_of
from careerguide.publishing.models.tags import of_item

from .models import Edition

MOST_NAMED = 1_000  # the newest: older ones are found by their address


class EditionName(NamedTuple):
    """The number of an edition, its day, and the slug that its table had then."""

    number: int
    day: date
    slug: str
    is_withdrawn: bool = False

    @property
    def path(self):
        """Its permanent address, which leads on where the table was renamed since."""
        return edition_path(self.slug, self.number)


def edition_path(slug, number, form=""):
    """Return the address of an edition, or of its file in the format `form`."""
    name = f"statistics:edition_{form}" if form else "statistics:edition"
    return path_of(name, slug, number)


class Names(JsonRows):
    """The editions of a table, in place of a query more."""

    def __init__(self, now):
        super().__init__()
        self.now = now

    def select(self, ops, key, rows, row):
        editions = ops.quote_name(Edition._meta.db_table)
        sql = (
            f"(SELECT {rows}({row}(e.number, e.day, e.slug, e.withdrawn_at)) FROM"
            f" (SELECT n.number, n.day, n.slug, n.withdrawn_at FROM {editions} n"
            f" WHERE n.table_id = {key} AND (n.starts_at IS NULL OR n.starts_at <= %s)"
            f" ORDER BY n.number DESC LIMIT {MOST_NAMED}) e)"
        )
        return sql, (moment(self.now, ops),)


def names_subquery(now=None):
    """Return what annotates tables with `edition_rows`, for `names_in`."""
    return Names(now or timezone.now())


def shown_editions(now=None):
    """Return those that readers may have seen: all but what waits for its hour."""
    has_begun = Q(starts_at=None) | Q(starts_at__lte=now or timezone.now())
    return Edition.objects.filter(has_begun)


def later_editions(now):
    """Return those that readers saw at `now` after another of the same table."""
    table, number = OuterRef("table"), OuterRef("number")
    earlier = Edition.objects.filter(table=table, number__lt=number)
    return shown_editions(now).filter(Exists(earlier), withdrawn_at=None)


def names_in(rows):
    """Return the `EditionName`s of an annotated table, the newest first."""
    rows = json.loads(rows) if isinstance(rows, str) else rows
    names = [
        EditionName(number, date.fromisoformat(day[:10]), slug, withdrawn is not None)
        for number, day, slug, withdrawn in rows or ()
    ]
    return sorted(names, reverse=True)


def names_of(table):
    """Return the `EditionName`s of a table, the newest first."""
    if (rows := table.__dict__.get("edition_rows", ...)) is not ...:
        return names_in(rows)
    if table.pk is None:
        return []
    depends_on(of_item(type(table), table.pk))
    tables = type(table).objects.filter(pk=table.pk)
    return names_in(tables.values_list(names_subquery(), flat=True).first())
