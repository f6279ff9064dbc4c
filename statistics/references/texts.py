"""Find which texts show a table, or numbers of it."""

from functools import cache, reduce
from operator import or_

from django.db.models import BigIntegerField, CharField, DateTimeField, Q, Value
from django.utils import timezone

from careerguide.caching.dependencies import depends_on
from careerguide.db.prepared import prepared
from careerguide.markup.references.sources import slugs_of
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.related import UNPUBLISHED, OldSlug
from careerguide.publishing.models.snapshots import apply_snapshot
from careerguide.publishing.models.tags import of_guide


def texts_showing(table):
    """Published items of the same guide, but for tables, whose texts name the table.

    In reading order, with their titles, addresses and texts alone: one query asks for
    those of all types.
    """
    slugs = all_slugs_of(table)
    models = tuple(
        model
        for model in content_models()
        if model is not type(table)
        and hasattr(model, "career")
        and model.reference_fields()
    )
    depends_on(*(of_guide(model, table.career_id) for model in models))
    given = {"career": table.career_id, "now": timezone.now()}
    given |= {f"slug_{place}": slug for place, slug in enumerate(slugs)}
    rows = sorted(_rows_naming(models, len(slugs))(**given))
    items = [
        models[place](**dict(zip(_columns(models[place]), row, strict=False)))
        for place, *row in rows
    ]
    return [item for item in items if slugs & slugs_of(item.referred_to())]


def _columns(model):
    return "order", "pk", "slug", model.title_field, *model.reference_fields()


@cache
def _rows_naming(models, count):
    """Prepare a query for the texts of some models that may name one of the slugs."""
    columns = [_columns(model) for model in models]
    most = max(map(len, columns))

    @prepared(
        career=BigIntegerField(),
        now=DateTimeField(),
        **{f"slug_{place}": CharField() for place in range(count)},
    )
    def rows(career, now, **slugs):
        first, *more = (
            model.objects.published(now)
            .filter(career=career)
            .filter(
                any_of(model, slugs.values(), "{}__icontains"),
                any_of(model, {"[["}, "{}__contains"),
            )
            .order_by()
            .values_list(Value(place), *own, *[Value("")] * (most - len(own)))
            for place, (model, own) in enumerate(zip(models, columns, strict=True))
        )
        return first.union(*more, all=True)

    return rows


def texts_naming(table):
    """Items of any status whose texts name the table, and items whose draft does."""
    found = texts_with(all_slugs_of(table), lambda items: items.not_trashed())
    found = [*_others(table, found), *_drafts_naming(table)]
    return list(dict.fromkeys(found))


def texts_naming_any(tables):
    """Published items whose texts name one of the tables, a queryset."""
    slugs = set(tables.values_list("slug", flat=True))
    old = OldSlug.objects.of_model(tables.model)
    slugs |= set(
        old.filter(object_id__in=tables.values("pk")).values_list("slug", flat=True)
    )
    return texts_with(slugs, lambda items: items.published()) if slugs else []


def all_slugs_of(table):
    """Return its slug, and those it once had: a text may still name it by one."""
    return {table.slug, *_old_slugs(type(table), key=table.pk)}


@prepared(key=BigIntegerField())
def _old_slugs(model, key):
    of_model = {"app_label": model._meta.app_label, "model": model._meta.model_name}
    of_model = {f"content_type__{name}": value for name, value in of_model.items()}
    old = OldSlug.objects.filter(**of_model, object_id=key)
    return old.values_list("slug", flat=True)


def _drafts_naming(table):
    """Items whose draft or plan names the table."""
    slugs = all_slugs_of(table)
    for model in content_models():
        if not (wanted := any_of(model, slugs, "values__{}__icontains")):
            continue
        for kind in UNPUBLISHED:
            drafts = kind.objects.of_model(model).filter(wanted)
            for draft in drafts.prefetch_related("item"):
                if draft.item is None or draft.item == table:
                    continue
                item = apply_snapshot(draft.item, draft.values)
                if slugs & slugs_of(item.referred_to()):
                    yield draft.item


def texts_with(slugs, chosen):
    """Items whose texts name one of the slugs, of those that `chosen` leaves."""
    found = []
    for model in content_models():
        if wanted := any_of(model, slugs, "{}__icontains"):
            items = chosen(model.objects.filter(wanted))
            found += [i for i in items if slugs & slugs_of(i.referred_to())]
    return found


def _others(table, items):
    return [item for item in items if item != table]


def any_of(model, slugs, lookup):
    """A condition: one of the slugs is somewhere in a text that may refer to it."""
    names = model.reference_fields()
    found = [Q(**{lookup.format(name): slug}) for name in names for slug in slugs]
    return reduce(or_, found) if found else None
