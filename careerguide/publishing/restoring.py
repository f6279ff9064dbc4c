"""What of an old version can come back."""

from django.db.models import ForeignKey

from .records import OldSlug, WorkingCopy
from .values import content_fields


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
    return field.name != "slug" or not _is_of_another(item, value)


def _is_of_another(item, slug):
    model = type(item)
    wanted = WorkingCopy.objects.of_model(model).filter(values__slug=slug)
    left = OldSlug.objects.of_model(model).filter(slug=slug)
    return (
        model._base_manager.filter(slug=slug).exclude(pk=item.pk).exists()
        or wanted.exclude(object_id=item.pk).exists()
        or left.exclude(object_id=item.pk).exists()
    )
