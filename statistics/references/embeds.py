"""Embed tables in texts: a line `[[table: slug]]` becomes the table's figure."""

from collections import Counter

from django.utils.html import format_html

from careerguide.caching.dependencies import depends_on
from careerguide.models import Career
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.models.tags import of_kind
from statistics.figures import figure_html
from statistics.models import StatTable

MOST_CELLS = 20_000  # of the tables that stand in one text


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
    found = tables.in_bulk(slugs, field_name="slug")
    if missing := set(slugs) - found.keys():
        # One of them may come to mean another table, of any guide.
        depends_on(of_kind(StatTable), of_kind(Career))
        old = OldSlug.objects.of_model(StatTable).filter(slug__in=missing)
        led_to = dict(old.values_list("slug", "object_id"))
        moved = tables.in_bulk(led_to.values()) if led_to else {}
        found |= {slug: moved[pk] for slug, pk in led_to.items() if pk in moved}
    return found
