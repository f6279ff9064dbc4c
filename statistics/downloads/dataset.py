"""Collect a table with everything said about it as plain data: its JSON form.

Numbers are texts of exact decimals, "8.430" and not 8.43, because most programs read a
JSON number into a binary fraction; `table.schema.json` says so to those who read it.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from careerguide.identity.current import current
from statistics.measures.wording import BASES
from statistics.table.schema import ROW_FLAGS, cell_text

from . import citations


def absolute(path):
    return f"{settings.SITE_URL}{path}"


def address(item):
    return absolute(item.get_absolute_url())


def schema_address():
    return absolute(reverse("statistics:schema"))


def dataset(item):
    """Return the table and all that a reader needs to use and cite it.

    What an edition says is what it said.
    """
    return item.stored_facts or collected(item)


def collected(item):
    """Return the same of the fields of a table and of the site, as they are."""
    table = item.table
    return {
        "$schema": schema_address(),
        **description(item),
        "note": _note(item),
        "citation": {
            "text": citations.plain(item),
            "bibtex": citations.bibtex(item),
        },
        "licence": licence(),
        "diverging": table.diverging,
        "rows": [_row(row, table.columns) for row in item.ordered_rows],
    }


def description(item):
    """Return what the table is, without its rows: the catalogue's entry."""
    return {
        "address": address(item),
        "edition": _edition(item),
        "title": item.title,
        "subtitle": item.subtitle,
        "career": {
            "name": item.career.name,
            "address": absolute(item.career.get_absolute_url()),
        },
        "topic": item.topic,
        **({"language": item.language} if item.language else {}),
        "source": source(item),
        "period": item.period or None,
        "place": item.place or None,
        "provenance": provenance(item),
        "quick_fact": quick_fact(item),
        "first_published_on": _day(item.first_published_at),
        "content_updated_on": _iso(item.content_updated_on),
        "next_update": _iso(item.next_update),
        "columns": [column.to_json() for column in item.table.columns],
    }


def _edition(item):
    """The number, the day and the permanent address of what readers see."""
    if item.edition is None:
        return None
    return {
        "number": item.edition.number,
        "published_on": item.edition.day.isoformat(),
        "address": absolute(item.edition.path),
    }


def source(item):
    """Return the source, or None where nobody knows one."""
    if not (item.source_name or item.source_url):
        return None
    return {"name": item.source_name or None, "url": item.source_url or None}


def provenance(item):
    """Return how the numbers were found; each part is None where nobody knows it."""
    return {
        "kind": item.provenance or None,
        "sample_size": item.sample_size,
        "margin": item.margin or None,
    }


def quick_fact(item):
    """Return which cell is the quick fact and what it counts, or None."""
    if not item.headline:
        return None
    measure = item.measure
    return {
        "label": item.headline_label,
        "row": item.headline_row,
        "column": item.headline_column,
        "measure": measure
        and {
            "key": measure.slug,
            "name": measure.name,
            "definition": measure.definition,
            "kind": measure.unit_kind,
        },
        "counted_otherwise": item.own_definition or None,
        **{name: getattr(item, name) or None for name in BASES},
        "price_year": item.price_year,
    }


def licence():
    site = current()
    name, url = site.licence, site.licence_url
    return {"name": name or None, "url": url or None} if name or url else None


def _row(row, columns):
    values = (None if cell is None else cell_text(cell) for cell in row.cells)
    cells = {c.key: value for c, value in zip(columns, values, strict=True)}
    flags = {flag: True for flag in ROW_FLAGS if getattr(row, flag)}
    return {"cells": cells} | flags | ({"notes": row.notes} if row.notes else {})


def _note(item):
    if not item.note:
        return None
    shown = item.references.in_plain(item.note)
    return {"markdown": shown, "text": item.plain("note")}


def _day(moment):
    return timezone.localdate(moment).isoformat() if moment else None


def _iso(day):
    return day.isoformat() if day else None
