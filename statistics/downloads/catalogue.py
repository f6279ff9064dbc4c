"""Every published table with its columns and addresses: the site's data dictionary."""

from django.conf import settings
from django.urls import reverse

from ..models import StatTable
from .as_json import dump
from .links import form_addresses
from .record import absolute, description, licence, schema_address

AT_ONCE = 200  # tables in memory while the catalogue is written


def catalogue_bytes():
    """One query, however many tables there are."""
    tables = StatTable.objects.published().with_career().in_reading_order()
    entries = [_entry(table) for table in tables.iterator(chunk_size=AT_ONCE)]
    return dump(
        {
            "$schema": f"{schema_address()}#/$defs/catalogue",
            "name": settings.SITE_NAME,
            "address": absolute(reverse("statistics:list")),
            "licence": licence(),
            "count": len(entries),
            "tables": entries,
        }
    )


def _entry(table):
    return description(table) | {
        "rows": len(table.table.rows),
        "forms": form_addresses(table),
    }
