"""Take snapshots of an item's content: what a draft holds and history compares."""

from datetime import UTC, date, datetime

from django.core.exceptions import ValidationError

from . import texts


def content_fields(model):
    """Return the fields that are drafted: all but the record of the row itself."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in UNDRAFTED
    ]


# Decided apart from the text, at once: whether and when it shows, and its place.
UNDRAFTED = frozenset({"status", "publish_at", "unpublish_at", "order"})


def snapshot(item):
    """Return the content of `item` by field, as JSON holds it.

    The same text, the same values.

    Texts are as they would be stored now: what was stored before that is no change.

    `export_values()` of a model says how it writes a field that can be written in
    several ways.
    """
    exported = getattr(item, "export_values", dict)()
    return {
        field.attname: _plain(
            texts.plain(field, exported.get(field.name, field.value_from_object(item))),
        )
        for field in content_fields(type(item))
    }


def _plain(value):
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def apply_snapshot(row, values):
    """Return a copy of `row` with other content; neither is saved.

    A field the values do not have, or have in a form it no longer takes, keeps what
    the row says: a draft may be older than the model.
    """
    fields = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
    for field in content_fields(type(row)):
        if field.attname not in values:
            continue
        if values[field.attname] is None and not field.null:
            continue
        try:
            fields[field.attname] = field.to_python(values[field.attname])
        except ValidationError:
            continue
    copy = type(row)(**fields)
    copy._state.adding, copy._state.db = row._state.adding, row._state.db
    return copy


def same_content(one, other):
    """Return whether two items have the same content."""
    return snapshot(one) == snapshot(other)
