"""Hold items until a transaction ends, so that nobody comes between."""

from careerguide.publishing.models.content import GuideContent


def locked_items(items):
    """Return {item: its row as it is now}, without those that were deleted.

    All transactions lock in one order: careers, what is shown, what shows it.
    """
    keys, found = {}, {}
    for item in items:
        keys.setdefault(type(item), {})[item.pk] = item
    for model in sorted(keys, key=_turn):
        rows = model._base_manager.filter(pk__in=keys[model]).order_by("pk")
        found |= {keys[model][row.pk]: row for row in rows.select_for_update()}
    return found


def _turn(model):
    if not issubclass(model, GuideContent):
        return 0
    return 1 if hasattr(model, "embed_keyword") else 2
