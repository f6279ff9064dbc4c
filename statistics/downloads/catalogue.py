"""List published tables with their columns and addresses: the data dictionary.

It comes in pages, each of which names the next, so that no answer grows with the site.
A table's entry is kept in memory by all it is made from: after a change of one table
one entry is made.
"""

import json

from django.conf import settings
from django.db.models import TextField
from django.db.models.functions import Cast
from django.urls import reverse

from careerguide.caching.memory import MemoryCache, digest
from careerguide.identity.current import current
from careerguide.publishing.public.pagination import GuidePaginator, counts_of_all

from ..measures.wording import BASES
from ..models import StatTable
from ..own_numbers import own_data
from .as_json import dump
from .dataset import absolute, description, licence, schema_address
from .links import form_addresses

TABLES = 50  # on one page
# Of the table and its career, everything that an entry is made from, but the data.
MADE_FROM = (
    *("slug", "title", "subtitle", "topic", "source_name", "source_url", "period"),
    *("first_published_at", "content_updated_on", "next_update"),
    *("chart_form", "row_order", "headline_label", "headline_row"),
    *("headline_column", "provenance", "sample_size", "margin", "place"),
    *("own_definition", "price_year", *BASES),
)
OF_MEASURE = ("slug", "name", "definition", "unit_kind")
# Its own bound: whoever reads all pages must not push out what other pages are made of.
ENTRIES = MemoryCache(most_bytes=8_000_000)


def catalogue_page(number):
    """Return a page of published tables by its number.

    Raises Django's `InvalidPage`.
    """
    tables = StatTable.objects.live().with_career().with_editions().in_reading_order()
    # As text, the data need not be read where the entry is known.
    tables = (
        tables.select_related("measure")
        .defer("data")
        .annotate(text=Cast("data", TextField()), own_data=own_data("title"))
    )
    counts = counts_of_all(StatTable)
    return GuidePaginator(tables, TABLES, counts=counts).page(number)


def page_links(page):
    """Return the addresses of other pages by their relation.

    None where there is none.
    """
    previous, following = page.has_previous(), page.has_next()
    return {
        "first": _address(1),
        "previous": _address(page.previous_page_number()) if previous else None,
        "next": _address(page.next_page_number()) if following else None,
        "last": _address(page.paginator.num_pages),
    }


def page_bytes(page):
    head = {
        "$schema": f"{schema_address()}#/$defs/catalogue",
        "name": current().name,
        "address": absolute(reverse("statistics:list")),
        "licence": licence(),
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        **page_links(page),
    }
    entries = b",".join(_entry_bytes(table) for table in page)
    return dump(head)[:-1] + b',"tables":[' + entries + b"]}"


def _entry_bytes(table):
    made_from = [getattr(table, field) for field in MADE_FROM]
    career = table.career.name, table.career.slug
    if table.measure:
        made_from += [getattr(table.measure, field) for field in OF_MEASURE]
    made_from += [*career, table.text, str(table.edition)]
    key = digest("catalogue", settings.SITE_URL, *made_from)
    return ENTRIES.get(key, lambda: dump(_entry(table)))


def _entry(table):
    # Read anew for each: what the database holds is text, on both of them.
    table.data = json.loads(table.text)
    return description(table) | {
        "rows": len(table.table.rows),
        "forms": form_addresses(table),
    }


def _address(number):
    query = f"?page={number}" if number > 1 else ""
    return absolute(reverse("catalogue")) + query
