"""Find the content items that an import, or the one before it, made of its items."""

from typing import NamedTuple

from careerguide.importing.models import ImportedItem, State

LARGE = [f"record__{name}" for name in ("document", "plan", "readings")]


class Target(NamedTuple):
    """A content item that gets a draft, and its draft as an import left it.

    `is_discarded` is whether an editor put it into the trash, and no undoing did.
    """

    item: object
    base: dict
    is_discarded: bool = False


def existing_items(opened):
    """Return a `Target` for each key of the plan that has an item already.

    Those are what this import made before it was undone, or, of a newer document, what
    the import before it made.
    """
    if not (opened.record.previous_id or opened.record.made_at):
        return {}
    records = [opened.record.pk]
    if opened.record.previous_id:
        records.append(opened.record.previous_id)
    made = ImportedItem.objects.filter(record__in=records).order_by("record_id")
    made = made.select_related("record").defer(*LARGE)
    wanted = {item.key for item in opened.plan.items}
    found = {}
    for one in made.prefetch_related("item"):
        if one.key in wanted and one.item is not None:
            by_hand = one.item.trashed_at and one.record.state == State.CREATED
            found[one.key] = Target(one.item, one.values, bool(by_hand))
    return found
