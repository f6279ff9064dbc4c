"""Embed tables in texts: a line `[[table: slug]]` becomes the table's figure."""

from collections import Counter
from functools import cache

from django.db.models import CharField, DateTimeField
from django.utils import timezone
from django.utils.html import format_html

from careerguide.caching.dependencies import depends_on
from careerguide.db.prepared import prepared
from careerguide.models import Career
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.models.tags import of_kind
from statistics import figures
from statistics.figures import figure_html
from statistics.models import StatTable

MOST_CELLS = 20_000  # of the tables that stand in one text
MOST_PREPARED = 32  # tables that a text names, as few name more

# What a figure, a number and the list of numbers show of a table, and when.
SHOWN = {"slug", "title", "data", "source_name", "source_url", "period", "status"}
SHOWN |= {"publish_at", "unpublish_at", "language"}


def embed_tables(tables, ids="", figure=figure_html):
    """A function from a slug to the figure's HTML, empty where `tables` has none.

    `ids` goes before the figures' ids, where several texts stand on one page. Beyond
    `MOST_CELLS` in all, a table that is not the first is a link to its page.
    `figure` makes the HTML of one, by the table and its id.
    """
    shown, cells = Counter(), 0

    def embed(slug):
        nonlocal cells
        if slug not in tables:
            return ""
        table = tables[slug]
        if cells <= MOST_CELLS:  # or there is no need to read how large it is
            cells += len(table.table.rows) * len(table.table.columns)
        if cells > MOST_CELLS and shown:
            link = '<p class="table-elsewhere"><a href="{}">{}</a></p>'
            return format_html(link, table.get_absolute_url(), table.title)
        shown[slug] += 1
        suffix = f"-{shown[slug]}" if shown[slug] > 1 else ""
        heading_id = f"{ids}{table.figure_id}{suffix}"
        return figure(table, heading_id)

    return embed


def tables_by_slug(slugs, tables):
    """Return those of `tables` that have one of the slugs, or once had it."""
    return _with_former(slugs, tables.in_bulk(slugs, field_name="slug"), tables)


def shown_tables(slugs):
    """Return by slug the published tables that texts name, with what they show."""
    if len(slugs) > MOST_PREPARED:
        return tables_by_slug(slugs, _shown(timezone.now()))
    # As many as the next power of two, so that few such queries are written.
    places = 1 << (len(slugs) - 1).bit_length()
    given = dict(enumerate(slugs))
    values = {f"slug_{i}": given.get(i, given[0]) for i in range(places)}
    found = _of_slugs(places)(now=timezone.now(), **values)
    found = {table.slug: table for table in found}
    return _with_former(slugs, found)


def _shown(now):
    return StatTable.objects.published(now).only("career", *figures.SHOWN, *SHOWN)


@cache
def _of_slugs(places):
    fields = {f"slug_{i}": CharField() for i in range(places)}

    @prepared(now=DateTimeField(), **fields)
    def tables(now, **slugs):
        return _shown(now).filter(slug__in=list(slugs.values()))

    return tables


def _with_former(slugs, found, tables=None):
    """Add those of `tables`, or of what is shown, that once had a missing slug."""
    if missing := set(slugs) - found.keys():
        tables = _shown(timezone.now()) if tables is None else tables
        # One of them may come to mean another table, of any guide.
        depends_on(of_kind(StatTable), of_kind(Career))
        old = OldSlug.objects.of_model(StatTable).filter(slug__in=missing)
        led_to = dict(old.values_list("slug", "object_id"))
        moved = tables.in_bulk(led_to.values()) if led_to else {}
        found |= {slug: moved[pk] for slug, pk in led_to.items() if pk in moved}
    return found
