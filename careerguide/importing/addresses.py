"""Find the addresses of drafts that others have, want or once had: a few queries."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Value

from careerguide.publishing.models.related import UNPUBLISHED, OldSlug

from .content import models_by_kind


def taken(drafts, existing=()):
    """Return the keys of new drafts whose address is taken."""
    models = models_by_kind()
    new = [draft for draft in drafts if draft.key not in existing]
    wanted = {}
    for draft in new:
        wanted.setdefault(draft.kind, set()).add(draft.slug)
    if not wanted:
        return set()
    rows = [
        models[kind]
        ._base_manager.filter(slug__in=slugs)
        .order_by()
        .annotate(kind=Value(kind))
        .values_list("kind", "slug")
        for kind, slugs in wanted.items()
    ]
    found = {*rows[0].union(*rows[1:], all=True)}
    kinds = {
        ContentType.objects.get_for_model(models[kind]).pk: kind for kind in wanted
    }
    slugs = set().union(*wanted.values())
    claims = [(kind, "values__slug") for kind in UNPUBLISHED] + [(OldSlug, "slug")]
    for model, field in claims:
        named = model.objects.filter(
            content_type__in=kinds, **{f"{field}__in": sorted(slugs)}
        ).values_list("content_type", field)
        found |= {(kinds[number], slug) for number, slug in named}
    return {draft.key for draft in new if (draft.kind, draft.slug) in found}
