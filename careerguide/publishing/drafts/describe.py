"""Describe a version of an item as editors read it, field by field."""

from dataclasses import dataclass

from django.utils.text import capfirst

from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.snapshots import apply_snapshot, content_fields

from .diff import readable


@dataclass(frozen=True)
class FieldText:
    """One field that says something: its `text`, or the `rows` of a table."""

    label: str
    text: str = ""
    rows: tuple = ()


def in_reading_order(model):
    """The fields as a reader meets them: the text, then its address and its dates."""
    shared = {field.name for field in Publishable._meta.local_fields} | {"slug"}
    return sorted(content_fields(model), key=lambda field: field.name in shared)


def describe(model, values, names=None):
    """Return the FieldText of each field of a `snapshot` that is not empty.

    A model may give in `rows_of_<field>(value)`, a static method, the rows of a field
    that is a table, its head first. `names` are `related_names`, if they are known.
    """
    found, item = [], apply_snapshot(model(), values)
    for field in in_reading_order(model):
        value = values.get(field.attname)
        if field.name in model.own_number_fields:
            value = getattr(item, field.name)  # with its numbers
        label = str(capfirst(field.verbose_name))
        if rows_of := getattr(model, f"rows_of_{field.name}", None):
            found.append(FieldText(label, rows=tuple(rows_of(value))))
        else:
            found.append(FieldText(label, text=readable(field, value, names)))
    return [content for content in found if content.text or content.rows]
