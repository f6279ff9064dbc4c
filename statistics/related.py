"""What else of a guide belongs to a table: texts that show it, tables of its topic."""

from django.apps import apps

from careerguide import markup


def texts_showing(table):
    """Published items whose text shows the table.

    Content models say in `embedding_field` which of their texts may; this app knows
    none of them.
    """
    found = []
    for model in apps.get_models():
        if field := getattr(model, "embedding_field", None):
            candidates = model.objects.published().filter(
                **{f"{field}__contains": table.slug}
            )
            found += [
                item
                for item in candidates.in_reading_order()
                if table.slug in markup.table_slugs(getattr(item, field))
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
