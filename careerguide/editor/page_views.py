"""Serve the dialog that puts a link to a page of this site into a text."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, F, IntegerField, Q, TextField, Value, When
from django.db.models.functions import Cast, Length
from django.utils.text import capfirst

from careerguide.http.json_endpoint import endpoint
from careerguide.languages.searching import search_words
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.visibility import Status

from .edited import edited_field, edited_item, may_see
from .insertions import link_words
from .views import MAX_QUERY

COLUMNS = (
    *("row_kind", "row_title", "row_guide", "row_address", "row_place"),
    *("row_far", "row_length"),
)
MOST_SHOWN = 50  # who sees no more types another word


@endpoint("GET", per_minute=300)
def pages(request):
    """Return pages to link to, a bounded part; `q` searches titles and guides.

    Those whose title has all words come first, the shortest of them: a career is found
    by its name, whatever its guide has. Without words those of the same guide, then
    those that readers see.
    """
    model, _field = edited_field(request, request.GET)
    item = edited_item(request.GET, model)
    words = search_words(request.GET.get("q", "").replace("\x00", "")[:MAX_QUERY])
    models = [one for one in content_models() if may_see(request.user, one)]
    if not models:
        return {"items": [], "more": False}
    first, *others = (_found(one, words, item) for one in models)
    every = first.union(*others, all=True)
    near = ("row_far", "row_place", "row_length")
    every = every.order_by(*near, "row_title", "row_kind", "pk")
    rows = list(every[: MOST_SHOWN + 1])
    items = _entries(rows[:MOST_SHOWN])
    return {"items": items, "more": len(rows) > MOST_SHOWN}


def _found(model, words, item):
    """The rows of one type, in the columns that all have."""
    rows = model.objects.not_trashed().exclude(status=Status.ARCHIVED).order_by()
    if model is type(item) and item.pk:
        rows = rows.exclude(pk=item.pk)
    has_career = hasattr(model, "career")
    titled = Q()
    for word in words:
        named = Q(**{f"{model.title_field}__folds": word})
        titled &= named
        if has_career:
            named |= Q(career__name__folds=word)
        rows = rows.filter(named)
    guide = Q(pk=None)
    if has_career and getattr(item, "career_id", None):
        guide = Q(career=item.career_id)
    is_hidden = ~Q(status=Status.PUBLISHED)
    kind = ContentType.objects.get_for_model(model).pk
    return rows.annotate(
        row_kind=Value(kind, output_field=IntegerField()),
        row_title=Cast(model.title_field, TextField()),
        row_guide=(
            Cast(F("career__name"), TextField())
            if has_career
            else Value("", output_field=TextField())
        ),
        row_address=Cast(F("slug"), CharField(max_length=200)),
        row_place=Case(
            When(guide & ~is_hidden, then=0),
            When(is_hidden, then=2),
            default=1,
            output_field=IntegerField(),
        ),
        row_far=Case(When(titled, then=0), default=1, output_field=IntegerField())
        if words
        else Value(0),
        row_length=Length(model.title_field) if words else Value(0),
    ).values("pk", *COLUMNS)


def _entries(rows):
    found = {}
    for one in rows:
        found.setdefault(one["row_kind"], []).append(one["pk"])
    models = {key: ContentType.objects.get_for_id(key).model_class() for key in found}
    # A title may name numbers of its table: pages show these.
    titles = {
        (key, item.pk): str(item)
        for key, model in models.items()
        if any("[[" in row["row_title"] for row in rows if row["row_kind"] == key)
        for item in model.objects.filter(pk__in=found[key])
    }
    items = []
    for row in rows:
        model = models[row["row_kind"]]
        title = titles.get((row["row_kind"], row["pk"]), row["row_title"])
        items.append(
            {
                "title": title,
                "words": link_words(title),
                "kind": capfirst(model._meta.verbose_name),
                "career": row["row_guide"],
                "address": model(slug=row["row_address"]).get_absolute_url(),
                "published": row["row_place"] < 2,
            }
        )
    return items
