"""Find what changed last in the guides, of every content type."""

from django.apps import apps
from django.db import connection
from django.db.models import DateTimeField, F, Value
from django.utils import timezone

from careerguide.caching.dependencies import depends_on
from careerguide.db.prepared import prepared
from careerguide.publishing.models.sections import guide_models
from careerguide.publishing.models.tags import of_guides

NAMES = ("kind", "slug", "heading", "language", "content_updated_on")


def recent_changes(limit):
    """The `limit` published items whose content was updated last, as dictionaries.

    One query for all kinds. `kind` is the model, `heading` the title, `url` the page.
    """
    depends_on(*map(of_guides, guide_models()))
    rows = _newest(limit, *guide_models(), now=timezone.now())
    newest = [dict(zip(NAMES, row, strict=True)) for row in rows]
    titles = _titles_with_numbers(newest)
    return [
        item | titles.get((item["kind"], item["slug"]), {}) | _model_of(item)
        for item in newest
    ]


@prepared(now=DateTimeField())
def _newest(limit, *models, now):
    kinds = [
        model.objects.published(now)
        .annotate(kind=Value(model._meta.label), heading=F(model.title_field))
        .order_by()
        .values_list(*NAMES)
        for model in models
    ]
    # SQLite takes no limit here, and reads no more than it needs from the indexes.
    if connection.features.supports_slicing_ordering_in_compound:
        newest = ("-content_updated_on", "slug")
        kinds = [kind.order_by(*newest)[:limit] for kind in kinds]
    newest = kinds[0].union(*kinds[1:], all=True)
    return newest.order_by("-content_updated_on", "kind", "slug")[:limit]


def _titles_with_numbers(items):
    """By kind and slug, the headings of those whose title names its own numbers."""
    found = {}
    for kind in {item["kind"] for item in items if "[[" in item["heading"]}:
        slugs = [item["slug"] for item in items if item["kind"] == kind]
        named = apps.get_model(kind).objects.filter(slug__in=slugs)
        found |= {(kind, item.slug): {"heading": str(item)} for item in named}
    return found


def _model_of(item):
    model = apps.get_model(item["kind"])
    url = model(slug=item["slug"]).get_absolute_url()
    return {"kind": model._meta.verbose_name, "url": url}
