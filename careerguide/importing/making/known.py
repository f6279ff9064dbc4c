"""Find the content items that an import, or the one before it, made of its items."""

from typing import NamedTuple

from careerguide.importing.models import ImportedItem


class Target(NamedTuple):
    """A content item that gets a draft, and its draft as an import left it."""

    item: object
    base: dict


def existing_items(opened):
    """Return a `Target` for each key of the plan that has an item already.

    Those are what this import made before it was undone, or, of a newer document, what
    the import before it made.
    """
    records = [opened.record.pk]
    if opened.record.previous_id:
        records.append(opened.record.previous_id)
    made = ImportedItem.objects.filter(record__in=records).order_by("record_id")
    wanted = {item.key for item in opened.plan.items}
    found = {}
    for one in made.prefetch_related("item"):
        if one.key in wanted and one.item is not None:
            found[one.key] = Target(one.item, one.values)
    return found
