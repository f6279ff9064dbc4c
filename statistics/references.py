"""Find which texts show a table."""

from functools import reduce
from itertools import product
from operator import or_

from django.apps import apps
from django.db.models import Q

from careerguide import markup
from careerguide.publishing.models.related import UNPUBLISHED


def texts_showing(table):
    """Published items of the same guide whose text shows the table."""

    def of_guide(items):
        return items.published().for_career(table.career).in_reading_order()

    return _naming(table, of_guide)


def texts_naming(table):
    """Items of any status whose text names the table, and items whose draft does."""
    found = _naming(table, lambda items: items.not_trashed().in_reading_order())
    return list(dict.fromkeys([*found, *_drafts_naming(table)]))


def _drafts_naming(table):
    """Items whose draft or plan has the line [[table: slug]]."""
    slugs = slugs_of(table)
    for (model, field), kind in product(_embedding_models(), UNPUBLISHED):
        names = [Q(**{f"values__{field}__icontains": slug}) for slug in slugs]
        drafts = kind.objects.of_model(model).filter(reduce(or_, names))
        for draft in drafts.prefetch_related("item"):
            if slugs.intersection(markup.table_slugs(draft.values[field])):
                yield draft.item


def slugs_of(table):
    """Return its slug, and those it once had: a text may still name it by one."""
    return {table.slug, *table.old_slugs.values_list("slug", flat=True)}


def _naming(table, chosen):
    """Items that have the line [[table: slug]], of those that `chosen` leaves."""
    found, slugs = [], slugs_of(table)
    for model, field in _embedding_models():
        names = [Q(**{f"{field}__contains": slug}) for slug in slugs]
        items = chosen(model.objects.filter(reduce(or_, names)))
        found += [
            item
            for item in items
            if slugs.intersection(markup.table_slugs(getattr(item, field)))
        ]
    return found


def _embedding_models():
    """Content models say in `embedding_field` which of their texts may show tables.

    This app knows none of them.
    """
    for model in apps.get_models():
        if field := getattr(model, "embedding_field", None):
            yield model, field
