"""What else of a guide belongs to a table: texts that show it, tables of its topic."""

from django.apps import apps

from careerguide import markup


def texts_showing(table):
    """Published items whose text shows the table."""
    return _naming(table.slug, lambda items: items.published().in_reading_order())


def texts_naming(slug):
    """Items of any status whose text names a table by its slug."""
    return _naming(slug, lambda items: items.kept().in_reading_order())


def _naming(slug, chosen):
    """Items that have the line [[table: slug]], of those that `chosen` leaves.

    Content models say in `embedding_field` which of their texts may; this app knows
    none of them.
    """
    found = []
    for model in apps.get_models():
        if field := getattr(model, "embedding_field", None):
            items = chosen(model.objects.filter(**{f"{field}__contains": slug}))
            found += [
                item
                for item in items
                if slug in markup.table_slugs(getattr(item, field))
            ]
    return found


def tables_of_topic(table, limit=6):
    """Other published tables of the same topic and career."""
    if not table.topic:
        return []
    tables = (
        type(table)
        .objects.published()
        .filter(career_id=table.career_id, topic=table.topic)
    )
    return list(tables.exclude(pk=table.pk).in_reading_order()[:limit])
