"""Publish a small table as an editor does, and correct it."""

import json

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import StatTableFactory

FIRST, SECOND = "85000", "90000"


def published(**fields):
    """A table that an editor has published: edition 1."""
    fields = {"slug": "bees", "status": "draft"} | fields
    return actions.publish(StatTableFactory(**fields), None)


def corrected(table, **fields):
    """Publish the table with other content; by default its first cell is another."""
    drafted(table, **fields)
    return actions.publish(table, None)


def drafted(table, **fields):
    """Save the same as a draft."""
    table = type(table).objects.get(pk=table.pk)
    if not fields:
        fields = {"data": json.loads(json.dumps(table.data).replace(FIRST, SECOND))}
    actions.save_draft(table, apply_snapshot(table, snapshot(table) | fields), None)


def numbers(table):
    return list(table.editions.order_by("number").values_list("number", flat=True))
