"""Find the addresses of drafts that others have, want or once had: in one query."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Value
from django.db.models.fields.json import KT

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
    numbers = {
        kind: ContentType.objects.get_for_model(models[kind]).pk for kind in wanted
    }
    rows = [
        models[kind]
        ._base_manager.filter(slug__in=slugs)
        .annotate(type=Value(numbers[kind]), address=F("slug"))
        for kind, slugs in wanted.items()
    ]
    slugs = sorted(set().union(*wanted.values()))
    claims = [(kind, "values__slug") for kind in UNPUBLISHED] + [(OldSlug, "slug")]
    rows += [
        model.objects.filter(
            content_type__in=numbers.values(), **{f"{field}__in": slugs}
        ).annotate(type=F("content_type"), address=_text(field))
        for model, field in claims
    ]
    rows = [found.order_by().values_list("type", "address") for found in rows]
    found = {*rows[0].union(*rows[1:], all=True)}
    return {draft.key for draft in new if (numbers[draft.kind], draft.slug) in found}


def _text(field):
    """A field as text, also where it is a value within JSON."""
    return KT(field) if "__" in field else F(field)
