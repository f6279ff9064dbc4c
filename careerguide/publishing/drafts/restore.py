"""Find what of an old version can come back."""

from django.db.models import ForeignKey

from careerguide.publishing.models.snapshots import content_fields

from .slugs import is_taken


def restorable(item, values):
    """`values` of an old version of `item`, without what it can no longer have.

    That is an address that others took, and what was deleted or is in the trash.
    """
    return {
        field.attname: values[field.attname]
        for field in content_fields(type(item))
        if field.attname in values and _is_free(item, field, values[field.attname])
    }


def _is_free(item, field, value):
    if isinstance(field, ForeignKey) and value is not None:
        related = field.related_model._base_manager.filter(pk=value)
        if any(f.name == "trashed_at" for f in field.related_model._meta.fields):
            related = related.filter(trashed_at=None)
        return related.exists()
    return field.name != "slug" or not is_taken(value, item)
